using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>The all-day events of an <c>.ics</c> file, transparent or not, as dates (DESIGN section 5). Safe for concurrent use.</summary>
internal sealed class Holidays
{
    /// <summary>The first year for which recurring events are followed.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last year for which recurring events are followed.</summary>
    public const int LastYear = 2100;

    private static readonly ImmutableArray<FrequencyType> Frequencies = [FrequencyType.Daily, FrequencyType.Weekly, FrequencyType.Monthly, FrequencyType.Yearly];

    private readonly ImmutableArray<CalendarEvent> _events;
    private readonly ConcurrentDictionary<int, ImmutableArray<LocalDate>> _years = [];
    private readonly Lock _reading = new();

    private Holidays(ImmutableArray<CalendarEvent> events) => _events = events;

    /// <summary>Reads a file, or says what is wrong with it.</summary>
    public static Holidays? Read(string text, out string wrong)
    {
        wrong = "";
        if (!text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
        {
            wrong = "it does not begin with BEGIN:VCALENDAR";
            return null;
        }

        try
        {
            var events = CalendarCollection.Load(text).SelectMany(calendar => calendar.Events).Where(IsAllDay).ToImmutableArray();
            if (events.Any(one => one.RecurrenceRule is { } rule && !Frequencies.Contains(rule.Frequency)))
            {
                wrong = "an all-day event recurs more often than daily";
                return null;
            }

            var holidays = new Holidays(events);
            holidays.In(FirstYear);
            return holidays;
        }
#pragma warning disable CA1031 // The parser throws many kinds for a malformed file, and each means the same to the operator.
        catch (Exception malformed)
#pragma warning restore CA1031
        {
            wrong = malformed.Message.Split('\n')[0].Trim();
            return null;
        }
    }

    /// <summary>The holidays of a year; none outside <see cref="FirstYear"/> to <see cref="LastYear"/>.</summary>
    public ImmutableArray<LocalDate> In(int year)
    {
        if (year is < FirstYear or > LastYear)
            return [];
        return _years.TryGetValue(year, out var known) ? known : _years.GetOrAdd(year, Find(year));
    }

    private ImmutableArray<LocalDate> Find(int year)
    {
        // An event that began in the year before may reach into this one.
        var from = new CalDateTime(year - 1, 1, 1);
        var dates = ImmutableSortedSet.CreateBuilder<LocalDate>();
        lock (_reading)
        {
            foreach (var one in _events)
            {
                foreach (var occurrence in one.GetOccurrences(from).TakeWhile(each => each.Period.StartTime.Year <= year))
                    dates.UnionWith(Days(occurrence.Period, one).Where(date => date.Year == year));
            }
        }

        return [.. dates];
    }

    private static IEnumerable<LocalDate> Days(Ical.Net.DataTypes.Period period, CalendarEvent one)
    {
        var first = DateOf(period.StartTime);
        var days = one.DtEnd is { } end && one.DtStart is { } start ? NodaTime.Period.DaysBetween(DateOf(start), DateOf(end)) : 1;
        return Enumerable.Range(0, Math.Clamp(days, 1, 366)).Select(first.PlusDays);
    }

    private static LocalDate DateOf(CalDateTime at) => new(at.Year, at.Month, at.Day);

    private static bool IsAllDay(CalendarEvent one) => one.DtStart is { HasTime: false };
}
