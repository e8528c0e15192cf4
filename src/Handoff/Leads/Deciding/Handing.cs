using Handoff.Agreements;
using Handoff.People;
using Handoff.Routing;

namespace Handoff.Leads.Deciding;

/// <summary>Hands an accepted lead to somebody else: status and running clock unchanged, the new owner is told (promise 2).</summary>
internal static class Handing
{
    /// <summary>To whom the routing chooses; nobody: to the manager on duty, with an alert.</summary>
    public static void ToNext(LeadTurn turn, MoveCause cause, bool creditBack = false)
    {
        if (turn.Lead.Owner.Who is not { } from)
            return;
        // A lead that moves on before its owner was told of it costs the owner nothing (DESIGN section 6).
        creditBack = creditBack || turn.Lead.Outbox.Any(message => message.Kind == MessageKind.Assigned && message.To == from);
        var choice = turn.Route(notTo: from);
        if (choice is { Chosen: [var rep, ..] })
        {
            To(turn, from, rep, cause, choice.Team, choice, creditBack);
            return;
        }

        var manager = turn.Team is { } team ? Messages.OnDuty(turn, team, atAnyHour: false, dueAt: null) : from;
        var moves = manager != from && (cause != MoveCause.Absence || !Messages.IsAway(turn, manager));
        if (moves)
            To(turn, from, manager, cause, team: null, choice: null, creditBack);
        // An absence is looked at in every turn; where nobody can take over, the ladder tells those who answer for it.
        if (!moves && cause == MoveCause.Absence)
            return;
        Messages.Alert(turn, MessageKind.NobodyEligible, AlertTarget.Manager,
            new() { Clock = turn.Lead.UnmetClock?.Name, Cause = cause, Other = from }, Offering.AtAnyHour(turn));
    }

    public static void To(LeadTurn turn, PersonId from, PersonId to, MoveCause cause, string? team, RoutingChoice? choice, bool creditBack = false)
    {
        turn.Emit(new Assigned(turn.Now, from, to, cause, team, choice, Reviewing.NextFor(turn, [to], shiftCounts: false), creditBack));
        ClockPlanning.MoveTo(turn, from, to);
        var clock = turn.Lead.UnmetClock;
        Messages.Owe(turn, MessageKind.Assigned, to, new() { Clock = clock?.Name, Due = clock?.Plan.Due, Cause = cause, Other = from },
            atAnyHour: cause == MoveCause.Taken || Offering.AtAnyHour(turn));
        if (cause != MoveCause.Rerouted)
            Messages.Owe(turn, MessageKind.MovedOn, from, new() { Cause = cause, Other = to });
    }
}
