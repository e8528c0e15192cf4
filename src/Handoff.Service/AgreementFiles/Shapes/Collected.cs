using System.Collections.Immutable;

namespace Handoff.Service.AgreementFiles.Shapes;

/// <summary>Shapes of several values, made of the shape of one.</summary>
internal static class Collected
{
    /// <summary>A list of these.</summary>
    /// <param name="empty">What to say of an empty list, or null where it may be empty.</param>
    public static Shape<ImmutableArray<Field<T>>> List<T>(this Shape<T> item, string? empty = "the list is empty")
        where T : notnull => new ListShape<T>(item, orSingle: false, empty);

    /// <summary>A list of these, or one without the list around it.</summary>
    public static Shape<ImmutableArray<Field<T>>> OneOrList<T>(this Shape<T> item, string? empty = "the list is empty")
        where T : notnull => new ListShape<T>(item, orSingle: true, empty);

    /// <summary>These by names that the file chooses.</summary>
    public static Shape<ImmutableArray<Entry<T>>> ByName<T>(this Shape<T> value, string? empty = null, NamePattern? names = null)
        where T : notnull => new MapShape<T>(value, empty, names);
}
