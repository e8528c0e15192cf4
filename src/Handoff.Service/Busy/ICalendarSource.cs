using Handoff.People;

namespace Handoff.Service.Busy;

/// <summary>By what a server knows which of its answers we have.</summary>
public sealed record CalendarMark(string? ETag, string? Modified);

/// <summary>What came of asking for a calendar.</summary>
public abstract record CalendarAnswer
{
    private CalendarAnswer()
    {
    }

    public sealed record Said(string Text, CalendarMark Mark) : CalendarAnswer;

    /// <summary>It is as it was.</summary>
    public sealed record Unchanged : CalendarAnswer;

    /// <summary>There was none.</summary>
    /// <param name="Because">Why, without the address.</param>
    public sealed record Failed(string Because) : CalendarAnswer;
}

/// <summary>Port: reads people's own calendars.</summary>
public interface ICalendarSource
{
    /// <summary>Asks once. What goes wrong is <see cref="CalendarAnswer.Failed"/>, never an exception.</summary>
    /// <param name="mark">What we have; null: nothing.</param>
    Task<CalendarAnswer> AskAsync(BusyCalendar calendar, CalendarMark? mark, CancellationToken cancellation);
}

/// <summary>Asks nobody: of hosts without a way out.</summary>
public sealed class NoCalendarSource : ICalendarSource
{
    /// <inheritdoc/>
    public Task<CalendarAnswer> AskAsync(BusyCalendar calendar, CalendarMark? mark, CancellationToken cancellation) =>
        Task.FromResult<CalendarAnswer>(new CalendarAnswer.Failed("this host asks nobody"));
}
