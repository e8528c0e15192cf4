using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>The all-day events of an <c>.ics</c> file, transparent or not, that are not cancelled, as dates (DESIGN section 5). Safe for concurrent use.</summary>
internal sealed class Holidays
{
    /// <summary>The first year for which recurring events are followed.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last year for which recurring events are followed.</summary>
    public const int LastYear = 2100;

    private const int LongestHoliday = 366;

    private static readonly ImmutableArray<FrequencyType> Frequencies = [FrequencyType.Daily, FrequencyType.Weekly, FrequencyType.Monthly, FrequencyType.Yearly];

    // A rule that never holds (30 February) would be searched for ever; a daily one finds a day within the four years of a leap day.
    private static readonly EvaluationOptions Limits = new() { MaxUnmatchedIncrementsLimit = 4 * 366 };

    private readonly ImmutableArray<Calendar> _calendars;
    private readonly ConcurrentDictionary<int, ImmutableArray<LocalDate>> _years = [];
    private readonly Lock _reading = new();

    private Holidays(ImmutableArray<Calendar> calendars) => _calendars = calendars;

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
            ImmutableArray<Calendar> calendars = [.. CalendarCollection.Load(text)];
            foreach (var calendar in calendars)
            {
                foreach (var other in calendar.Events.Where(one => !IsHoliday(one)).ToArray())
                    calendar.Events.Remove(other);
            }

            if (calendars.SelectMany(calendar => calendar.Events).Any(one => one.RecurrenceRule is { } rule && !Frequencies.Contains(rule.Frequency)))
            {
                wrong = "an all-day event recurs more often than daily";
                return null;
            }

            // The last year walks through all that recurs, so that nothing can go wrong later.
            var holidays = new Holidays(calendars);
            holidays.In(LastYear);
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
            foreach (var calendar in _calendars)
            {
                foreach (var occurrence in calendar.GetOccurrences<CalendarEvent>(from, Limits).TakeWhile(each => each.Period.StartTime.Year <= year))
                    dates.UnionWith(Days(occurrence.Period).Where(date => date.Year == year));
            }
        }

        return [.. dates];
    }

    // The end of an all-day event is the day after its last; an event without one is a day.
    private static IEnumerable<LocalDate> Days(Ical.Net.DataTypes.Period period)
    {
        var first = DateOf(period.StartTime);
        var days = period.EffectiveEndTime is { } end ? NodaTime.Period.DaysBetween(first, DateOf(end)) : 1;
        return Enumerable.Range(0, Math.Clamp(days, 1, LongestHoliday)).Select(first.PlusDays);
    }

    private static LocalDate DateOf(CalDateTime at) => new(at.Year, at.Month, at.Day);

    private static bool IsHoliday(CalendarEvent one) =>
        one.DtStart is { HasTime: false } && !string.Equals(one.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase);
}
