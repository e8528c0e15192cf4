using System.Buffers;
using System.Collections.Frozen;

namespace Handoff.Qualification;

/// <summary>Languages as forms and browsers write them.</summary>
internal static class SpokenLanguage
{
    private const string Table = """
        ar ara arabic arabo;bg bul bulgarian bulgaro;cs ces cze czech ceco;da dan danish danese;de deu ger german tedesco deutsch;
        el ell gre greek greco;en eng english inglese;es spa spanish spagnolo espanol castellano;et est estonian estone;
        fi fin finnish finlandese;
        fr fra fre french francese francais;he heb hebrew ebraico;hi hin hindi;hr hrv croatian croato;hu hun hungarian ungherese;
        it ita italian italiano;ja jpn japanese giapponese;ko kor korean coreano;lt lit lithuanian lituano;lv lav latvian lettone;
        nl nld dut dutch olandese nederlands;no nor nob norwegian norvegese;pl pol polish polacco;pt por portuguese portoghese portugues;
        ro ron rum romanian rumeno;ru rus russian russo;sk slk slo slovak slovacco;sl slv slovenian sloveno;sq sqi alb albanian albanese;
        sr srp serbian serbo;sv swe swedish svedese;th tha thai tailandese;tr tur turkish turco;uk ukr ukrainian ucraino;
        vi vie vietnamese vietnamita;zh zho chi chinese cinese
        """;

    private static readonly SearchValues<char> AfterCode = SearchValues.Create("-_,; (");

    private static readonly FrozenDictionary<string, string> ByName = Table
        .Split(';')
        .Select(entry => entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(words => words.Skip(1).Select(word => KeyValuePair.Create(word, words[0])))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The ISO 639-1 code, lower case, of a code (<c>it</c>, <c>it-IT</c>, <c>ita</c>, <c>it,en;q=0.8</c>) or of an English, Italian or own
    /// name of a European or large language; null when it is none.
    /// </summary>
    public static string? Find(string text)
    {
        var end = text.AsSpan().IndexOfAny(AfterCode);
        var first = FoldedText.Of(end > 0 ? text[..end] : text);
        if (first.Length > 20)
            return null;
        return first.Length == 2 && char.IsAsciiLetterLower(first[0]) && char.IsAsciiLetterLower(first[1])
            ? first
            : ByName.GetValueOrDefault(first);
    }
}
