using Cronos;
using Handoff.Agreements;
using Handoff.Meetings;
using Handoff.People;
using NodaTime;

namespace Handoff.Service.Meetings;

/// <summary>The times of the agreement's schedules, on days on which those concerned work.</summary>
internal static class AgreedTimes
{
    /// <summary>The times of a schedule.</summary>
    public static Occurrences Of(Schedule schedule, Agreement agreement, Staff staff)
    {
        var cron = CronExpression.Parse(schedule.Every, CronFormat.Standard);
        return new(
            after => Next(cron, after), agreement.TimeZone,
            [.. HeadsOf(schedule, agreement).Select(staff.Find).OfType<Person>().Select(head => head.Calendar)]);
    }

    /// <summary>The hour at which a side is told of its promises, on days on which both heads work.</summary>
    public static Occurrences Mornings(Agreement agreement, Staff staff) => new(
        after => after.Date.At(agreement.Alerts.ReturnsAt) is var today && today > after ? today : today.PlusDays(1), agreement.TimeZone,
        [
            .. new[] { agreement.SignedByMarketing, agreement.SignedBySales }.Select(staff.Find).OfType<Person>()
                .Select(head => head.Calendar),
        ]);

    /// <summary>The heads of the sides that a schedule names.</summary>
    public static IEnumerable<PersonId> HeadsOf(Schedule schedule, Agreement agreement) =>
        schedule.To.Select(side => side == Side.Marketing ? agreement.SignedByMarketing : agreement.SignedBySales).Distinct();

    /// <summary>
    /// The expression is read on the wall clock, as if it were UTC; the agreement's zone says which instant that is, also on days of a
    /// change of clocks.
    /// </summary>
    private static LocalDateTime? Next(CronExpression cron, LocalDateTime after) =>
        cron.GetNextOccurrence(DateTime.SpecifyKind(after.ToDateTimeUnspecified(), DateTimeKind.Utc)) is { } next
            ? LocalDateTime.FromDateTime(next) : null;
}
