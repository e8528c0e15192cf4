using NodaTime;

namespace Handoff.Faults.Tests.Outside;

/// <summary>A schedule that a life may have agreed on, as somebody reads it off a calendar on the wall: cron is not asked.</summary>
/// <param name="Cron">What the file says.</param>
/// <param name="Day">The day of the week.</param>
/// <param name="At">The time of day in Rome.</param>
/// <param name="Nth">Of the month the first such day, or the second; null: each week.</param>
internal sealed record WallSchedule(string Cron, IsoDayOfWeek Day, LocalTime At, int? Nth = null)
{
    private const int Farthest = 14;

    /// <summary>When what is planned for a day is: that day, or the first after it on which the heads work.</summary>
    public LocalDateTime Of(LocalDate planned, bool isHeadOff)
    {
        var days = Enumerable.Range(0, Farthest + 1).Select(planned.PlusDays).Where(day => HeadsWork(day, isHeadOff));
        return days.DefaultIfEmpty(planned).First().At(At);
    }

    /// <summary>All from one time to another, with the days for which they are planned.</summary>
    public IEnumerable<(LocalDate Planned, LocalDateTime Due)> Between(LocalDateTime after, LocalDateTime until, bool isHeadOff) =>
        Enumerable.Range(-Farthest, Period.DaysBetween(after.Date, until.Date) + Farthest + 1).Select(after.Date.PlusDays)
            .Where(IsPlanned).Select(day => (day, Of(day, isHeadOff))).Where(one => one.Item2 > after && one.Item2 <= until);

    private bool IsPlanned(LocalDate day) => day.DayOfWeek == Day && (Nth is not { } nth || ((day.Day - 1) / 7) + 1 == nth);

    private static bool HeadsWork(LocalDate day, bool isHeadOff) =>
        day.DayOfWeek < IsoDayOfWeek.Saturday && !WallHolidays.OfItaly.Contains(day) && day != new LocalDate(2026, 12, 24)
            && !(isHeadOff && Off.Contains(day));

    /// <summary>
    /// Days on which the head of marketing may be off: Mondays of reports, the one after the clocks change with its Tuesday, and days of
    /// meetings.
    /// </summary>
    public static IReadOnlySet<LocalDate> Off { get; } = new HashSet<LocalDate>
    {
        new(2026, 10, 19), new(2026, 10, 26), new(2026, 10, 27), new(2026, 11, 3), new(2026, 11, 9), new(2026, 11, 12), new(2026, 12, 1),
        new(2026, 12, 28), new(2027, 1, 4), new(2027, 2, 2), new(2027, 3, 30), new(2027, 6, 28),
    };

    /// <summary>The calendar of the head of marketing, as the file says it.</summary>
    public static string CalendarOfMarketing(bool areOff) => $"""
          marketing:
            time_zone: Europe/Rome
            open:
              mon-fri: ["09:00-18:00"]
            holidays: [holidays-it.ics]
            closed: [{string.Join(", ", Off.Where(_ => areOff).Prepend(new(2026, 12, 24)).Select(day => $"\"{day:uuuu-MM-dd}\""))}]

        """;
}

/// <summary>What a life may have agreed on: when the report goes and the heads meet.</summary>
/// <param name="Report">Null: none is agreed.</param>
/// <param name="Meeting">Null: none is agreed.</param>
internal sealed record WallAlignment(WallSchedule? Report, WallSchedule? Meeting)
{
    private static readonly WallSchedule Monday = new("30 8 * * MON", IsoDayOfWeek.Monday, new(8, 30));
    private static readonly WallSchedule FirstTuesday = new("0 10 * * TUE#1", IsoDayOfWeek.Tuesday, new(10, 0), 1);
    private static readonly WallSchedule SecondThursday = new("0 15 * * THU#2", IsoDayOfWeek.Thursday, new(15, 0), 2);

    /// <summary>The sample's first.</summary>
    public static IReadOnlyList<WallAlignment> All { get; } =
    [
        new(Monday, FirstTuesday),
        new(new("0 17 * * MON", IsoDayOfWeek.Monday, new(17, 0)), SecondThursday),
        new(new("30 8 * * TUE", IsoDayOfWeek.Tuesday, new(8, 30)), FirstTuesday),
        new(Monday, null),
        new(null, SecondThursday),
    ];

    public string Text =>
        (Report is null ? "" : $"  report:  {{ every: \"{Report.Cron}\",  to: [marketing, sales] }}\n")
        + (Meeting is null ? "" : $"  meeting: {{ every: \"{Meeting.Cron}\", minutes: 45, to: [marketing, sales] }}\n");
}
