using System.Collections.Frozen;
using System.Collections.Immutable;
using Handoff.People;

namespace Handoff.Agreements;

/// <summary>What has an id in the files and may have a name for people.</summary>
public enum NamedThing
{
    Team,

    Tier,

    Calendar,

    Source,

    Dimension,

    /// <summary>A figure that another tool sends in.</summary>
    Metric,
}

/// <summary>
/// What people read in the place of ids: the names that the files in force give to teams, tiers, calendars, sources, dimensions and
/// reported metrics, by language. Immutable.
/// </summary>
public sealed record Naming
{
    private readonly FrozenDictionary<(NamedThing Thing, string Id), ImmutableDictionary<Language, string>> _says;

    private Naming(IEnumerable<((NamedThing Thing, string Id) Key, ImmutableDictionary<Language, string>? Says)> all) =>
        _says = all.Where(one => one.Says is not null).DistinctBy(one => one.Key).ToFrozenDictionary(one => one.Key, one => one.Says!);

    /// <summary>No file gives names: ids are read, made readable.</summary>
    public static Naming None { get; } = new([]);

    /// <summary>The names that the files give.</summary>
    /// <param name="agreement">Names tiers, dimensions and reported metrics.</param>
    /// <param name="staff">Names teams and calendars.</param>
    /// <param name="sources">Name themselves.</param>
    public static Naming Of(Agreement agreement, Staff staff, IEnumerable<LeadSource> sources) => new(
        agreement.Tiers.Select(one => ((NamedThing.Tier, one.Name), one.Says))
            .Concat(staff.Teams.Select(one => ((NamedThing.Team, one.Name), one.Says)))
            .Concat(staff.CalendarSays.Select(one => ((NamedThing.Calendar, one.Key), (ImmutableDictionary<Language, string>?)one.Value)))
            .Concat(sources.Select(one => ((NamedThing.Source, one.Name), one.Says)))
            .Concat(agreement.Dimensions.Select(one => ((NamedThing.Dimension, one.Name), one.Says)))
            .Concat(agreement.Commitments.Select(one => ((NamedThing.Metric, one.Metric), one.Says))));

    /// <summary>The name in a language, else in English, else in another; null: the files give none.</summary>
    internal string? Find(NamedThing thing, string id, Language language) => _says.GetValueOrDefault((thing, id)) is { IsEmpty: false } says
        ? says.GetValueOrDefault(language) ?? says.GetValueOrDefault(Language.En) ?? says.MinBy(one => one.Key.Order).Value : null;

    /// <summary>The names as a reader of this language reads them.</summary>
    public ReaderNames In(Language language) => new(this, language);
}
