using System.Collections.Frozen;

namespace Handoff.Service.AgreementFiles.Shapes;

/// <summary>
/// Codes of two letters. YAML turned some of them into booleans for years (<c>NO</c>, <c>no</c>, <c>on</c>), so those need quotes.
/// </summary>
internal sealed class Codes
{
    /// <summary>The countries of ISO 3166-1.</summary>
    public static readonly Codes Countries = new(
        "a country code (ISO 3166) such as IT", code => Qualification.Countries.IsCode(code.ToUpperInvariant()));

    private const string LanguageCodes = """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et
        eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk
        kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny
        oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk
        tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """;

    /// <summary>The languages of ISO 639-1.</summary>
    public static readonly Codes Languages = new(
        "a language code (ISO 639-1) such as it",
        LanguageCodes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).Contains);

    // What YAML 1.1 reads as true or false.
    private static readonly FrozenSet<string> Booleans =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "y", "n", "yes", "no", "on", "off", "true", "false");

    private readonly string _expected;
    private readonly Func<string, bool> _isCode;

    private Codes(string expected, Func<string, bool> isCode)
    {
        _expected = expected;
        _isCode = isCode;
    }

    /// <summary>What is wrong with a code, or null.</summary>
    public string? Wrong(Word word)
    {
        if (word.IsPlain && Booleans.Contains(word.Text))
        {
            return _isCode(word.Text)
                ? $"{word.Text} without quotes is a boolean to YAML; write \"{word.Text}\""
                : $"{word.Text} is a boolean to YAML, not {_expected}; if it was a code such as NO, write it in quotes: \"NO\"";
        }

        return _isCode(word.Text) ? null : $"'{word.Text}' is not {_expected}";
    }
}

/// <summary>A code of two letters.</summary>
internal sealed class CodeShape(Codes codes) : Shape<string>
{
    public override Field<string> Read(Yaml.YamlNode node, Findings findings)
    {
        var word = Scalars.Word.Read(node, findings);
        if (!word.Has)
            return Field<string>.Unusable(node.At);
        if (codes.Wrong(word.Value) is { } wrong)
        {
            findings.Add(node.At, wrong);
            return Field<string>.Unusable(node.At);
        }

        return Field<string>.Of(node.At, word.Value.Text);
    }

    public override System.Text.Json.Nodes.JsonObject Schema() => Scalars.Pattern("[A-Za-z]{2}");
}
