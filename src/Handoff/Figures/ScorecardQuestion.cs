using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using NodaTime;

namespace Handoff.Figures;

/// <summary>A promise that holds for a period.</summary>
/// <param name="Promise">The promise, as it stood at the period's first instant.</param>
/// <param name="Period">The period.</param>
/// <param name="InForceFrom">When the first agreement came into force, if that was during the period; else the period's start.</param>
/// <param name="HeldBefore">Whether there was an agreement in the period before.</param>
public sealed record Promised(Commitment Promise, FigurePeriod Period, Instant InForceFrom, bool HeldBefore)
{
    /// <summary>
    /// The promises of the periods in which an instant lies: of each kind of period those of the agreement in force at its first instant;
    /// of the period in which the first agreement of all came into force, that one's.
    /// </summary>
    /// <param name="versions">The agreements by when they came into force, the earliest first; one at least.</param>
    /// <param name="at">The instant.</param>
    public static ImmutableArray<Promised> At(IReadOnlyList<(Instant From, Agreement Agreement)> versions, Instant at)
    {
        var present = InForce(versions, at);
        var promises = ImmutableArray.CreateBuilder<Promised>();
        foreach (var kind in Enum.GetValues<Agreements.Period>())
        {
            var period = FigurePeriod.At(kind, at, present.TimeZone, present.Figures.YearStarts);
            var first = versions[0].From;
            var promised = InForce(versions, period.Start).Commitments.Where(one => one.Per == kind);
            promises.AddRange(promised.Select(one => new Promised(one, period, Instant.Max(first, period.Start), first < period.Start)));
        }

        return [.. promises.OrderBy(one => one.Promise.By)];
    }

    private static Agreement InForce(IReadOnlyList<(Instant From, Agreement Agreement)> versions, Instant at)
    {
        var found = versions[0].Agreement;
        foreach (var (from, agreement) in versions)
            found = from <= at ? agreement : found;
        return found;
    }
}

/// <summary>What a scorecard is asked for.</summary>
public sealed record ScorecardQuestion
{
    /// <summary>As of when.</summary>
    public required Instant Now { get; init; }

    /// <summary>Which period.</summary>
    public required FigurePeriod Period { get; init; }

    /// <summary>The promises to be judged.</summary>
    public required ImmutableArray<Promised> Promises { get; init; }

    /// <summary>The recorded dimensions by which leads are sliced.</summary>
    public required ImmutableArray<string> Dimensions { get; init; }

    /// <summary>Knows calendars and zones.</summary>
    public required Staff Staff { get; init; }

    /// <summary>Whose working days are the pace.</summary>
    public required BusinessCalendar Pace { get; init; }

    /// <summary>What another tool sent in for a metric and a period.</summary>
    public Func<Promised, Figure.Reported> Reported { get; init; } = static _ => new(null, 0);

    /// <summary>What was said of a promise at its period's end, or null.</summary>
    public Func<Promised, FrozenFigure?> Frozen { get; init; } = static _ => null;

    /// <summary>The pace of an agreement: the calendar that it names, else any team's.</summary>
    public static BusinessCalendar PaceOf(Agreement agreement, Staff staff) =>
        agreement.Figures.PaceCalendar is { } name && staff.Calendar(name) is { } named ? named
        : staff.Teams.IsEmpty ? BusinessCalendar.AlwaysOpen("pace", agreement.TimeZone)
        : BusinessCalendar.AnyOf("pace", [.. staff.Teams.Select(team => team.Calendar)]);
}
