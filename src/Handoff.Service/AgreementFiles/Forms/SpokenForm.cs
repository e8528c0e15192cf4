using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Handoff.People;
using Handoff.Service.AgreementFiles.Shapes;
using Handoff.Service.AgreementFiles.Yaml;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>A text that people read, as written: once for all, or by language.</summary>
/// <param name="Once">The text for all, or null.</param>
/// <param name="ByLanguage">The texts by language; none where there is one for all.</param>
internal sealed record SpokenForm(string? Once, ImmutableArray<Entry<string>> ByLanguage)
{
    private const int LongestName = 60;

    private static readonly NamePattern Tongues = new(
        string.Join(" or ", Language.All.Select(one => $"'{one.Tag}'")), $"^({string.Join('|', Language.All.Select(one => one.Tag))})$",
        static name => Language.Find(name) is not null);

    public static readonly Shape<ImmutableArray<Entry<string>>> Languages = new MapShape<string>(Scalars.Text, names: Tongues);

    /// <summary>What people read in the place of an id, by language.</summary>
    public static readonly Shape<ImmutableArray<Entry<string>>> Name = new MapShape<string>(
        new ScalarShape<string>(
            FormattableString.Invariant($"a name of at most {LongestName} characters"), static (string text, out string value) =>
                (value = text.Trim()).Length is > 0 and <= LongestName && !value.Any(char.IsControl),
            static () => new() { ["type"] = new JsonArray("string", "number", "boolean"), ["maxLength"] = LongestName }),
        "there is no name here", Tongues);

    public static readonly Shape<SpokenForm> Shape = new EitherShape();

    /// <summary>What a reader of another language reads: English, else what there is.</summary>
    public string ForAll => Once ?? ByLanguage.OrderBy(text => LanguageOf(text).Order).First().Value.Value;

    public static Language LanguageOf(Entry<string> text) => Language.Find(text.Name.Value) ?? Language.En;

    public static ImmutableDictionary<Language, string> Build(ImmutableArray<Entry<string>> texts) =>
        texts.ToImmutableDictionary(LanguageOf, text => text.Value.Value);

    /// <summary>The names by language, or null: there are none.</summary>
    public static ImmutableDictionary<Language, string>? Build(Field<ImmutableArray<Entry<string>>> says) =>
        says.IsWritten ? Build(says.Value) : null;

    public ImmutableDictionary<Language, string>? ByLanguageOrNull() => Once is null ? Build(ByLanguage) : null;

    private sealed class EitherShape : Shape<SpokenForm>
    {
        public override Field<SpokenForm> Read(YamlNode node, Findings findings)
        {
            if (node is not YamlNode.Mapping)
            {
                var once = Scalars.Text.Read(node, findings);
                return once.Has ? Field<SpokenForm>.Of(node.At, new(once.Value, [])) : Field<SpokenForm>.Unusable(node.At);
            }

            var texts = Languages.Read(node, findings);
            return texts.Has ? Field<SpokenForm>.Of(node.At, new(null, texts.Value)) : Field<SpokenForm>.Unusable(node.At);
        }

        public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(Scalars.Text.Schema(), Languages.Schema()) };
    }
}
