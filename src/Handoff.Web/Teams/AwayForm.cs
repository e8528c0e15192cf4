using Handoff.People;
using Handoff.Service.People;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Web.Teams;

/// <summary>When somebody is away, as the page of a rep asks it.</summary>
/// <param name="When"><c>today</c>, <c>tomorrow</c>, <c>week</c> (to Sunday) or <c>dates</c>.</param>
/// <param name="From">Of dates, the first day; empty: now.</param>
/// <param name="Until">Of dates, the last day; empty: nobody knows.</param>
public sealed record AwayForm(string When, string From, string Until)
{
    private const int Longest = 40;

    /// <summary>The form of posted or asked fields; null: there is none.</summary>
    internal static AwayForm? Of(Func<string, string> field) =>
        field("when") is { Length: > 0 and <= Longest } when ? new(when, Short(field("from")), Short(field("until"))) : null;

    /// <summary>The absence; days are those of the rep's zone. Null: it is none of these.</summary>
    internal AbsenceReport? ToReport(Person rep, Instant now)
    {
        var today = now.InZone(rep.Calendar.Zone).Date;
        return When switch
        {
            "today" => Days(today, today),
            "tomorrow" => Days(today.PlusDays(1), today.PlusDays(1)),
            "week" => Days(today, today.PlusDays(-1).Next(IsoDayOfWeek.Sunday)),
            "dates" => new("away", From, Until),
            _ => null,
        };
    }

    private static AbsenceReport Days(LocalDate first, LocalDate last) =>
        new("away", LocalDatePattern.Iso.Format(first), LocalDatePattern.Iso.Format(last));

    private static string Short(string text) => text.Length <= Longest ? text.Trim() : "";
}
