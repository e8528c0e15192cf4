using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Handoff.Agreements;
using Handoff.Service.AgreementFiles.Shapes;
using Handoff.Service.AgreementFiles.Yaml;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>What makes a lead qualified, as written.</summary>
internal sealed record QualificationForm(
    Field<int> QualifiedAt, Field<ImmutableArray<Field<string>>> CompleteWith, Field<ImmutableArray<Field<RuleForm>>> Rules)
{
    public static readonly Shape<QualificationForm> Shape = Record.Of(k => new QualificationForm(
        k.Required("qualified_at", "Points from which a lead is qualified.", Scalars.Whole(-100_000, 100_000)),
        k.Optional("complete_with", "Fields that a complete lead has; email if not said.", Scalars.FieldName.List()),
        k.Required("rules", "Every rule that holds adds its points.", RuleForm.Shape.List())));

    public QualificationTerms Build() => new()
    {
        QualifiedAt = QualifiedAt.Value,
        CompleteWith = CompleteWith.IsWritten ? [.. CompleteWith.Value.Select(field => field.Value)] : ["email"],
        Rules = [.. Rules.Value.Select(rule => rule.Value.Build())],
    };
}

/// <summary>Points for a lead, as written.</summary>
internal sealed record RuleForm(Field<int> Points, Field<SpokenForm> Because, Field<ConditionForm> When)
{
    public static readonly Shape<RuleForm> Shape = Record.Of(k => new RuleForm(
        k.Required("points", "Added to the score; may be negative.", Scalars.Whole(-100_000, 100_000)),
        k.Required("because", "The reason that the rep reads: a text, or one by language: en, it.", SpokenForm.Shape),
        k.Required("when", "Which leads get the points; each field with a value, a list, or tests.", ConditionShape.Instance)));

    public ScoreRule Build() => new(Points.Value, Because.Value.ForAll, When.Value.Condition) { Says = Because.Value.ByLanguageOrNull() };
}

internal sealed record ReasonForm(
    Field<string> Code, Field<ReasonEffect> Then, Field<Fault> Fault, Field<ImmutableArray<Entry<string>>> Says)
{
    public static readonly Shape<ReasonForm> Shape = Record.Of(k => new ReasonForm(
        k.Required("code", "The reason's code, such as not_a_fit.", Scalars.Text),
        k.Required("then", "What it does: reroute to another rep, return to marketing, nurture, or discard.", Words.Effect),
        k.Required("fault", "Who is charged with it: routing, rep, marketing or nobody.", Words.Fault),
        k.Required(
            "says", "What people read, by language: en, it. One of English and the agreement's language must be there.",
            SpokenForm.Languages)));

    public Reason Build() => new(
        Code.Value, Then.Value, Fault.Value, SpokenForm.Build(Says.Value));
}

/// <summary>A named list as written: its values, and whether they join the built-in ones.</summary>
internal sealed record ListForm(ImmutableArray<Field<string>> Values, bool Adds)
{
    private static readonly Shape<ImmutableArray<Field<string>>> Items = Scalars.Text.List();

    public static readonly Shape<ListForm> Shape = new EitherShape();

    private sealed class EitherShape : Shape<ListForm>
    {
        private static readonly RecordShape<Field<ImmutableArray<Field<string>>>> Added =
            Record.Of(k => k.Required("add", "Values that join the built-in list.", Items));

        public override Field<ListForm> Read(YamlNode node, Findings findings)
        {
            var adds = node is YamlNode.Mapping;
            var values = adds ? Added.Read(node, findings).Value : Items.Read(node, findings);
            return values.Has ? Field<ListForm>.Of(node.At, new ListForm(values.Value, adds)) : Field<ListForm>.Unusable(node.At);
        }

        public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(Items.Schema(), Added.Schema()) };
    }
}
