using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Handoff.Agreements;
using Handoff.Service.AgreementFiles.Shapes;
using Handoff.Service.AgreementFiles.Yaml;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>What makes a lead qualified, as written.</summary>
internal sealed record QualificationForm(Field<int> QualifiedAt, Field<ImmutableArray<Field<string>>> CompleteWith, Field<ImmutableArray<Field<RuleForm>>> Rules)
{
    private static readonly Key<int> QualifiedAtKey = new("qualified_at", "Points from which a lead is qualified.", Scalars.Whole(-100_000, 100_000), IsRequired: true);
    private static readonly Key<ImmutableArray<Field<string>>> CompleteWithKey = new("complete_with", "Fields that a complete lead has; email if not said.", new ListShape<string>(Scalars.FieldName));
    private static readonly Key<ImmutableArray<Field<RuleForm>>> RulesKey = new("rules", "Every rule that holds adds its points.", new ListShape<RuleForm>(RuleForm.Shape), IsRequired: true);

    public static readonly Shape<QualificationForm> Shape = new RecordShape<QualificationForm>(
        keys => new QualificationForm(keys.Get(QualifiedAtKey), keys.Get(CompleteWithKey), keys.Get(RulesKey)), QualifiedAtKey, CompleteWithKey, RulesKey);

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
    private static readonly Key<int> PointsKey = new("points", "Added to the score; may be negative.", Scalars.Whole(-100_000, 100_000), IsRequired: true);
    private static readonly Key<SpokenForm> BecauseKey = new("because", "The reason that the rep reads: a text, or one by language: en, it.", SpokenForm.Shape, IsRequired: true);
    private static readonly Key<ConditionForm> WhenKey = new("when", "Which leads get the points; each field with a value, a list, or tests.", ConditionShape.Instance, IsRequired: true);

    public static readonly Shape<RuleForm> Shape = new RecordShape<RuleForm>(
        keys => new RuleForm(keys.Get(PointsKey), keys.Get(BecauseKey), keys.Get(WhenKey)), PointsKey, BecauseKey, WhenKey);

    public ScoreRule Build() => new(Points.Value, Because.Value.ForAll, When.Value.Condition) { Says = Because.Value.ByLanguageOrNull() };
}

/// <summary>A reason as written.</summary>
internal sealed record ReasonForm(Field<string> Code, Field<ReasonEffect> Then, Field<Fault> Fault, Field<ImmutableArray<Entry<string>>> Says)
{
    private static readonly Key<string> CodeKey = new("code", "The reason's code, such as not_a_fit.", Scalars.Text, IsRequired: true);
    private static readonly Key<ReasonEffect> ThenKey = new("then", "What it does: reroute to another rep, return to marketing, nurture, or discard.", Words.Effect, IsRequired: true);
    private static readonly Key<Fault> FaultKey = new("fault", "Who is charged with it: routing, rep, marketing or nobody.", Words.Fault, IsRequired: true);
    private static readonly Key<ImmutableArray<Entry<string>>> SaysKey = new(
        "says", "What people read, by language: en, it. One of English and the agreement's language must be there.", SpokenForm.Languages, IsRequired: true);

    public static readonly Shape<ReasonForm> Shape = new RecordShape<ReasonForm>(
        keys => new ReasonForm(keys.Get(CodeKey), keys.Get(ThenKey), keys.Get(FaultKey), keys.Get(SaysKey)), CodeKey, ThenKey, FaultKey, SaysKey);

    public Reason Build() => new(
        Code.Value, Then.Value, Fault.Value, SpokenForm.Build(Says.Value));
}

/// <summary>A named list as written: its values, and whether they join the built-in ones.</summary>
internal sealed record ListForm(ImmutableArray<Field<string>> Values, bool Adds)
{
    private static readonly ListShape<string> Items = new(Scalars.Text);
    private static readonly Key<ImmutableArray<Field<string>>> AddKey = new("add", "Values that join the built-in list.", Items, IsRequired: true);

    public static readonly Shape<ListForm> Shape = new EitherShape();

    private sealed class EitherShape : Shape<ListForm>
    {
        private static readonly RecordShape<Field<ImmutableArray<Field<string>>>> Added = new(keys => keys.Get(AddKey), AddKey);

        public override Field<ListForm> Read(YamlNode node, Findings findings)
        {
            var adds = node is YamlNode.Mapping;
            var values = adds ? Added.Read(node, findings).Value : Items.Read(node, findings);
            return values.Has ? Field<ListForm>.Of(node.At, new ListForm(values.Value, adds)) : Field<ListForm>.Unusable(node.At);
        }

        public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(Items.Schema(), Added.Schema()) };
    }
}
