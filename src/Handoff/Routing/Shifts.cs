using Handoff.People;
using NodaTime;

namespace Handoff.Routing;

/// <summary>When a person is at work: the person's calendar less the absences (design sections 5 and 6).</summary>
public static class Shifts
{
    /// <summary>Whether the person's calendar is open and the person is not away.</summary>
    public static bool OnShift(Person person, Instant at) => person.Calendar.IsOpen(at) && person.AbsenceAt(at) is null;

    /// <summary>
    /// The first instant from <paramref name="from"/> on, itself included, at which the person is on shift; null when there is none, or the
    /// calendar stays closed for two years.
    /// </summary>
    public static Instant? NextOnShift(Person person, Instant from)
    {
        var opening = person.Calendar.NextOpening(from);
        while (opening is { } at && person.AbsenceAt(at) is { } absence)
            opening = absence.End is { } back ? person.Calendar.NextOpening(back) : null;
        return opening;
    }

    /// <summary>
    /// The end of the open time that <paramref name="at"/> is in, or of the next one when closed; intervals that meet are one, and a lunch
    /// break ends it. Absences do not. Null when the calendar never closes, or does not open within two years.
    /// </summary>
    public static Instant? EndOfShift(Person person, Instant at) => person.Calendar.NextClosing(at);

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
