using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.Rows;
using Handoff.Service.Storage;

namespace Handoff.Faults.Tests.Audit;

/// <summary>
/// A contest is once, and answered by who is asked; an overturned return counts against nobody, and the handoff that follows it is linked
/// and has no count of its own.
/// </summary>
internal static class ReturnRules
{
    public static void Check(SimulatedWorld world, Lead before, LeadEvent happened, Lead after)
    {
        var broken = happened switch
        {
            ReturnContested when before.Contest is not null => "is contested once, and one was twice",
            ReturnContested e when before.Milestones.Ending?.ContestUntil is not { } until || e.At > until =>
                "is contested for five working days, and one was later",
            ContestEscalated e when before.Contest is not { State: ContestState.Asked } asked || e.At < asked.AnswerBy =>
                "goes to both heads when the manager's time is over, and one went before",
            ContestVoted e when before.Contest is not { State: ContestState.WithHeads } voted || !voted.Heads.Contains(e.By) =>
                "is answered by who is asked, and one was by another",
            ContestUpheld or ContestOverturned when before.Contest is not { IsOpen: true } => "is answered once, and one was twice",
            ContestOverturned when LeadRow.Of(after).CountsAgainstMarketing => "that is overturned counts against nobody, and one does",
            SentAgain when before.FollowedBy is not null => "is followed by one handoff, and one was by two",
            LeadReceived { Reception.Follows: { } follows } e when world.Auditor.Find(follows.Lead)?.State.FollowedBy
                is not { } follow || follow.Lead != e.Reception.Id || follow.Cause != follows.Cause || LeadRow.Of(after).Follows is null =>
                "and the handoff that follows it are linked both ways, and one is not",
            _ => null,
        };
        if (broken is not null)
            world.Break($"Section 5: a return {broken}: {world.NameOf(new(StreamKind.Lead, after.Id.Value))}.");
    }

    /// <summary>In the end every handoff that was to follow is there, and is erased where the one before was.</summary>
    public static void CheckEnd(SimulatedWorld world, Lead lead)
    {
        if (lead.FollowedBy is not { } follow)
            return;
        var next = world.Auditor.Find(follow.Lead)?.State;
        var isErased = lead.Status == LeadStatus.Erased;
        if (isErased ? next is not null && next.Status != LeadStatus.Erased : next is null)
            world.Break(
                $"Section 5: a handoff follows a return that was overturned or corrected, and that of "
                + $"{world.NameOf(new(StreamKind.Lead, lead.Id.Value))} does not.");
    }
}
