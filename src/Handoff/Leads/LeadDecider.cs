using System.Collections.Immutable;
using Handoff.Leads.Deciding;
using NodaTime;

namespace Handoff.Leads;

/// <summary>
/// The process of a lead, whole: which events follow from a command, given the state, the world and the time. Pure and total: the same
/// arguments give the same decision, and what people may get wrong is an <see cref="Answer"/>, not an exception.
/// </summary>
public static class LeadDecider
{
    /// <summary>The process, as it stands to the rest of the world at a time.</summary>
    public static Decider<Lead, LeadCommand, LeadEvent> In(World world, Instant now) =>
        new((lead, command) => Decide(lead, command, world, now), LeadEvolution.Evolve, Lead.Unborn);

    /// <summary>Decides commands one after the other, each on what those before it have changed; the answer is the last one's.</summary>
    /// <param name="commands">What is asked, one at least.</param>
    /// <param name="world">What the decision rests on.</param>
    /// <param name="now">The product's time.</param>
    public static Decision Decide(Lead lead, ImmutableArray<LeadCommand> commands, World world, Instant now)
    {
        var decision = Decide(lead, commands[0], world, now);
        foreach (var command in commands.AsSpan()[1..])
        {
            var next = Decide(decision.Lead, command, world with { Rota = world.Rota.Apply(decision.Rota) }, now);
            decision = next with
            {
                Events = decision.Events.AddRange(next.Events),
                Rota = decision.Rota.AddRange(next.Rota),
                RestsOnRota = decision.RestsOnRota || next.RestsOnRota,
            };
        }

        return decision;
    }

    /// <summary>Decides one command.</summary>
    /// <param name="lead">The state; <see cref="Lead.Unborn"/> for <see cref="Receive"/>.</param>
    /// <param name="world">What the decision rests on.</param>
    /// <param name="now">The product's time.</param>
    /// <exception cref="InvalidOperationException">A first command that is not <see cref="Receive"/>, or a second one that is.</exception>
    public static Decision Decide(Lead lead, LeadCommand command, World world, Instant now)
    {
        if (lead.Reception is null != command is Receive)
            throw new InvalidOperationException("A lead is received once, and before anything else.");
        var draft = new DecisionDraft(lead, world, now);
        var answer = command switch
        {
            Receive c => Receiving.Receive(draft, c),
            TakeTurn => DueWork.TakeTurn(draft),
            AcceptOffer c => OfferReplies.Accept(draft, c),
            DeclineOffer c => OfferReplies.Decline(draft, c),
            UndoAccept c => OfferReplies.Undo(draft, c),
            UndoReply c => Undoing.Undo(draft, c),
            ConfirmLead c => OwnerReplies.Confirm(draft, c),
            RecordContact c => OwnerReplies.RecordContact(draft, c),
            PlanFollowUp c => FollowingUp.Plan(draft, c),
            DropFollowUp c => FollowingUp.Drop(draft, c),
            GiveFeedback c => OwnerReplies.GiveFeedback(draft, c),
            TakeLead c => ManagerActions.Take(draft, c),
            MoveMeeting c => MeetingPromises.Move(draft, c),
            AssignLead c => ManagerActions.Assign(draft, c),
            SnoozeAlerts c => ManagerActions.Snooze(draft, c),
            AcknowledgeAlerts c => ManagerActions.Acknowledge(draft, c),
            EndSnooze c => ManagerActions.EndSnooze(draft, c),
            ContestReturn c => Returns.Contest(draft, c),
            AnswerContest c => Returns.Answer(draft, c),
            SendAgain c => Returns.SendAgain(draft, c),
            Recycle c => Returns.Recycle(draft, c),
            Leads.RecordOutcome c => Outcomes.Record(draft, c),
            TellOutcome c => Outcomes.Tell(draft, c),
            ReleaseHeld c => Receiving.Release(draft, c),
            HoldSuspect c => Receiving.HoldSuspect(draft, c),
            RecordFetch c => Receiving.Fetch(draft, c),
            DiscardHeld c => Receiving.Discard(draft, c.By),
            AddTouch c => Receiving.AddTouch(draft, c),
            RecordDelivery c => Deliveries.Record(draft, c),
            RetryMessage c => Deliveries.Retry(draft, c),
            ReportMail c => MailReports.Record(draft, c),
            AnswerAsk c => Asking.Record(draft, c),
            WithdrawConsent c => Outcomes.WithdrawConsent(draft, c),
            EraseLead c => Outcomes.Erase(draft, c),
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        };
        Overtaking.Drop(draft);
        if (world.News.Count > 0)
            Publishing.Owe(draft, lead.Version, world.News);
        return draft.Decision(answer);
    }
}
