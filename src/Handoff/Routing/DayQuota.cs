using Handoff.People;
using NodaTime;

namespace Handoff.Routing;

/// <summary>How many leads the rota gave a rep on one day. In a change: how many more, or, below zero, how many it gave back.</summary>
/// <param name="Day">A date in the zone of the rep's calendar.</param>
public sealed record DayTally(LocalDate Day, int Given)
{
    /// <summary>What takes this back.</summary>
    public DayTally Reversed() => this with { Given = -Given };

    /// <summary>
    /// The tally after a change. Only the latest day is kept: what is told of an earlier one counts no more. So the result is the same in
    /// whatever order changes are applied.
    /// </summary>
    public static DayTally? Add(DayTally? tally, DayTally? change) => (tally, change) switch
    {
        (_, null) => tally,
        (null, _) => change,
        _ when tally.Day == change.Day => tally with { Given = tally.Given + change.Given },
        _ => tally.Day > change.Day ? tally : change,
    };
}

/// <summary>What a rep may still get from the rota on a day (<see cref="Rep.PerDay"/>).</summary>
/// <param name="Day">
/// The date, in the rep's zone, on which a lead given now would reach them: today while they are on shift, else that of their next shift.
/// Never before a day that was counted already.
/// </param>
/// <param name="Given">How many it has given for that day, less what was given back; 0 or more.</param>
/// <param name="PerDay">How many it may give.</param>
public sealed record DayQuota(LocalDate Day, int Given, int PerDay)
{
    /// <summary>Whether the rota gives no more for that day.</summary>
    public bool IsFull => Given >= PerDay;

    /// <summary>Whether the day is the present one where the rep works.</summary>
    public bool IsToday(Person person, Instant now) => now.InZone(person.Calendar.Zone).Date == Day;

    /// <summary>The rep's quota for a lead that reaches them at <paramref name="takesAt"/>; null: there is none.</summary>
    public static DayQuota? Of(Rep rep, Person person, RotaEntry entry, Instant takesAt)
    {
        if (rep.PerDay is not { } most)
            return null;
        var day = takesAt.InZone(person.Calendar.Zone).Date;
        // A store may apply what is given back before what was given.
        return entry.Today is { } tally && tally.Day >= day ? new(tally.Day, Math.Max(0, tally.Given), most) : new(day, 0, most);
    }

    /// <summary>When the rep is first on shift after the day; null: not known.</summary>
    public Instant? NextDay(Person person) =>
        Shifts.NextOnShift(person, person.Calendar.Zone.AtStartOfDay(Day.PlusDays(1)).ToInstant());
}
