using System.Collections.Frozen;

namespace Handoff.Qualification;

/// <summary>Countries as people and vendors write them.</summary>
public static class Countries
{
    /// <summary>Country-code domains that the world uses without a thought of the country.</summary>
    private static readonly FrozenSet<string> Generic =
        ("ac ag ai am as bi bz cc cd cf co cx dj fm ga gg gl gq gs io je la ly me mg ml mn ms mu nu pn pw sc sh so st tc tk to tv "
            + "vc vg vu ws").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Languages whose code stands before a country's in a locale.</summary>
    private static readonly FrozenSet<string> Languages =
        "ar bg ca cs da de el en es et eu fi fr ga gl he hi hr hu it ja ko lt lv mk mt nb nl nn no pl pt ro ru sk sl sq sr sv th tr vi zh"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ByKey = Read();

    private static readonly FrozenSet<string> Codes = ByKey.Values.ToFrozenSet(StringComparer.Ordinal);

    private static readonly CountryParts Parts = new(ByKey);

    /// <summary>Whether the text is an ISO 3166-1 alpha-2 code in capitals.</summary>
    public static bool IsCode(string text) => Codes.Contains(text);

    /// <summary>
    /// The ISO 3166-1 alpha-2 code of a country given by code or by its name in English, Italian, German, French or Spanish,
    /// whatever the case, the accents, the articles and the order of its words; <c>Italy (IT)</c>, <c>IT - Italy</c>, <c>Milano, Italia</c>
    /// and <c>it-IT</c> too. Null when it names none, or could be another.
    /// </summary>
    public static string? Find(string text)
    {
        if (text.Length > 200)
            return null;
        return ByKey.GetValueOrDefault(FoldedText.Words(text))
            ?? ByKey.GetValueOrDefault(CountryWords.KeyOf(text))
            ?? (IsPair(text.Trim().Split('.', '@')[0].Split('-', '_'), out var pair) ? pair : Parts.Find(text));
    }

    /// <summary>
    /// Two codes: the region of a locale (<c>en-US</c>, <c>it_IT.UTF-8</c>), or the country of a subdivision's code (<c>US-CA</c>); null
    /// where it could be either, as <c>IT-PA</c> is Italian in Panama or the province of Palermo.
    /// </summary>
    private static bool IsPair(string[] parts, out string? country)
    {
        country = null;
        if (parts.Length is not (2 or 3) || parts[0].Length != 2 || parts[^1].Length != 2 || (parts.Length == 3 && parts[1].Length != 4))
            return false;
        var (first, last) = (parts[0].ToUpperInvariant(), parts[^1].ToUpperInvariant());
        var isLanguage = Languages.Contains(parts[0].ToLowerInvariant());
        var isLower = char.IsAsciiLetterLower(parts[0][0]);
        country = (IsCode(first), IsCode(last)) switch
        {
            (_, true) when first == last || (isLanguage && isLower) => last,
            (false, true) when isLanguage => last,
            (true, false) when !isLower => first,
            (true, true) when !isLanguage && !isLower => first,
            _ => null,
        };
        return true;
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
            Add(FoldedText.Of(words[0]), words[0]);
            Add(FoldedText.Of(words[1]), words[0]);
            foreach (var name in words[2].Split(','))
            {
                Add(FoldedText.Words(name), words[0]);
                Add(CountryWords.KeyOf(name), words[0]);
            }
        }

        return byKey.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string key, string code)
        {
            if (!byKey.TryAdd(key, code) && byKey[key] != code)
                throw new InvalidOperationException($"Two countries are called '{key}': {byKey[key]} and {code}.");
        }
    }
}
