using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Rows;
using NodaTime;

namespace Handoff.Privacy;

/// <summary>When the time for which a lead's personal data is kept is over.</summary>
public static class Retention
{
    /// <summary>
    /// From when on it is to be erased; null: it is not. A duplicate goes with the handoff that it joined; a return that is contested
    /// stays until somebody has answered.
    /// </summary>
    /// <param name="zone">The agreement's zone.</param>
    public static Instant? DueAt(LeadRow row, RetentionTerms terms, DateTimeZone zone) =>
        row.Contest is { IsOpen: true } ? null : PeriodOf(row.Status, terms)?.After(EndOf(row), zone);

    private static RetentionPeriod? PeriodOf(LeadStatus status, RetentionTerms terms) => status switch
    {
        LeadStatus.Won => terms.Won,
        LeadStatus.Lost => terms.Lost,
        LeadStatus.Returned => terms.Returned,
        LeadStatus.Discarded => terms.Discarded,
        LeadStatus.Nurture => terms.Nurture,
        LeadStatus.SalesQualified => terms.SalesQualified,
        _ => null,
    };

    /// <summary>When the last thing was said of it; of one of which sales never said anything, when it last changed.</summary>
    private static Instant EndOf(LeadRow row)
    {
        var steps = row.Milestones;
        Instant?[] said = [steps.Ending?.At, steps.OutcomeAt, steps.FeedbackAt, row.RecycledAt, row.Contest?.EndedAt];
        return said.Max() ?? row.ChangedAt;
    }
}
