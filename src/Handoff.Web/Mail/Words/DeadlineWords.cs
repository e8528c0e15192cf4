using System.Runtime.InteropServices;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Mail.Words;

/// <summary>A deadline as the reader is told.</summary>
/// <param name="IsLate">Whether it has passed.</param>
/// <param name="Distance">How far it is, such as <c>in 5 minutes of working time</c>, or null when that is not known.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ToldDeadline(Moment Moment, bool IsLate, string? Distance);

/// <summary>Says how far a deadline is: in working time where that is known, else by the clock on the wall.</summary>
internal static class DeadlineWords
{
    // Beyond a day the date says more than a number of hours.
    private static readonly Duration Longest = Duration.FromHours(24);

    /// <summary>The deadline of a message.</summary>
    /// <param name="clock">The clock, or null: only the deadline is known.</param>
    /// <param name="reading">The reader's own calendar: time left is counted on it when the clock runs on the same.</param>
    /// <param name="texts">The reader's language.</param>
    public static ToldDeadline Of(Instant due, ClockRun? clock, BusinessCalendar reading, ReaderTime time, TimeTexts texts)
    {
        var late = due <= time.Now;
        return new(time.At(due), late, late ? Passed(time.Now - due, texts) : Left(due, clock, reading, time.Now, texts));
    }

    private static string? Passed(Duration since, TimeTexts texts) => since < Longest ? texts.Ago(texts.Passed(since)) : null;

    private static string? Left(Instant due, ClockRun? clock, BusinessCalendar reading, Instant now, TimeTexts texts)
    {
        if (clock is null || clock.Within.IsDays || clock.PausedAt is not null || clock.Plan.Due != due) return null;
        if (clock.Mode == ClockMode.Elapsed) return due - now < Longest ? texts.In(texts.Length(due - now)) : null;

        if (clock.Plan.From >= now) return texts.InWorkingTime(texts.Length(clock.Plan.Total - clock.Plan.Ran));
        if (string.Equals(clock.Plan.Calendar, reading.Name, StringComparison.Ordinal))
            return texts.InWorkingTime(texts.Length(reading.OpenBetween(now, due)));

        // Nothing can have closed in between if as little time is left by the wall as was left when the plan began.
        return due - clock.Plan.From == clock.Plan.Total - clock.Plan.Ran ? texts.InWorkingTime(texts.Length(due - now)) : null;
    }
}
