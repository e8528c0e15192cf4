using System.Collections.Immutable;
using Handoff.Service.AgreementFiles.Meaning;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Ics;

/// <summary>An event with its occurrences, before any of them is changed or cancelled.</summary>
/// <param name="First">The day on which it begins.</param>
/// <param name="Days">How many days an occurrence lasts; null: it has a time of day and closes none.</param>
/// <param name="Rules">By which it recurs; none: it does not.</param>
/// <param name="Except">By which occurrences are left out.</param>
internal sealed record IcsSeries(
    IcsEvent Event, LocalDate First, int? Days, ImmutableArray<Recurrence> Rules, ImmutableArray<Recurrence> Except)
{
    /// <summary>Reads the event's rules; one that cannot be followed is told.</summary>
    public static IcsSeries Read(IcsEvent one, WholeDays? days, DateTimeZone calendar, IcsTrouble trouble)
    {
        var zone = one.ZoneOr(calendar);
        var first = days?.First ?? one.Start!.Value.DateIn(zone);
        return new(one, first, days?.Count, Rules(one.Rules), Rules(one.ExceptRules));

        ImmutableArray<Recurrence> Rules(ImmutableArray<IcsRule> written) =>
            [.. written.Select(rule => Recurrence.Read(one, rule, first, zone, trouble)).OfType<Recurrence>()];
    }

    /// <summary>Steps in which the rules are followed.</summary>
    public long Steps => Rules.Sum(rule => rule.Steps) + Except.Sum(rule => rule.Steps);

    /// <summary>The days on which occurrences begin.</summary>
    public IReadOnlySet<LocalDate> Starts(DateTimeZone calendar, IcsTrouble trouble, CancellationToken cancellation)
    {
        var zone = Event.ZoneOr(calendar);
        SortedSet<LocalDate> starts = [.. Event.Added.Select(added => added.DateIn(zone))];
        if (Rules.IsEmpty)
            starts.Add(First);
        foreach (var rule in Rules)
            starts.UnionWith(rule.Days(Event, First, trouble, cancellation));
        starts.ExceptWith(Event.Except.Select(except => except.DateIn(zone)));
        foreach (var rule in Except)
            starts.ExceptWith(rule.Days(Event, First, trouble, cancellation));
        return starts;
    }
}
