using NodaTime;
namespace Handoff.Calendars;
#pragma warning disable
public readonly record struct Within(Duration Measured, int Days)
{
    public bool IsDays => Days > 0;
    public static bool TryParse(string text, out Within within) => throw new NotSupportedException();
    public static Within OfDays(int d) => new(default, d);
    public static Within OfDuration(Duration d) => new(d, 0);
}
public enum ClockMode { Business, Elapsed }
public sealed class BusinessCalendar
{
    public string Name => throw new NotSupportedException();
    public DateTimeZone Zone => throw new NotSupportedException();
    public bool IsAlwaysOpen => throw new NotSupportedException();
    public bool IsOpen(Instant at) => throw new NotSupportedException();
    public Instant? NextOpening(Instant from) => throw new NotSupportedException();
    public Instant? NextClosing(Instant from) => throw new NotSupportedException();
    public Duration OpenBetween(Instant start, Instant end) => throw new NotSupportedException();
    public Instant Advance(Instant start, Duration open) => throw new NotSupportedException();
    public Instant AddWorkingDays(Instant start, int days) => throw new NotSupportedException();
    public int WholeWorkingDaysBetween(Instant start, Instant end) => throw new NotSupportedException();
}
public sealed record Deadline(Instant Start, Instant Due, Duration Open);
public static class Deadlines
{
    public static Deadline Compute(BusinessCalendar calendar, Instant start, Within within, ClockMode mode) => throw new NotSupportedException();
    public static Instant RungAt(BusinessCalendar calendar, ClockMode mode, Instant start, Duration openTotal, Duration alreadyRun, int percent) => throw new NotSupportedException();
}
