using System.Text;

namespace Handoff.Qualification;

/// <summary>Makes a posted text safe to keep, compare and show; never throws, and cleaning twice is cleaning once.</summary>
internal static class CleanText
{
    /// <summary>
    /// Normalised (NFC) and trimmed, without control characters, invisible marks and those that turn the writing direction of what follows.
    /// A lone surrogate becomes U+FFFD. Line breaks and tabs stay in free text and are spaces elsewhere, so no value can add a mail header.
    /// </summary>
    public static string Of(string text, bool isFreeText)
    {
        if (IsPlain(text))
            return text.Trim();
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Append(kept, rune, isFreeText);
        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>Printable ASCII needs nothing but trimming; nearly every field is.</summary>
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static void Append(StringBuilder kept, Rune rune, bool isFreeText)
    {
        switch (rune.Value)
        {
            case '\n' or '\t' when isFreeText:
                kept.Append((char)rune.Value);
                break;
            case 0x85 or 0x2028 or 0x2029 when isFreeText:
                kept.Append('\n');
                break;
            case '\n' or '\t' or 0x85 or 0x2028 or 0x2029:
                kept.Append(' ');
                break;
            case '\r' or < 0x20 or (>= 0x7F and <= 0x9F):
            case 0x200B or 0x2060 or 0xFEFF:
            case (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069):
            case 0xFFFE or 0xFFFF:
                break;
            default:
                AppendRune(kept, rune);
                break;
        }
    }

    private static void AppendRune(StringBuilder kept, Rune rune)
    {
        Span<char> chars = stackalloc char[2];
        kept.Append(chars[..rune.EncodeToUtf16(chars)]);
    }
}
