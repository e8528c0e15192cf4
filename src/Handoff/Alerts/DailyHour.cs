using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Alerts;

/// <summary>A time of the day at which somebody gets one e-mail for all that came since the last.</summary>
public sealed record DailyHour(LocalTime At, DateTimeZone Zone)
{
    /// <summary>
    /// The next time after an instant, on a day on which the person is at work; where the person begins later, that beginning. Who is
    /// only at work before that hour gets it then; who never is, or is not known, at the hour of any day.
    /// </summary>
    public Instant After(Instant now, Person? person)
    {
        var today = On(now.InZone(Zone).Date);
        var hour = today > now ? today : On(now.InZone(Zone).Date.PlusDays(1));
        if (person is null || Shifts.NextOnShift(person, hour) is not { } atWork)
            return hour;
        if (IsSameDay(hour, atWork))
            return atWork;
        var later = On(atWork.InZone(Zone).Date);
        return Shifts.NextOnShift(person, later) is { } then && IsSameDay(later, then) ? then : atWork;
    }

    private Instant On(LocalDate day) => day.At(At).InZoneLeniently(Zone).ToInstant();

    private bool IsSameDay(Instant one, Instant other) => one.InZone(Zone).Date == other.InZone(Zone).Date;
}
