using System.Buffers;
using System.Collections.Frozen;

namespace Handoff.Qualification;

/// <summary>
/// Finds the country in a text that says more than its name: <c>Milano, Italia</c>, <c>IT - Italy</c>, <c>Hong Kong, China</c>. A part
/// decides only where it cannot be another country; where it can, the text names none.
/// </summary>
internal sealed class CountryParts(FrozenDictionary<string, string> byKey)
{
    private const int MostParts = 8;

    /// <summary>Names that several countries bear, each with another word: beside anything else they decide nothing.</summary>
    private static readonly FrozenSet<string> Shared =
        "congo,korea,corea,guinea,samoa,georgia,saint martin,macedonia,sudan,dominicana"
            .Split(',').Select(CountryWords.KeyOf).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// Codes that are also those of a state or province of the United States, Canada, Italy, Australia or Brazil: beside a place they are
    /// more likely that ("Palermo, PA", "Indianapolis, IN").
    /// </summary>
    private static readonly FrozenSet<string> Provinces =
        ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI "
            + "SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AS MP AB BC MB NB NL NS NT NU ON PE QC SK YT AG AN AO AP AQ AT AV BA BG "
            + "BI BL BN BO BR BS BT BZ CB CE CH CL CN CR CS CZ EN FC FE FG FI FM FR GE GO GR IM IS KR LC LE LI LO LT LU MC NA NO OT "
            + "PC PD PG PI PN PO PT PU PV PZ RA RC RE RG RM RN RO SA SI SO SP SR SS SV TA TE TO TP TR TS TV UD VB VC VE VR VS VV AC "
            + "AM DF ES MG PB RJ RS RR SE TAS QLD")
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Territories with a code of their own, by the country that people write behind them.</summary>
    private static readonly FrozenDictionary<string, string> Sovereign =
        ("CN HK MO TW;US PR GU VI AS MP UM;DK GL FO;FR GP MQ GF RE YT PM BL MF NC PF WF TF;NL AW CW SX BQ;FI AX;NO SJ BV;"
            + "AU CX CC NF HM;NZ CK NU TK;GB GI BM KY VG TC AI MS FK SH GS IO PN JE GG IM")
            .Split(';').Select(group => group.Split(' '))
            .SelectMany(group => group.Skip(1).Select(territory => KeyValuePair.Create(territory, group[0])))
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly SearchValues<char> Breaks = SearchValues.Create("()[]{}/,|;:_\n\t–—·");

    /// <summary>Names of several words, by the words in them: which countries a shorter name could also mean.</summary>
    private readonly FrozenDictionary<string, string[]> _longer = byKey.Keys
        .Where(key => key.Contains(' ', StringComparison.Ordinal))
        .SelectMany(key => key.Split(' ').Select(word => (word, key)))
        .GroupBy(pair => pair.word, pair => pair.key, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>Returns the code of the country that the text names, or null.</summary>
    public string? Find(string text) =>
        Decide(Split(text, hyphens: false))
        ?? (text.Contains('-', StringComparison.Ordinal) ? Decide(Split(text, hyphens: true)) : null);

    private string? Decide(List<string> parts)
    {
        if (parts.Count is 0 or > MostParts)
            return null;
        var found = new List<FoundName>();
        var rest = new List<string>();
        for (var at = 0; at < parts.Count;)
        {
            var taken = Take(parts, at, found);
            if (taken == 0)
                rest.AddRange(CountryWords.Of(parts[at]));
            at += Math.Max(1, taken);
        }

        var isAlone = parts.Count == 1;
        var sure = found.Where(one => isAlone || IsSure(one, found, rest)).Select(one => one.Country)
            .Distinct(StringComparer.Ordinal).ToArray();
        return sure switch
        {
            [var only] => only,
            [var one, var other] when Sovereign.GetValueOrDefault(one) == other => one,
            [var one, var other] when Sovereign.GetValueOrDefault(other) == one => other,
            _ => null,
        };
    }

    /// <summary>Takes the name that begins at a part and is made of most of them; how many those are, 0 when none is.</summary>
    private int Take(List<string> parts, int at, List<FoundName> found)
    {
        for (var count = parts.Count - at; count > 0; count--)
        {
            var text = string.Join(' ', parts.Skip(at).Take(count));
            // A short part must look like a code: not the "in" of "opt-in".
            if (text.Length <= 3 && text.AsSpan().ContainsAnyInRange('a', 'z'))
                continue;
            // A code first: "DE" is not the small word.
            var key = text.Length <= 3 ? FoldedText.Words(text) : CountryWords.KeyOf(text);
            if (byKey.GetValueOrDefault(key) is not { } country)
                continue;
            found.Add(new(key, country, text.Length <= 3));
            return count;
        }

        return 0;
    }

    private bool IsSure(FoundName one, List<FoundName> found, List<string> rest)
    {
        // Said twice in two ways, as in "Italy (IT)": then it is meant.
        if (found.Any(other => other.Key != one.Key && other.Country == one.Country))
            return true;
        if (Shared.Contains(one.Key))
            return false;
        if (one.IsShort && Provinces.Contains(one.Key.ToUpperInvariant()))
            return false;
        return !rest.Any(word => CouldComplete(one, word));
    }

    /// <summary>Whether a word, or the one it is short for, makes another country's name of this one: "eq." of "Guinea".</summary>
    private bool CouldComplete(FoundName one, string word)
    {
        var words = one.Key.Split(' ');
        return _longer.GetValueOrDefault(words[0], []).Any(longer =>
            byKey[longer] != one.Country
            && longer.Split(' ') is var others
            && words.All(others.Contains)
            && others.Except(words, StringComparer.Ordinal).Any(other =>
                other.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(other, StringComparison.Ordinal)));
    }

    private readonly record struct FoundName(string Key, string Country, bool IsShort);

    private static List<string> Split(string text, bool hyphens)
    {
        var parts = new List<string>();
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            var isBreak = at == text.Length || Breaks.Contains(text[at]) || (text[at] == '-' && (hyphens || IsSpaced(text, at)));
            if (!isBreak)
                continue;
            var part = text[start..at].Trim();
            if (part.Length > 0)
                parts.Add(part);
            start = at + 1;
        }

        return parts;
    }

    private static bool IsSpaced(string text, int at) =>
        (at > 0 && char.IsWhiteSpace(text[at - 1])) || (at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]));
}
