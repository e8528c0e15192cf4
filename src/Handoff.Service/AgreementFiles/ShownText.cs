using System.Globalization;
using System.Text;

namespace Handoff.Service.AgreementFiles;

/// <summary>
/// What a file holds, as a terminal, a log and a page may show it: short, on one line, and what would steer a terminal made visible.
/// </summary>
internal static class ShownText
{
    private const int LongestQuote = 100;
    private const int LongestLine = 500;

    /// <summary>A value of a file within a sentence, cut when it is long.</summary>
    public static string Quote(string value) => Cut(value, LongestQuote);

    /// <summary>A sentence on one line.</summary>
    public static string Line(string text)
    {
        var cut = Cut(text, LongestLine);
        if (!cut.Any(IsSteering))
            return cut;
        var shown = new StringBuilder(cut.Length + 32);
        foreach (var one in cut)
        {
            if (IsSteering(one))
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)one:x4}");
            else
                shown.Append(one);
        }

        return shown.ToString();
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        // No half of a character stays.
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "\u2026";
    }

    private static bool IsSteering(char one) => char.GetUnicodeCategory(one)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
