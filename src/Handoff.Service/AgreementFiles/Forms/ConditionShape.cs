using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Handoff.Agreements;
using Handoff.Service.AgreementFiles.Shapes;
using Handoff.Service.AgreementFiles.Yaml;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>A condition as written, with the lists that it names.</summary>
internal sealed record ConditionForm(Condition Condition, ImmutableArray<Field<string>> Lists);

/// <summary>Fields of a lead, each with what must hold for it (design section 8, "Conditions").</summary>
internal sealed class ConditionShape : Shape<ConditionForm>
{
    public static readonly ConditionShape Instance = new();

    private static readonly MapShape<TestsForm> Tests = new(
        field => new FieldTestsShape(field), "the condition is empty; leave it out if it always holds", Scalars.Field);

    public override Field<ConditionForm> Read(YamlNode node, Findings findings)
    {
        var fields = Tests.Read(node, findings);
        if (!fields.Has || fields.Value.IsEmpty || fields.Value.Any(field => !field.Name.Has || !field.Value.Has))
            return Field<ConditionForm>.Unusable(node.At);
        return Field<ConditionForm>.Of(node.At, new ConditionForm(
            new Condition([.. fields.Value.SelectMany(field => field.Value.Value.Tests)]),
            [.. fields.Value.SelectMany(field => field.Value.Value.Lists)]));
    }

    public override JsonObject Schema() => Tests.Schema();
}

/// <summary>What must hold for one field.</summary>
internal sealed record TestsForm(ImmutableArray<FieldTest> Tests, ImmutableArray<Field<string>> Lists);

/// <summary>A value (equals), a list (one of), or named tests that all must hold.</summary>
internal sealed class FieldTestsShape(string field) : Shape<TestsForm>
{
    private static readonly Shape<ImmutableArray<Field<Word>>> Words = Scalars.Word.OneOrList();

    private static readonly RecordShape<Named> NamedTests = Record.Of(k => new Named(
        k.Optional("equals", "The field is this value, or one of these, whatever the case.", Words),
        k.Optional(
            "contains",
            "The field contains this text, or one of these, from the beginning of a word; case and accents do not matter.",
            Scalars.Text.OneOrList()),
        k.Optional("at_least", "The field is a number not below this.", Scalars.Number),
        k.Optional("at_most", "The field is a number not above this.", Scalars.Number),
        k.Optional("in", "The field is in the list of this name.", Scalars.Text),
        k.Optional("not_in", "The field is given and is not in the list of this name.", Scalars.Text)));

    public override Field<TestsForm> Read(YamlNode node, Findings findings)
    {
        if (node is not YamlNode.Mapping)
            return OneOf(Words.Read(node, findings), findings) is { } test
                ? Field<TestsForm>.Of(node.At, new TestsForm([test], []))
                : Field<TestsForm>.Unusable(node.At);
        var named = NamedTests.Read(node, findings).Value;
        var tests = Compile(named, findings);
        if (!named.IsUsable || tests.Contains(null))
            return Field<TestsForm>.Unusable(node.At);
        if (tests.IsEmpty)
        {
            findings.Add(node.At, $"nothing is asked of '{field}'");
            return Field<TestsForm>.Unusable(node.At);
        }

        if (named is { AtLeast.Has: true, AtMost.Has: true } && named.AtLeast.Value > named.AtMost.Value)
            findings.Add(named.AtLeast.At, $"'at_least' is above 'at_most', so no '{field}' can meet this");
        return Field<TestsForm>.Of(
            node.At, new TestsForm([.. tests.OfType<FieldTest>()], [.. new[] { named.In, named.NotIn }.Where(list => list.Has)]));
    }

    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(Words.Schema(), NamedTests.Schema()) };

    /// <summary>The tests; null stands for one that has mistakes.</summary>
    private ImmutableArray<FieldTest?> Compile(Named named, Findings findings)
    {
        var tests = ImmutableArray.CreateBuilder<FieldTest?>();
        if (named.EqualTo.IsWritten)
            tests.Add(OneOf(named.EqualTo, findings));
        if (named.Contains.IsWritten)
        {
            tests.Add(named.Contains.Has && named.Contains.Value.All(text => text.Has)
                ? new FieldTest.Contains(field, [.. named.Contains.Value.Select(text => text.Value)])
                : null);
        }

        if (named.AtLeast.Has || named.AtMost.Has)
        {
            tests.Add(new FieldTest.Between(
                field, named.AtLeast.Has ? named.AtLeast.Value : null, named.AtMost.Has ? named.AtMost.Value : null));
        }

        if (named.In.Has)
            tests.Add(new FieldTest.InList(field, named.In.Value));
        if (named.NotIn.Has)
            tests.Add(new FieldTest.NotInList(field, named.NotIn.Value));
        return tests.DrainToImmutable();
    }

    private FieldTest.OneOf? OneOf(Field<ImmutableArray<Field<Word>>> words, Findings findings)
    {
        if (!words.Has || words.Value.Any(word => !word.Has))
            return null;
        if (field == "country")
        {
            foreach (var word in words.Value)
            {
                if (Codes.Countries.Wrong(word.Value) is { } wrong)
                    findings.Add(word.At, wrong);
            }
        }

        return new FieldTest.OneOf(field, [.. words.Value.Select(word => word.Value.Text)]);
    }

    private sealed record Named(
        Field<ImmutableArray<Field<Word>>> EqualTo,
        Field<ImmutableArray<Field<string>>> Contains,
        Field<decimal> AtLeast,
        Field<decimal> AtMost,
        Field<string> In,
        Field<string> NotIn)
    {
        public bool IsUsable =>
            AtLeast.Has == AtLeast.IsWritten && AtMost.Has == AtMost.IsWritten && In.Has == In.IsWritten && NotIn.Has == NotIn.IsWritten;
    }
}
