using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Company;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>What a page says of the answer to a link's command.</summary>
internal static class LinkNotices
{
    /// <summary>Returns what is said, and what it is over HTTP.</summary>
    /// <param name="company">Names people.</param>
    /// <param name="lead">The lead after the command.</param>
    /// <param name="language">The reader's.</param>
    public static (LinkNotice Notice, LinkResult Result) Of(
        CompanyInForce company, Lead lead, LeadCommand command, Answer answer, Language language) =>
        answer switch
        {
            Answer.Done or Answer.AlreadyDone => (Done(company, lead, command, language), LinkResult.Done),
            Answer.TooLate late => (Late(company, lead, late.Cause, language), LinkResult.TooLate),
            Answer.Refused refused => Invalid(refused.Cause switch
            {
                RefusalCause.UnknownReason => "reason",
                RefusalCause.UnknownRep => "rep",
                RefusalCause.BadSnooze => "until",
                RefusalCause.BadFollowUp => "next",
                _ => throw new InvalidOperationException($"No rule for {refused.Cause}."),
            }),
            _ => throw new InvalidOperationException($"No rule for {answer.GetType().Name}."),
        };

    /// <summary>A field of the form is missing or wrong.</summary>
    public static (LinkNotice Notice, LinkResult Result) Invalid(string field) =>
        (new(LinkNoticeCode.Invalid, Field: field), LinkResult.Invalid);

    private static LinkNotice Done(CompanyInForce company, Lead lead, LeadCommand command, Language language) => command switch
    {
        AcceptOffer => new(LinkNoticeCode.YouAccepted, At: lead.Acceptance?.At),
        DeclineOffer => new(LinkNoticeCode.YouDeclined) { Fate = FateOf(lead) },
        UndoAccept => new(LinkNoticeCode.Undone),
        UndoReply { Reply: ReplyKind.Decline } => new(LinkNoticeCode.DeclineUndone),
        UndoReply { Reply: ReplyKind.Contact } => new(LinkNoticeCode.ContactUndone),
        UndoReply { Reply: ReplyKind.Outcome } => new(LinkNoticeCode.OutcomeUndone),
        UndoReply => new(LinkNoticeCode.FeedbackUndone),
        RecordContact when lead.Status == LeadStatus.Accepted => new(LinkNoticeCode.AttemptRecorded, At: lead.UnmetClock?.Plan.Due),
        RecordContact => new(LinkNoticeCode.ContactRecorded),
        PlanFollowUp => new(LinkNoticeCode.FollowUpPlanned, At: lead.FollowUp?.RemindAt),
        DropFollowUp => new(LinkNoticeCode.FollowUpDropped),
        GiveFeedback { Reason: null } => new(LinkNoticeCode.FeedbackQualified, At: lead.Unmet(ClockName.Outcome)?.Plan.Due),
        GiveFeedback => new(LinkNoticeCode.FeedbackReturned) { Fate = FateOf(lead) },
        ConfirmLead => new(LinkNoticeCode.Confirmed),
        TellOutcome when lead.Status == LeadStatus.Won => new(LinkNoticeCode.OutcomeWon),
        TellOutcome when lead.Status == LeadStatus.Lost => new(LinkNoticeCode.OutcomeLost),
        TellOutcome => new(LinkNoticeCode.OutcomeOpen, At: lead.Unmet(ClockName.Outcome)?.Plan.Due),
        TakeLead => new(LinkNoticeCode.YouTook),
        AssignLead assigned => new(LinkNoticeCode.AssignedTo, company.NameOf(assigned.To, language), At: ToldAt(lead, assigned.To)),
        AnswerContest => new(lead.Contest?.State switch
        {
            ContestState.Upheld => LinkNoticeCode.Upheld,
            ContestState.Overturned => LinkNoticeCode.Overturned,
            _ => LinkNoticeCode.Voted,
        }),
        SnoozeAlerts snoozed => new(LinkNoticeCode.SnoozedUntil, At: snoozed.Until),
        AcknowledgeAlerts on => new(
            LinkNoticeCode.OnIt, At: lead.Snoozes.LastOrDefault(one => one.By == on.By)?.Until),
        EndSnooze => new(LinkNoticeCode.SnoozeEnded),
        _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
    };

    /// <summary>When the mail that tells the person of the lead goes, where it waits.</summary>
    private static Instant? ToldAt(Lead lead, PersonId who) =>
        lead.Outbox.LastOrDefault(message => message.IsHeld && message.To == who && message.TellsOfLead)?.NotBefore;

    private static LinkNotice Late(CompanyInForce company, Lead lead, LateCause cause, Language language)
    {
        if (lead.Status == LeadStatus.Erased)
            return new(LinkNoticeCode.Erased);
        var notice = LinkNotice.TooLate(cause, company.OwnerName(lead.Owner, lead.Known.Team, language));
        return cause switch
        {
            LateCause.OthersAccepted when lead.Acceptance is { } acceptance =>
                notice with { Who = company.NameOf(acceptance.By, language), At = acceptance.At },
            LateCause.OfferOver or LateCause.NotYours =>
                notice with { At = HeldSince(lead), IsOffered = lead.Status == LeadStatus.Offered },
            LateCause.AlreadyDeclined => notice with { Fate = FateOf(lead) },
            _ => notice,
        };
    }

    /// <summary>What became of a lead that was declined or returned.</summary>
    private static LeadFate FateOf(Lead lead) => lead.Status switch
    {
        LeadStatus.Discarded => LeadFate.Discarded,
        LeadStatus.Returned => LeadFate.Returned,
        LeadStatus.Nurture => LeadFate.Nurtured,
        LeadStatus.Qualified => LeadFate.Queued,
        _ => LeadFate.PassedOn,
    };

    /// <summary>Since when the lead is with whoever has it, or null: that is not known.</summary>
    private static Instant? HeldSince(Lead lead) => lead.UnmetClock is { Holdings: [.., var last] } ? last.From : null;
}
