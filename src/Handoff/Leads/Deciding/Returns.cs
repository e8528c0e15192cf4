using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>
/// What marketing does with a lead that came back: contest the return (once, within <see cref="Days"/> working days), correct it and hand
/// it over again, or keep it warm. One of them is done, and a contest that was upheld leaves the other two.
/// </summary>
internal static class Returns
{
    /// <summary>For each side, in the working days of the lead's team.</summary>
    private const int Days = 5;

    /// <summary>When a time that begins now is over.</summary>
    public static Instant Limit(DecisionDraft draft) => draft.CalendarOf(who: null).AddWorkingDays(draft.Now, Days);

    public static Answer Contest(DecisionDraft draft, ContestReturn command)
    {
        if (draft.Lead.Contest is { } contest)
            return contest.IsOpen && contest.By == command.By ? new Answer.AlreadyDone() : new Answer.TooLate(LateCause.Contested);
        if (NotBack(draft.Lead) is { } late)
            return late;
        if (draft.Lead is not { IsBack: true, Milestones.Ending.ContestUntil: { } until } || draft.Now > until)
            return new Answer.TooLate(LateCause.ContestOver);
        var answerBy = Limit(draft);
        draft.Emit(new ReturnContested(draft.Now, command.By, answerBy));
        var to = Messages.WhoHears(draft, AlertTarget.Manager, unreachable: null, atAnyHour: false, dueAt: null);
        Ask(draft, to ?? draft.Agreement.SignedBySales);
        return new Answer.Done();
    }

    /// <summary>Asks both heads, where the manager's time is over (design section 5).</summary>
    public static void Escalate(DecisionDraft draft)
    {
        if (draft.Lead is not { Status: not LeadStatus.Erased, Contest: { State: ContestState.Asked } contest }
            || contest.AnswerBy > draft.Now)
            return;
        PersonId[] signers = [draft.Agreement.SignedBySales, draft.Agreement.SignedByMarketing];
        var heads = signers.Distinct().ToImmutableArray();
        draft.Emit(new ContestEscalated(draft.Now, heads));
        foreach (var head in heads)
            Ask(draft, head);
    }

    public static Answer Answer(DecisionDraft draft, AnswerContest command)
    {
        if (draft.Lead.Status == LeadStatus.Erased)
            return new Answer.TooLate(LateCause.Ended);
        Escalate(draft);
        if (draft.Lead.Contest is not { } contest)
            return new Answer.TooLate(LateCause.NotBack);
        if (!contest.IsOpen)
        {
            return contest.EndedBy == command.By && command.Overturns == (contest.State == ContestState.Overturned)
                ? new Answer.AlreadyDone()
                : new Answer.TooLate(LateCause.ContestAnswered);
        }

        if (contest.State == ContestState.WithHeads)
        {
            if (!contest.Heads.Contains(command.By))
                return new Answer.TooLate(LateCause.WithHeads);
            if (contest.Votes.Contains(new(command.By, command.Overturns)))
                return new Answer.AlreadyDone();
            draft.Emit(new ContestVoted(draft.Now, command.By, command.Overturns));
            if (!AllSay(draft, command.Overturns))
                return new Answer.Done();
        }

        if (command.Overturns)
        {
            draft.Emit(new ContestOverturned(draft.Now, command.By));
            Follow(draft, command.By, command.Again, FollowCause.Overturned);
        }
        else
        {
            draft.Emit(new ContestUpheld(draft.Now, command.By));
        }

        Messages.Owe(draft, MessageKind.ContestAnswered, contest.By, new() { Other = command.By });
        return new Answer.Done();
    }

    public static Answer SendAgain(DecisionDraft draft, SendAgain command)
    {
        if (draft.Lead.FollowedBy is { } follow && follow.Lead == command.Again)
            return new Answer.AlreadyDone();
        if (NotBack(draft.Lead) is { } late)
            return late;
        if (draft.Lead.Contest is { IsOpen: true })
            return new Answer.TooLate(LateCause.Contested);
        Follow(draft, command.By, command.Again, FollowCause.Corrected);
        return new Answer.Done();
    }

    public static Answer Recycle(DecisionDraft draft, Recycle command)
    {
        if (draft.Lead.RecycledAt is not null)
            return new Answer.AlreadyDone();
        if (NotBack(draft.Lead) is { } late)
            return late;
        if (draft.Lead.Contest is { IsOpen: true })
            return new Answer.TooLate(LateCause.Contested);
        draft.Emit(new Recycled(draft.Now, command.By));
        return new Answer.Done();
    }

    private static Answer.TooLate? NotBack(Lead lead) => lead switch
    {
        { Status: LeadStatus.Erased } => new(LateCause.Ended),
        { FollowedBy: not null } => new(LateCause.SentAgain),
        { RecycledAt: not null } => new(LateCause.Recycled),
        { Milestones.Ending: not null, Status: LeadStatus.Returned or LeadStatus.Nurture or LeadStatus.Discarded } => null,
        _ => new(LateCause.NotBack),
    };

    /// <summary>Whether every head says so; one who has left the files is not waited for.</summary>
    private static bool AllSay(DecisionDraft draft, bool overturns) =>
        draft.Lead.Contest is { } contest
        && contest.Heads.All(head => contest.Votes.Contains(new(head, overturns)) || draft.Staff.Find(head) is null);

    private static void Ask(DecisionDraft draft, PersonId to) =>
        Messages.Owe(
            draft, MessageKind.Contested, to,
            new() { Reason = draft.Lead.Milestones.Ending?.Reason, Other = draft.Lead.Contest?.By, Due = draft.Lead.Contest?.AnswerBy });

    private static void Follow(DecisionDraft draft, PersonId by, LeadId again, FollowCause cause)
    {
        draft.Emit(new SentAgain(draft.Now, by, again, cause));
        Messages.Owe(draft, MessageKind.HandAgain, PersonId.Nobody, new() { Lead = again }, atAnyHour: true);
    }
}
