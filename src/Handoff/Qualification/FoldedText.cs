using System.Globalization;
using System.Text;

namespace Handoff.Qualification;

/// <summary>Texts without case and accents, for <c>contains</c> (design section 8) and for names of countries.</summary>
internal static class FoldedText
{
    /// <summary>
    /// Lower case without accents, letters of typographic variants as plain ones, every run of white space as one space. Not trimmed inside
    /// words: punctuation stays. Never throws.
    /// </summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in Decomposed(text))
            Append(folded, character);
        return folded.ToString().Trim();
    }

    /// <summary>As <see cref="Of"/>, with everything but letters and digits as a space: the key of a name.</summary>
    public static string Words(string text)
    {
        var folded = Of(text);
        var words = new StringBuilder(folded.Length);
        foreach (var character in folded)
        {
            if (char.IsLetterOrDigit(character))
                words.Append(character);
            else if (words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        }

        return words.ToString().TrimEnd();
    }

    /// <summary>
    /// Whether the folded <paramref name="part"/> is in the folded <paramref name="text"/> from the beginning of a word: "head of" in
    /// "global head of sales", "tirocin" in "tirocinante", but "cto" not in "director". Where a script has no spaces, anywhere.
    /// </summary>
    public static bool ContainsFromWordStart(string text, string part)
    {
        if (part.Length == 0)
            return false;
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(part[0]) || IsUnspaced(part[0]))
                return true;
        }

        return false;
    }

    private static string Decomposed(string text) =>
        Ascii.IsValid(text) ? text : CleanText.Of(text, isFreeText: true).Normalize(NormalizationForm.FormKD);

    private static void Append(StringBuilder folded, char character)
    {
        if (char.IsAscii(character))
        {
            AppendSpaced(folded, char.ToLowerInvariant(character));
            return;
        }

        if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            return;
        switch (char.ToLowerInvariant(character))
        {
            case 'ß': folded.Append("ss"); break;
            case 'æ': folded.Append("ae"); break;
            case 'œ': folded.Append("oe"); break;
            case 'ø': folded.Append('o'); break;
            case 'ł': folded.Append('l'); break;
            case 'đ' or 'ð': folded.Append('d'); break;
            case 'ı': folded.Append('i'); break;
            case '’' or '‘': folded.Append('\''); break;
            case var other: AppendSpaced(folded, other); break;
        }
    }

    private static void AppendSpaced(StringBuilder folded, char character)
    {
        if (!char.IsWhiteSpace(character))
            folded.Append(character);
        else if (folded.Length > 0 && folded[^1] != ' ')
            folded.Append(' ');
    }

    /// <summary>Thai, Japanese and Chinese do not part words with spaces.</summary>
    private static bool IsUnspaced(char character) =>
        character is (>= '\u0E00' and <= '\u0E7F') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');
}
