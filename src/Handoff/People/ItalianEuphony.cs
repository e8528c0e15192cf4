using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Handoff.People;

/// <summary>
/// The Italian "a" and "e" before a name: <c>ad Anna</c>, <c>ed Elena</c>, <c>a Bruno</c>. The letter d stands before the same vowel, as
/// the Accademia della Crusca advises, and not where a d follows that vowel anyway: <c>a Ada</c>, <c>e Edoardo</c>.
/// </summary>
public static partial class ItalianEuphony
{
    /// <summary>To whom: <c>a Bruno</c>, <c>ad Anna</c>.</summary>
    public static string To(string name) => $"{Before('a', name)} {name}";

    /// <summary>And who: <c>e Bruno</c>, <c>ed Elena</c>.</summary>
    public static string And(string name) => $"{Before('e', name)} {name}";

    /// <summary>Returns the sentence (<c>Scrivi a {0}</c>) with "a" and "e" written as the names in its gaps require.</summary>
    public static string Fit(string text, IReadOnlyList<string> parts) => Gap().Replace(text, gap =>
    {
        var word = gap.Groups["word"].Value;
        var part = gap.Groups["at"].Value[0] - '0';
        return part < parts.Count && Before(char.ToLowerInvariant(word[0]), parts[part]).Length > 1 ? $"{word}d {{{part}}}" : gap.Value;
    });

    private static string Before(char vowel, string name)
    {
        // Names may stand between marks that isolate their direction, or in quotes.
        var letters = name.Normalize(NormalizationForm.FormD).Where(char.IsLetterOrDigit).Take(2).Select(char.ToLowerInvariant).ToArray();
        return letters is [var first, ..] && first == vowel && letters is not [_, 'd']
            ? $"{vowel}d"
            : vowel.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?<![\p{L}\d'’])(?<word>[aAeE]) \{(?<at>[0-9])\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}
