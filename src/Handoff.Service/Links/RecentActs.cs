using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Company;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>Says once more what somebody has just done about a lead, as the lead tells it itself: for the page that follows.</summary>
public sealed class RecentActs(CompanyInForce company, IClock clock)
{
    /// <summary>What was done; null: the lead tells of no such act of this person in the last ten minutes.</summary>
    /// <param name="action">The word of the act, as <see cref="LinkForm.Action"/>.</param>
    public LinkNotice? Of(Person reader, Lead lead, string? action)
    {
        var now = clock.GetCurrentInstant();
        var reply = lead.LastReply is { } last && last.By == reader.Id && now < last.UndoneUntil ? last : null;
        var acceptance = lead.Acceptance is { } given && given.By == reader.Id && now < given.At + Undo.Within ? given : null;
        LeadCommand? done = (action, reply?.Kind) switch
        {
            ("accept", _) when acceptance is not null => new AcceptOffer(reader.Id, acceptance.Offer),
            ("decline", ReplyKind.Decline) => new DeclineOffer(reader.Id, 0, ""),
            ("contacted", ReplyKind.Contact) => new RecordContact(reader.Id, ContactWay.NotSaid),
            ("feedback", ReplyKind.Feedback) => new GiveFeedback(reader.Id, lead.Status == LeadStatus.SalesQualified ? null : ""),
            ("confirm", _) when lead.Owner.Is(reader.Id)
                && lead.Clocks.LastOrDefault(one => one.Name == ClockName.Confirm)?.MetAt + Undo.Within > now => new ConfirmLead(reader.Id),
            ("outcome", _) when lead.LastOwner == reader.Id && lead.Status is LeadStatus.Won or LeadStatus.Lost =>
                new TellOutcome(reader.Id, lead.Outcome),
            ("outcome", _) when lead.Owner.Is(reader.Id) && lead.Unmet(ClockName.Outcome)?.StartedAt + Undo.Within > now =>
                new TellOutcome(reader.Id, null),
            ("later", _) when lead is { FollowUp: { RemindAt: not null } planned } && lead.Owner.Is(reader.Id) =>
                new PlanFollowUp(reader.Id, planned.On),
            ("unplan", _) when lead.FollowUp is null && lead.Owner.Is(reader.Id) => new DropFollowUp(reader.Id),
            ("take", _) when lead.Owner.Is(reader.Id) => new TakeLead(reader.Id),
            ("assign", _) when (lead.Owner.Who ?? lead.Offer?.To[0]) is { } to => new AssignLead(reader.Id, to),
            ("snooze", _) when lead.Snoozes.FirstOrDefault(one => one.By == reader.Id && one.Until > now) is { } silence =>
                new SnoozeAlerts(reader.Id, silence.Until),
            ("acknowledge", _) when lead.Snoozes.Any(one => one.By == reader.Id && one.Until > now) => new AcknowledgeAlerts(reader.Id),
            _ => null,
        };
        return done is null ? null : LinkNotices.Of(company, lead, done, new Answer.AlreadyDone(), reader.Language).Notice;
    }
}
