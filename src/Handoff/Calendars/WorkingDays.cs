using System.Collections.Concurrent;
using NodaTime;

namespace Handoff.Calendars;

/// <summary>The days, in one zone, on which a schedule opens (DESIGN section 5), compiled page by page like the open time.</summary>
internal sealed class WorkingDays(ISchedule schedule, DateTimeZone zone)
{
    private const int DaysPerPage = 512;

    // Three pages are more than four years: a calendar without an opening in two does not open again.
    private const int EmptyPagesSearched = 3;

    private readonly ConcurrentDictionary<int, int[]> _pages = new();

    public bool Contains(LocalDate date)
    {
        var number = Number(date);
        return Array.BinarySearch(Page(number / DaysPerPage), number) >= 0;
    }

    /// <summary>
    /// The <paramref name="count"/>-th working day after the date; null when the calendar does not open that often again.
    /// </summary>
    public LocalDate? After(LocalDate date, int count)
    {
        var number = Number(date);
        var pageNumber = number / DaysPerPage;
        var page = Page(pageNumber);
        var index = FirstAfter(page, number) + count - 1;
        for (var empty = 0; index >= page.Length; page = Page(++pageNumber))
        {
            index -= page.Length;
            empty = page.Length == 0 ? empty + 1 : 0;
            if (empty >= EmptyPagesSearched) return null;
        }

        return LocalDate.FromDateOnly(DateOnly.FromDayNumber(page[index]));
    }

    /// <summary>How many working days there are after the one date, up to and including the other.</summary>
    public int CountBetween(LocalDate after, LocalDate upTo)
    {
        var (first, last) = (Number(after), Number(upTo));
        if (last <= first) return 0;

        var count = -FirstAfter(Page(first / DaysPerPage), first);
        for (var page = first / DaysPerPage; page < last / DaysPerPage; page++) count += Page(page).Length;
        return count + FirstAfter(Page(last / DaysPerPage), last);
    }

    private static int Number(LocalDate date) => date.ToDateOnly().DayNumber;

    private static int FirstAfter(int[] page, int number)
    {
        var index = Array.BinarySearch(page, number);
        return index >= 0 ? index + 1 : ~index;
    }

    private int[] Page(int number) => _pages.TryGetValue(number, out var page) ? page : _pages.GetOrAdd(number, Compile);

    private int[] Compile(int number)
    {
        var first = LocalDate.FromDateOnly(DateOnly.FromDayNumber(number * DaysPerPage));
        var from = zone.AtStartOfDay(first).ToInstant();
        var to = zone.AtStartOfDay(first.PlusDays(DaysPerPage)).ToInstant();
        var spans = new List<OpenSpan>();
        schedule.Collect(from, to, spans);
        // The day of an opening is the day it is in this zone: in a list of calendars, the zone of the first.
        return [.. spans
            .Where(span => span.Start >= from && span.Start < to)
            .Select(span => Number(span.Start.InZone(zone).Date))
            .Distinct()
            .Order()];
    }
}
