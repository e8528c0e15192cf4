using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Handoff.Agreements;

/// <summary>A structured condition on a lead: every test must hold. <see cref="Always"/> has none.</summary>
public sealed record Condition(ImmutableArray<FieldTest> Tests)
{
    public static Condition Always { get; } = new([]);
}

/// <summary>A test of one field of a lead. A missing field meets no test, not even <see cref="NotInList"/>.</summary>
/// <param name="Field">The field's name, such as <c>job_title</c>, <c>email_domain</c>, <c>score</c>.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "test")]
[JsonDerivedType(typeof(OneOf), "one_of")]
[JsonDerivedType(typeof(Contains), "contains")]
[JsonDerivedType(typeof(Between), "between")]
[JsonDerivedType(typeof(InList), "in")]
[JsonDerivedType(typeof(NotInList), "not_in")]
public abstract record FieldTest(string Field)
{
    /// <summary>The field equals one of the values, ignoring case.</summary>
    public sealed record OneOf(string Field, ImmutableArray<string> Values) : FieldTest(Field);

    /// <summary>
    /// The field contains one of the texts, ignoring case and accents, matched from the beginning of a word (design section 8).
    /// </summary>
    public sealed record Contains(string Field, ImmutableArray<string> Texts) : FieldTest(Field);

    /// <summary>The field is a number in [<paramref name="AtLeast"/>, <paramref name="AtMost"/>]; a null bound is open.</summary>
    public sealed record Between(string Field, decimal? AtLeast, decimal? AtMost) : FieldTest(Field);

    /// <summary>The field is in the named list.</summary>
    public sealed record InList(string Field, string List) : FieldTest(Field);

    /// <summary>The field is given and is not in the named list.</summary>
    public sealed record NotInList(string Field, string List) : FieldTest(Field);
}
