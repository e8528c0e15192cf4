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
        var choice = turn.Route(notTo: from);
        if (choice is { Chosen: [var rep, ..] })
        {
            To(turn, from, rep, cause, choice.Team, choice, creditBack);
            return;
        }

        if (turn.Team is { } team && Messages.OnDuty(turn, team, atAnyHour: false, dueAt: null) is var manager && manager != from)
            To(turn, from, manager, cause, team: null, choice: null, creditBack);
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
        Messages.Owe(turn, MessageKind.MovedOn, from, new() { Cause = cause, Other = to });
    }
}
