using System.Collections.Concurrent;
using NodaTime;

namespace Handoff.Calendars;

/// <summary>
/// The open time of a schedule as one line, compiled page by page when it is first asked for, so that a question costs a binary search.
/// Safe for concurrent use: a page compiled twice is the same page.
/// </summary>
internal sealed class OpenTimeline(ISchedule schedule, string name)
{
    private const int DaysPerPage = 512;
    private const long SecondsPerPage = DaysPerPage * (long)NodaConstants.SecondsPerDay;

    /// <summary>How far a calendar is searched for its next opening: two years (design section 5).</summary>
    private static readonly Duration Horizon = Duration.FromDays(731);

    // Whole pages inside the years 1 to 9999, with room for a date to move.
    private static readonly Instant Earliest = Instant.FromUtc(3, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(9990, 1, 1, 0, 0);

    private readonly ConcurrentDictionary<long, OpenPage> _pages = new();

    public bool IsOpen(Instant at) => PageAt(at, out _) is var page && page.IndexAt(at) is >= 0 and var index && at < page[index].End;

    public Instant? NextOpening(Instant from)
    {
        var page = PageAt(from, out var number);
        var index = page.IndexAt(from);
        if (index >= 0 && from < page[index].End) return from;

        for (index++; index >= page.Count; index = 0)
        {
            if (page.End > from + Horizon) return null;
            page = Page(++number);
        }

        return page[index].Start <= from + Horizon ? page[index].Start : null;
    }

    public Instant? NextClosing(Instant from)
    {
        if (NextOpening(from) is not { } opening) return null;

        var page = PageAt(opening, out var number);
        var end = page[page.IndexAt(opening)].End;
        while (end == page.End)
        {
            if (end > opening + Horizon) return null;
            page = Page(++number);
            if (page.Count == 0 || page[0].Start > end) break;
            end = page[0].End;
        }

        return end;
    }

    /// <summary>
    /// The last closing after <paramref name="after"/> and at or before <paramref name="at"/>, which is outside open time.
    /// </summary>
    public Instant? LastClosing(Instant after, Instant at)
    {
        var page = PageAt(at, out var number);
        var index = page.IndexAt(at);
        while (index < 0 && page.Start > after)
        {
            page = Page(--number);
            index = page.Count - 1;
        }

        return index >= 0 && page[index].End > after ? page[index].End : null;
    }

    public Duration OpenBetween(Instant start, Instant end)
    {
        if (end <= start) return Duration.Zero;

        var page = PageAt(start, out var number);
        var open = -page.OpenBefore(start);
        for (; page.End < end; page = Page(++number)) open += page.Total;
        return open + page.OpenBefore(end);
    }

    public Instant Advance(Instant start, Duration open)
    {
        if (open == Duration.Zero) return start;

        var page = PageAt(start, out var number);
        var left = page.OpenBefore(start) + open;
        var closed = page.Start;
        while (left > page.Total)
        {
            left -= page.Total;
            if (page.Count > 0) closed = page[page.Count - 1].End;
            if (page.End - closed > Horizon && NextOpening(closed) is null) throw NeverOpens(closed);
            page = Page(++number);
        }

        return page.InstantAt(left);
    }

    /// <summary>Returns the merged open spans that overlap [from, to), cut to it.</summary>
    public List<OpenSpan> Between(Instant from, Instant to)
    {
        var spans = new List<OpenSpan>();
        for (var page = PageAt(from, out var number); page.Start < to; page = Page(++number))
        {
            for (var index = Math.Max(0, page.IndexAt(from)); index < page.Count && page[index].Start < to; index++)
            {
                var span = new OpenSpan(Instant.Max(page[index].Start, from), Instant.Min(page[index].End, to));
                if (span.Start < span.End) spans.Add(span);
            }
        }

        return OpenSpan.Merge(spans);
    }

    public CalendarNeverOpensException NeverOpens(Instant from) => new($"Calendar {name} does not open within two years of {from}.");

    private OpenPage PageAt(Instant instant, out long number)
    {
        if (instant < Earliest || instant > Latest)
            throw new ArgumentOutOfRangeException(nameof(instant), instant, "Calendars know the years 3 to 9989.");

        var seconds = instant.ToUnixTimeSeconds();
        number = Math.DivRem(seconds, SecondsPerPage, out var rest);
        if (rest < 0) number--;
        return Page(number);
    }

    private OpenPage Page(long number) =>
        _pages.TryGetValue(number, out var page) ? page : _pages.GetOrAdd(number, Compile);

    private OpenPage Compile(long number)
    {
        var start = Instant.FromUnixTimeSeconds(checked(number * SecondsPerPage));
        if (start > Latest) throw new OverflowException($"Calendar {name} is asked for a time after the year 9989.");
        return new OpenPage(schedule, start, start + Duration.FromSeconds(SecondsPerPage));
    }
}
