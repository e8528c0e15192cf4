using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Handoff.Agreements;
using Handoff.Service.AgreementFiles.Shapes;
using Handoff.Service.AgreementFiles.Yaml;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>A dimension as written: a name alone, or a name with the field that holds it.</summary>
internal sealed record DimensionForm(Field<string> Name, Field<string> From, Field<ImmutableArray<Entry<string>>> Says)
{
    private static readonly Shape<string> Counted = new ScalarShape<string>(
        Scalars.Field.Expected, static (string text, out string value) =>
            (value = text.Trim()) == Dimension.ConsentContact || Scalars.IsField(value),
        static () => Scalars.Pattern(@"[^\sA-Z-]+"));

    private static readonly RecordShape<DimensionForm> Named = Record.Of(k => new DimensionForm(
        k.Required("name", "The name under which it is counted.", Counted),
        k.Optional("from", "The lead's field that holds it; the field of that name if not said.", Scalars.FieldName),
        k.Optional("says", "What people read in its place, by language: en, it; the name if not said.", SpokenForm.Name)));

    public static readonly Shape<DimensionForm> Shape = new EitherShape();

    /// <summary>Where the field that is read stands in the file.</summary>
    public Field<string> Read => From.IsWritten ? From : Name;

    public Dimension Build() => new(Name.Value, From.IsWritten ? From.Value : null) { Says = SpokenForm.Build(Says) };

    private sealed class EitherShape : Shape<DimensionForm>
    {
        public override Field<DimensionForm> Read(YamlNode node, Findings findings)
        {
            if (node is YamlNode.Mapping)
                return Named.Read(node, findings);
            var name = Counted.Read(node, findings);
            return name.Has
                ? Field<DimensionForm>.Of(
                    node.At, new(name, Field<string>.Absent(node.At), Field<ImmutableArray<Entry<string>>>.Absent(node.At)))
                : Field<DimensionForm>.Unusable(node.At);
        }

        public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(Counted.Schema(), Named.Schema()) };
    }
}
