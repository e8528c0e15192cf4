using Handoff.Agreements;
using Handoff.People;
using Handoff.Routing;

namespace Handoff.Leads.Deciding;

/// <summary>Hands an accepted lead to somebody else: status and running clock unchanged, the new owner is told (promise 2).</summary>
internal static class Handing
{
    /// <summary>To whom the routing chooses; nobody: to the manager on duty, with an alert.</summary>
    public static void ToNext(DecisionDraft draft, MoveCause cause, bool creditBack = false)
    {
        if (draft.Lead.Owner.Who is not { } from)
            return;
        // A lead that moves on before its owner was told of it costs the owner nothing (design section 6).
        creditBack = creditBack || draft.Lead.Outbox.Any(message => message.Kind == MessageKind.Assigned && message.To == from);
        var choice = draft.Route(notTo: from);
        if (choice is { Chosen: [var rep, ..] })
        {
            To(draft, from, rep, cause, choice.Team, choice, creditBack);
            return;
        }

        var manager = draft.Team is { } team ? Messages.OnDuty(draft, team, atAnyHour: false, dueAt: null) : from;
        var moves = manager != from && (cause != MoveCause.Absence || !Messages.IsAway(draft, manager));
        if (moves)
            To(draft, from, manager, cause, team: null, choice: null, creditBack);
        // An absence is looked at in every turn; where nobody can take over, the ladder tells those who answer for it.
        if (!moves && cause == MoveCause.Absence)
            return;
        Messages.Alert(draft, MessageKind.NobodyEligible, AlertTarget.Manager,
            new() { Clock = draft.Lead.UnmetClock?.Name, Cause = cause, Other = from }, Offering.AtAnyHour(draft));
    }

    /// <summary>To somebody who is chosen.</summary>
    /// <param name="confirms">Whether the new owner is to confirm, where that is agreed.</param>
    public static void To(
        DecisionDraft draft, PersonId from, PersonId to, MoveCause cause, string? team, RoutingChoice? choice, bool creditBack = false,
        bool confirms = false)
    {
        // Who has it no longer has nothing to confirm.
        ClockPlanning.Cancel(draft, ClockName.Confirm);
        draft.Emit(new Assigned(draft.Now, from, to, cause, team, choice, Reviewing.NextFor(draft, [to], shiftCounts: false), creditBack));
        ClockPlanning.MoveTo(draft, from, to);
        if (confirms)
            ClockPlanning.Start(draft, ClockName.Confirm, to);
        FollowingUp.Inherit(draft, from, to);
        var clock = draft.Lead.UnmetClock;
        Messages.Owe(draft, MessageKind.Assigned, to, new() { Clock = clock?.Name, Due = clock?.Plan.Due, Cause = cause, Other = from },
            atAnyHour: cause == MoveCause.Taken || Offering.AtAnyHour(draft));
        if (cause != MoveCause.Rerouted)
            Messages.Owe(draft, MessageKind.MovedOn, from, new() { Cause = cause, Other = to });
    }
}
