using System.Collections.Immutable;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>The all-day events of an <c>.ics</c> file, transparent or not, that are not cancelled, as dates (DESIGN section 5). Immutable.</summary>
internal sealed class Holidays
{
    /// <summary>The first year for which recurring events are followed.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last year for which recurring events are followed.</summary>
    public const int LastYear = 2100;

    /// <summary>Days that the events of one file may be, all together and up to the last year: more than an event that recurs every day for ever.</summary>
    public const int MostOccurrences = 40_000;

    private const int LongestHoliday = 366;

    // A rule that never holds (30 February) would be searched for ever; a daily one finds a day within the four years of a leap day.
    private static readonly EvaluationOptions Limits = new() { MaxUnmatchedIncrementsLimit = 4 * 366 };

    private readonly ImmutableDictionary<int, ImmutableArray<LocalDate>> _years;

    private Holidays(ImmutableDictionary<int, ImmutableArray<LocalDate>> years) => _years = years;

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

            if (Recurrence.WhyEndless([.. calendars.SelectMany(calendar => calendar.Events)]) is { } endless)
            {
                wrong = endless;
                return null;
            }

            // All of it now, so that nothing can go wrong later, while somebody waits for a deadline.
            if (Find(calendars) is { } years)
                return new Holidays(years);
            wrong = $"its events are more than {MostOccurrences} days until {LastYear}; say until when they recur";
            return null;
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
    public ImmutableArray<LocalDate> In(int year) => _years.GetValueOrDefault(year, []);

    private static ImmutableDictionary<int, ImmutableArray<LocalDate>>? Find(ImmutableArray<Calendar> calendars)
    {
        // An event that began in the year before may reach into the first.
        var from = new CalDateTime(FirstYear - 1, 1, 1);
        var dates = new SortedSet<LocalDate>();
        var followed = 0;
        foreach (var calendar in calendars)
        {
            foreach (var occurrence in calendar.GetOccurrences<CalendarEvent>(from, Limits).TakeWhile(each => each.Period.StartTime.Year <= LastYear))
            {
                foreach (var day in Days(occurrence.Period))
                {
                    if (++followed > MostOccurrences)
                        return null;
                    dates.Add(day);
                }
            }
        }

        return dates.Where(day => day.Year is >= FirstYear and <= LastYear).GroupBy(day => day.Year).ToImmutableDictionary(year => year.Key, year => year.ToImmutableArray());
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
