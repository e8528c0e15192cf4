using CsCheck;
using Handoff.Calendars;
using NodaTime;

namespace Handoff.Tests.Calendars;

/// <summary>Calendars of any kind, for the properties that hold of all of them.</summary>
internal static class Some
{
    private static readonly Gen<LocalTime> Quarter = Gen.Int[0, 95].Select(quarter => LocalTime.FromMinutesSinceMidnight(quarter * 15));

    /// <summary>Any interval, overnight ones too, with openings and closings in the small hours where clocks change.</summary>
    public static readonly Gen<OpenHours> Hours =
        Gen.Select(Gen.Int[1, 7], Quarter, Quarter, (day, from, to) => new OpenHours((IsoDayOfWeek)day, from, to));

    /// <summary>An interval that neither opens nor closes in the small hours.</summary>
    public static readonly Gen<OpenHours> DayHours = Hours.Where(hours => IsByDay(hours.From) && IsByDay(hours.To));

    public static readonly Gen<LocalDate> DayOfYear = Gen.Int[0, 364].Select(day => new LocalDate(2001, 1, 1).PlusDays(day));

    public static Gen<BusinessCalendar> Calendar(DateTimeZone zone) =>
        Gen.Select(
            Hours.Array[1, 9],
            DayOfYear.Array[0, 6],
            Gen.Int[0, 7000].Array[0, 3],
            (hours, holidays, closed) => BusinessCalendar.Create(
                "any",
                zone,
                hours,
                year => holidays.Select(day => new LocalDate(year, day.Month, day.Day)),
                closed.Select(day => new DateRange(new LocalDate(2015, 1, 1).PlusDays(day), new LocalDate(2015, 1, 12).PlusDays(day))),
                []));

    /// <summary>One calendar, or a list of two in two zones.</summary>
    public static Gen<BusinessCalendar> CalendarOrList(DateTimeZone zone, DateTimeZone other) =>
        Gen.Frequency(
            (3, Calendar(zone)),
            (1, Gen.Select(Calendar(zone), Calendar(other), (one, two) => BusinessCalendar.AnyOf("list", [one, two]))));

    private static bool IsByDay(LocalTime time) => time.Hour is >= 5 and < 23;
}
