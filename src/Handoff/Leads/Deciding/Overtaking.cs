namespace Handoff.Leads.Deciding;

/// <summary>A message whose occasion is over is not sent (design section 5): every decision ends by looking through what is owed.</summary>
internal static class Overtaking
{
    public static void Drop(DecisionDraft draft)
    {
        if (draft.Lead.Outbox.IsEmpty)
            return;
        foreach (var message in draft.Lead.Outbox)
        {
            if (!StillSays(draft.Lead, message))
                draft.Emit(new MessageOvertaken(draft.Now, message.Number));
        }
    }

    /// <summary>Whether what the message says is still so.</summary>
    public static bool StillSays(Lead lead, OwedMessage message)
    {
        if (lead.Status == LeadStatus.Erased)
            return message.Kind == MessageKind.News;
        return message.Kind switch
        {
            MessageKind.Offer => lead.Offer is { } offer && offer.Number == message.About.Offer && offer.To.Contains(message.To),
            MessageKind.Reminder => Clock(lead, message) && (lead.Owner.Is(message.To) || (lead.Offer?.To.Contains(message.To) ?? false)),
            MessageKind.Breach => Clock(lead, message),
            // Of an accepted lead: while a manager has it, or whoever was to lose it.
            MessageKind.NobodyEligible => lead.Status == LeadStatus.Qualified
                || (lead.Status is LeadStatus.Accepted or LeadStatus.Contacted && Clock(lead, message)
                    && (lead.Hold is null || lead.Owner.Who == message.About.Other)),
            MessageKind.LongAbsence => Clock(lead, message),
            MessageKind.Accepted => lead.Status == LeadStatus.Accepted && lead.Owner.Is(message.To),
            MessageKind.Assigned => lead.Acceptance is not null && lead.HasClocks && lead.Owner.Is(message.To),
            MessageKind.GiveFeedback => lead.Status == LeadStatus.Contacted && lead.Owner.Is(message.To),
            MessageKind.FollowUp => lead.FollowUp is { RemindAt: null } && lead.Owner.Is(message.To),
            MessageKind.CameBack => lead.Owner.Is(message.To),
            MessageKind.Returned when lead is { Quarantine: not null, Milestones.Ending: null } && message.About.Cause is null =>
                lead.Status == LeadStatus.Quarantined,
            MessageKind.Returned => lead.Status.IsOpen() == (message.About.Cause == MoveCause.TakenBack),
            MessageKind.Contested => lead.Contest is { } contest && contest.Asks(message.To),
            MessageKind.AskLead => lead.Status is LeadStatus.Accepted or LeadStatus.Contacted
                && lead.Ask is { HasMet: false, IsWithdrawn: false },
            MessageKind.LeadSaysNo => lead.Ask is { Called: false },
            MessageKind.MovedOn => !lead.Owner.Is(message.To) && !(lead.Offer?.To.Contains(message.To) ?? false),
            MessageKind.DeliveryFailing or MessageKind.Touch or MessageKind.Digest or MessageKind.ContestAnswered
                or MessageKind.HandAgain or MessageKind.News => true,
            _ => throw new ArgumentOutOfRangeException(nameof(message), message.Kind, "A kind of message says when it is overtaken."),
        };
    }

    /// <summary>Whether the promise of which the message speaks is still to be kept; one that was given later is another.</summary>
    private static bool Clock(Lead lead, OwedMessage message) =>
        message.About.Clock is { } name && lead.Unmet(name) is { } clock && clock.StartedAt <= message.OwedAt;
}
