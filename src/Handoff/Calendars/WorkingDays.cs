using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using NodaTime;

namespace Handoff.Calendars;

/// <summary>A day on which a schedule opens, and when it first does.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WorkingDay(LocalDate Date, Instant Opens);

/// <summary>The days, in one zone, on which a schedule opens (design section 5), compiled page by page like the open time.</summary>
internal sealed class WorkingDays(ISchedule schedule, DateTimeZone zone)
{
    private const int DaysPerPage = 512;

    // Three pages are more than four years: a calendar without an opening in two does not open again.
    private const int EmptyPagesSearched = 3;

    private readonly ConcurrentDictionary<int, DayPage> _pages = new();

    public bool Contains(LocalDate date)
    {
        var number = Number(date);
        return Array.BinarySearch(Page(number / DaysPerPage).Numbers, number) >= 0;
    }

    /// <summary>The day whose shifts are running at the open instant: the last that has opened, be it the evening before.</summary>
    public WorkingDay At(Instant open)
    {
        var number = Number(open.InZone(zone).Date);
        var pageNumber = number / DaysPerPage;
        var page = Page(pageNumber);
        for (var (index, empty) = (FirstAfter(page, number) - 1, 0); empty < EmptyPagesSearched; index--)
        {
            if (index >= 0 && page.Opens[index] <= open) return page[index];
            if (index > 0) continue;
            page = Page(--pageNumber);
            (index, empty) = (page.Numbers.Length, empty + 1);
        }

        return new(open.InZone(zone).Date, open);
    }

    /// <summary>
    /// The <paramref name="count"/>-th working day after the date; null when the calendar does not open that often again.
    /// </summary>
    public WorkingDay? After(LocalDate date, int count)
    {
        var number = Number(date);
        var pageNumber = number / DaysPerPage;
        var page = Page(pageNumber);
        var index = FirstAfter(page, number) + count - 1;
        for (var empty = 0; index >= page.Numbers.Length; page = Page(++pageNumber))
        {
            index -= page.Numbers.Length;
            empty = page.Numbers.Length == 0 ? empty + 1 : 0;
            if (empty >= EmptyPagesSearched) return null;
        }

        return page[index];
    }

    /// <summary>How many working days there are after the one date, up to and including the other.</summary>
    public int CountBetween(LocalDate after, LocalDate upTo)
    {
        var (first, last) = (Number(after), Number(upTo));
        if (last <= first) return 0;

        var count = -FirstAfter(Page(first / DaysPerPage), first);
        for (var page = first / DaysPerPage; page < last / DaysPerPage; page++) count += Page(page).Numbers.Length;
        return count + FirstAfter(Page(last / DaysPerPage), last);
    }

    private static int Number(LocalDate date) => date.ToDateOnly().DayNumber;

    private static int FirstAfter(DayPage page, int number)
    {
        var index = Array.BinarySearch(page.Numbers, number);
        return index >= 0 ? index + 1 : ~index;
    }

    private DayPage Page(int number) => _pages.TryGetValue(number, out var page) ? page : _pages.GetOrAdd(number, Compile);

    private DayPage Compile(int number)
    {
        var first = LocalDate.FromDateOnly(DateOnly.FromDayNumber(number * DaysPerPage));
        var from = zone.AtStartOfDay(first).ToInstant();
        var to = zone.AtStartOfDay(first.PlusDays(DaysPerPage)).ToInstant();
        var spans = new List<OpenSpan>();
        schedule.Collect(from, to, spans);
        // The day of an opening is the day it is in this zone: in a list of calendars, the zone of the first.
        var days = spans
            .Where(span => span.Start >= from && span.Start < to)
            .GroupBy(span => Number(span.Start.InZone(zone).Date), span => span.Start)
            .OrderBy(day => day.Key)
            .ToArray();
        return new([.. days.Select(day => day.Key)], [.. days.Select(day => day.Min())]);
    }

    /// <summary>Working days in order: their numbers, and when each first opens.</summary>
    private sealed record DayPage(int[] Numbers, Instant[] Opens)
    {
        public WorkingDay this[int index] => new(LocalDate.FromDateOnly(DateOnly.FromDayNumber(Numbers[index])), Opens[index]);
    }
}
