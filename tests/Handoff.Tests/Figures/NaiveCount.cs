using Handoff.Agreements;
using Handoff.Leads;
using NodaTime;

namespace Handoff.Tests.Figures;

/// <summary>
/// Counts a lead from its events alone, as somebody would by hand: without the state, the row, the fact or a metric's rule. Tells of each
/// metric the instant to which the lead belongs, and whether it is good; null: it is in neither number.
/// </summary>
internal static class NaiveCount
{
    public static (Instant At, bool IsGood)? Of(string metric, IReadOnlyList<LeadEvent> events)
    {
        if (Qualified(events) is not { } qualified)
            return null;
        return metric switch
        {
            "qualified_leads" or "good_leads" or "accepted_leads" or "acceptance_rate" or "returned_as_bad" or "completeness"
                when CameBack(events, qualified) => null,
            "qualified_leads" => (qualified, true),
            "good_leads" or "returned_as_bad" when IsBad(events) && IsContested(events) => null,
            "acceptance_rate" when !IsAccepted(events) && (IsContested(events) || IsOverturned(events)) => null,
            "good_leads" => IsBad(events) ? null : (qualified, true),
            "accepted_leads" => IsAccepted(events) ? (qualified, true) : null,
            "acceptance_rate" => IsAccepted(events) || Ending(events) is not null ? (qualified, IsAccepted(events)) : null,
            "returned_as_bad" => IsAccepted(events) || Ending(events) is not null
                ? (qualified, IsBad(events)) : null,
            "completeness" => (qualified, events.OfType<LeadReceived>().First().Reception.Completeness == 100),
            "accepted_in_time" => Clock(ClockName.Accept, events),
            "contacted_in_time" => Clock(ClockName.FirstContact, events),
            "feedback_in_time" => Clock(ClockName.Feedback, events),
            "leads_saying_no" => Asked(events) is { } asked
                ? (asked, events.OfType<LeadAnswered>().LastOrDefault() is { Called: false }) : null,
            "pipeline_created" => Money(Outcome.Qualified, events),
            "won_amount" => Money(Outcome.Won, events),
            _ => null,
        };
    }

    /// <summary>How much a lead adds to an amount to which it belongs.</summary>
    public static decimal AmountOf(string metric, string currency, IReadOnlyList<LeadEvent> events) =>
        events.OfType<OutcomeRecorded>().Last(one => one.Outcome == (metric == "won_amount" ? Outcome.Won : Outcome.Qualified))
            is { Amount: { } amount } told && told.Currency == currency ? amount : 0;

    private static Instant? Qualified(IReadOnlyList<LeadEvent> events) =>
        events.OfType<LeadReceived>().First().Reception.IsTest ? null : events.OfType<LeadQualified>().LastOrDefault()?.At;

    /// <summary>It follows a return, or qualified within 30 days of the end of the person's last handoff.</summary>
    private static bool CameBack(IReadOnlyList<LeadEvent> events, Instant qualified)
    {
        var reception = events.OfType<LeadReceived>().First().Reception;
        return reception.Follows is not null || qualified < reception.HandoffEndedAt + Duration.FromDays(30);
    }

    /// <summary>When the question left, unless it came back within the fortnight in which it can be answered.</summary>
    private static Instant? Asked(IReadOnlyList<LeadEvent> events)
    {
        var number = events.OfType<LeadAsked>().LastOrDefault()?.Message;
        var sent = events.OfType<MessageSent>().LastOrDefault(sent => sent.Number == number)?.At;
        return events.Any(happened => happened is MessageBounced bounced && bounced.Number == number
            && !(bounced.At >= sent + LeadAsk.AnsweredWithin)) ? null : sent;
    }

    private static bool IsAccepted(IReadOnlyList<LeadEvent> events) =>
        events.LastOrDefault(happened => happened is OfferAccepted or AcceptanceUndone) is OfferAccepted;

    private static LeadReturned? Ending(IReadOnlyList<LeadEvent> events) =>
        events.LastOrDefault(happened => happened is LeadReturned or ReplyUndone { Reply: ReplyKind.Decline or ReplyKind.Feedback })
            as LeadReturned;

    private static bool IsBad(IReadOnlyList<LeadEvent> events) =>
        Ending(events) is { Fault: Fault.Marketing } && !IsOverturned(events);

    private static bool IsOverturned(IReadOnlyList<LeadEvent> events) => events.Any(happened => happened is ContestOverturned);

    /// <summary>Marketing has contested the return, and nobody has answered.</summary>
    private static bool IsContested(IReadOnlyList<LeadEvent> events) => events.Any(happened => happened is ReturnContested)
        && !events.Any(happened => happened is ContestUpheld or ContestOverturned);

    /// <summary>Judged are the clocks that were met or breached and whose promise was not withdrawn.</summary>
    private static (Instant At, bool IsGood)? Clock(ClockName name, IReadOnlyList<LeadEvent> events)
    {
        (Instant Due, bool IsMet, bool IsBreached, bool IsOver)? clock = null;
        (Instant, bool)? judged = null;
        foreach (var happened in events)
        {
            clock = happened switch
            {
                ClockStarted e when e.Clock == name => (e.Plan.Due, false, false, false),
                ClockReplanned e when e.Clock == name && clock is { } one => one with { Due = e.Plan.Due },
                ClockMet e when e.Clock == name && clock is { } one => one with { IsMet = true },
                ClockBreached e when e.Clock == name && clock is { } one => one with { IsBreached = true },
                ClockCancelled { Withdrawn: true } e when e.Clock == name => null,
                ClockCancelled e when e.Clock == name && clock is { } one => one with { IsOver = true },
                ClockReopened e when e.Clock == name && clock is { } one => one with { IsMet = false, IsOver = false },
                _ => clock,
            };
        }

        if (clock is { } last && (last.IsBreached || last.IsMet))
            judged = (last.Due, !last.IsBreached);
        return judged;
    }

    private static (Instant At, bool IsGood)? Money(Outcome outcome, IReadOnlyList<LeadEvent> events) =>
        events.OfType<OutcomeRecorded>().LastOrDefault(one => one.Outcome == outcome) is { Amount: not null } last ? (last.At, true) : null;
}
