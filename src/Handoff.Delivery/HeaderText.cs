using System.Globalization;
using System.Text;

namespace Handoff.Delivery;

/// <summary>Makes text that people typed harmless in the header of a mail: names and subjects.</summary>
internal static class HeaderText
{
    /// <summary>The longest subject, in UTF-16 code units: more than any mail program shows.</summary>
    public const int LongestSubject = 250;

    /// <summary>The longest name, in UTF-16 code units.</summary>
    public const int LongestName = 100;

    /// <summary>
    /// One line of <paramref name="text"/>: line breaks, control characters and runs of white space become one space; marks that turn the
    /// direction of text are dropped, so nothing can be displayed as what it is not; half characters become U+FFFD; what looks like an
    /// already encoded word is broken up, so no mail program decodes it into something else.
    /// </summary>
    /// <param name="longest">The most UTF-16 code units kept; what is longer ends in an ellipsis.</param>
    public static string Harmless(string text, int longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest + 8));
        var cut = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (TurnsDirection(rune)) continue;
            if (Separates(rune))
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else
            {
                if (rune.Value == '?' && line.Length > 0 && line[^1] == '=') line.Append(' ');
                line.Append(rune.ToString());
            }

            if (line.Length <= longest) continue;
            cut = true;
            break;
        }

        if (!cut) return line.ToString().TrimEnd();
        line.Length = longest - 1;
        if (char.IsHighSurrogate(line[^1])) line.Length--;
        return line.ToString().TrimEnd() + "…";
    }

    private static bool Separates(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control;

    // Arabic letter mark, left-to-right and right-to-left marks, embeddings and overrides, isolates.
    private static bool TurnsDirection(Rune rune) =>
        rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
