using System.Collections.Immutable;
using Handoff.Qualification;
using Handoff.Qualification.Quality;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>The named lists: the built-in ones, and what <c>lists:</c> adds or replaces (design section 8, "Conditions").</summary>
internal static class ListMeaning
{
    private static readonly ImmutableDictionary<string, ImmutableHashSet<string>> BuiltIn =
        ImmutableDictionary<string, ImmutableHashSet<string>>.Empty.Add("free_mail", EmailDomains.FreeMail)
            .Add(DisposableDomains.List, DisposableDomains.Known);

    /// <summary>Tells of an addition to a list that is not built in.</summary>
    /// <returns>The names that conditions may use.</returns>
    public static IReadOnlyCollection<string> Check(Field<ImmutableArray<Entry<ListForm>>> written, Findings findings)
    {
        foreach (var entry in written.Has
            ? written.Value.Where(entry => entry is { Name.Has: true, Value: { Has: true, Value.Adds: true } }) : [])
        {
            if (!BuiltIn.ContainsKey(entry.Name.Value))
                findings.Add(
                    entry.Name.At,
                    $"there is no built-in list '{entry.Name.Value}' to add to"
                    + $"{Nearest.Hint(entry.Name.Value, BuiltIn.Keys)}; write the list itself");
        }

        return NamesOf(written);
    }

    public static IReadOnlyCollection<string> NamesOf(Field<ImmutableArray<Entry<ListForm>>> written) =>
        [.. BuiltIn.Keys.Concat(written.Has ? written.Value.Where(entry => entry.Name.Has).Select(entry => entry.Name.Value) : [])
            .Distinct(StringComparer.Ordinal)];

    /// <summary>The lists by name, their values lower-case.</summary>
    public static ImmutableDictionary<string, ImmutableHashSet<string>> Build(Field<ImmutableArray<Entry<ListForm>>> written) =>
        BuiltIn.SetItems(written.Or([]).Select(entry =>
        {
            var values = entry.Value.Value.Values.Select(value => value.Value.ToLowerInvariant());
            var start = entry.Value.Value.Adds ? BuiltIn[entry.Name.Value]
                : ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);
            return KeyValuePair.Create(entry.Name.Value, start.Union(values));
        }));
}
