using System.Collections.Frozen;

namespace Handoff.Qualification;

/// <summary>Countries as people and vendors write them.</summary>
public static class Countries
{
    /// <summary>Country-code domains that the world uses without a thought of the country.</summary>
    private static readonly FrozenSet<string> Generic =
        ("ac ag ai am as bi bz cc cd cf co cx dj fm ga gg gl gq gs io je la ly me mg ml mn ms mu nu pn pw sc sh so st tc tk to tv "
            + "vc vg vu ws").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ByKey = Read();

    private static readonly FrozenSet<string> Codes = ByKey.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the text is an ISO 3166-1 alpha-2 code in capitals.</summary>
    public static bool IsCode(string text) => Codes.Contains(text);

    /// <summary>
    /// The ISO 3166-1 alpha-2 code of a country given by alpha-2 or alpha-3 code or by its English or Italian name, whatever the case and the
    /// accents; <c>Italy (IT)</c>, <c>IT - Italy</c> and <c>it-IT</c> too. Null when it names none.
    /// </summary>
    public static string? Find(string text)
    {
        if (text.Length > 200)
            return null;
        if (ByKey.GetValueOrDefault(FoldedText.Words(text)) is { } code)
            return code;

        // Lists of countries write "Korea, Republic of".
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && ByKey.GetValueOrDefault(FoldedText.Words($"{text[(comma + 1)..]} {text[..comma]}")) is { } turned)
            return turned;
        return FindPart(text);
    }

    /// <summary>
    /// A part may say it: the last first, so that the region of en-US decides. A short part must look like a code: not the "in" of "opt-in".
    /// </summary>
    private static string? FindPart(string text)
    {
        var parts = text.Split(['(', ')', '-', '_', '/', ',', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var at = parts.Length - 1; at >= 0; at--)
        {
            var mayBeOne = parts[at].Length > 3 || !parts[at].AsSpan().ContainsAnyInRange('a', 'z');
            if (mayBeOne && ByKey.GetValueOrDefault(FoldedText.Words(parts[at])) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>
    /// The country of a domain's ending, or null: only real countries (<c>.uk</c> is GB), and none of the endings that are sold as if they
    /// meant something else, such as <c>.io</c>, <c>.co</c>, <c>.me</c>, <c>.ai</c>, <c>.tv</c>.
    /// </summary>
    /// <param name="domain">A domain in lower case.</param>
    public static string? OfDomain(string domain)
    {
        var ending = domain[(domain.LastIndexOf('.') + 1)..];
        return ending.Length == 2 && !Generic.Contains(ending) ? ByKey.GetValueOrDefault(ending) : null;
    }

    private static FrozenDictionary<string, string> Read()
    {
        var byKey = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in CountryTable.Text.Split(';'))
        {
            var words = entry.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
            byKey.Add(FoldedText.Of(words[0]), words[0]);
            byKey.Add(FoldedText.Of(words[1]), words[0]);
            foreach (var name in words[2].Split(','))
                byKey.Add(FoldedText.Words(name), words[0]);
        }

        return byKey.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
