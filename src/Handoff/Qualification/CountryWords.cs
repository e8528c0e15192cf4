using System.Collections.Frozen;

namespace Handoff.Qualification;

/// <summary>
/// The words that make a country's name, whatever their order: "Congo, The Democratic Republic of the" and "Democratic Republic of the
/// Congo" are one name. Articles and the small words between are none of them; "St" is "Saint", "Rep." is "Republic".
/// </summary>
internal static class CountryWords
{
    private static readonly FrozenSet<string> Small =
        "the of and a il lo la i gli le l dell dello della del dei degli delle di e ed d da du de des et les las los y der die das und do"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Same = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["st"] = "saint",
        ["ste"] = "saint",
        ["islands"] = "island",
        ["isl"] = "island",
        ["isola"] = "isole",
        ["us"] = "usa",
        ["rep"] = "republic",
        ["repubblica"] = "republic",
        ["republica"] = "republic",
        ["republique"] = "republic",
        ["dem"] = "democratic",
        ["democratica"] = "democratic",
        ["popolare"] = "people",
        ["peoples"] = "people",
        ["fed"] = "federated",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words of a text, each once, in the order of the alphabet; none where nothing of it could be part of a name.</summary>
    public static string[] Of(string text)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        var (letters, before) = ("", "");
        var all = FoldedText.Words(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at <= all.Length; at++)
        {
            var word = at < all.Length ? all[at] : "";
            // The letters of "U.S.A." stand apart and are one word. One alone counts too: "N. Korea" is not Korea.
            var isSmall = letters.Length == 0 && IsSmall(word, isBetween: at > 0 && at < all.Length - 1);
            if (word.Length == 1 && !isSmall && !(word == "s" && before == "people"))
            {
                letters += word;
                continue;
            }

            if (letters.Length > 0)
                words.Add(Same.GetValueOrDefault(letters, letters));
            letters = "";
            before = word;
            if (word.Length == 1)
                continue;
            if (word.Length > 0 && !Small.Contains(word))
                words.Add(Same.GetValueOrDefault(word, word));
        }

        return [.. words];
    }

    /// <summary>"And" stands between two words: the letter of "E. Guinea" is another.</summary>
    private static bool IsSmall(string letter, bool isBetween) =>
        Small.Contains(letter) && (isBetween || letter is not ("a" or "e" or "y"));

    /// <summary>The words as the key of a name; empty when there are none.</summary>
    public static string KeyOf(string text) => string.Join(' ', Of(text));
}
