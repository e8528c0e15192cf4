using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using NodaTime;

namespace Handoff.Rows;

/// <summary>What lists and figures know of one clock of a lead. Instants are UTC.</summary>
/// <param name="Mode">Whether only open time counts.</param>
/// <param name="Calendar">The name of the calendar on which it runs.</param>
/// <param name="State">What it does; of a clock that ended, how.</param>
/// <param name="StartedAt">When the promise was given.</param>
/// <param name="Due">The deadline as last planned.</param>
/// <param name="FirstRung">When the first rung of its ladder falls due; null: the ladder has none.</param>
/// <param name="PausedAt">Since when it stands still; null: it does not.</param>
/// <param name="MetAt">When the promise was kept, in time or late; null: it was not.</param>
/// <param name="EndedAt">When it was cancelled; null: it was not.</param>
/// <param name="Charges">Of a breach: who held the lead, by shares of the clock's time.</param>
public sealed record ClockFigure(
    ClockName Name, ClockMode Mode, string Calendar, ClockState State, Instant StartedAt, Instant Due, Instant? FirstRung,
    Instant? PausedAt, Instant? MetAt, Instant? EndedAt, ImmutableArray<Charge> Charges)
{
    /// <summary>Since when its present plan counts; what ran before is <see cref="RanBefore"/>.</summary>
    public Instant? PlannedFrom { get; init; }

    /// <summary>The time of the clock that had run before <see cref="PlannedFrom"/>.</summary>
    public Duration RanBefore { get; init; }

    /// <summary>How much of its own time the clock had run by an instant, or by its end if that was earlier.</summary>
    /// <param name="calendar">The calendar of that name; null: it is gone, and elapsed time is told.</param>
    /// <param name="by">The instant.</param>
    public Duration Ran(BusinessCalendar? calendar, Instant by)
    {
        var from = PlannedFrom ?? StartedAt;
        var to = PausedAt is { } paused ? Instant.Min(paused, by) : by;
        if ((MetAt ?? EndedAt) is { } end)
            to = Instant.Min(end, to);
        return to <= from ? RanBefore
            : RanBefore + (calendar is null || Mode == ClockMode.Elapsed ? to - from : calendar.OpenBetween(from, to));
    }

    /// <summary>Whether the promise is still to be kept.</summary>
    public bool IsUnmet => MetAt is null && EndedAt is null;

    public static ClockFigure Of(ClockRun clock) => new(
        clock.Name, clock.Mode, clock.Plan.Calendar, clock.State, clock.StartedAt, clock.Plan.Due,
        clock.Plan.Rungs.IsEmpty ? null : clock.Plan.Rungs[0], clock.PausedAt, clock.MetAt, clock.CancelledAt, clock.Charges)
    {
        PlannedFrom = clock.Plan.From,
        RanBefore = clock.Plan.Ran,
    };
}
