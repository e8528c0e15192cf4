using Handoff.People;
using NodaTime;

namespace Handoff.Routing;

/// <summary>When a person is at work: the person's calendar less the absences (DESIGN sections 5 and 6).</summary>
public static class Shifts
{
    /// <summary>Whether the person's calendar is open and the person is not away.</summary>
    public static bool OnShift(Person person, Instant at) => person.Calendar.IsOpen(at) && person.AbsenceAt(at) is null;

    /// <summary>
    /// The end of the open time that <paramref name="at"/> is in, or of the next one when closed; intervals that meet are one. Absences do
    /// not end it. Null when the calendar never closes, or never opens again.
    /// </summary>
    public static Instant? EndOfShift(Person person, Instant at)
    {
        var calendar = person.Calendar;
        if (calendar.IsAlwaysOpen)
            return null;
        var opening = calendar.IsOpen(at) ? at : calendar.NextOpening(at);
        if (opening is not { } from)
            return null;
        var closing = calendar.NextClosing(from);
        while (closing is { } end && calendar.IsOpen(end))
            closing = calendar.NextClosing(end);
        return closing;
    }

    /// <summary>When the next absence begins that begins strictly after <paramref name="after"/>, or null.</summary>
    public static Instant? NextAbsence(Person person, Instant after)
    {
        Instant? next = null;
        foreach (var absence in person.Absences)
        {
            if (absence.Start > after && (next is not { } earliest || absence.Start < earliest))
                next = absence.Start;
        }

        return next;
    }
}
