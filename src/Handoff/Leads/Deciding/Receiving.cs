using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Qualification.Quality;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>A request arrives: the beginning of a lead, or one more touch of an open handoff.</summary>
internal static class Receiving
{
    /// <summary>
    /// How long after one mail about further requests the next may go: however often somebody posts, a rep gets few mails.
    /// </summary>
    private static readonly Duration BetweenMails = Duration.FromMinutes(10);

    public static Answer Receive(DecisionDraft draft, Receive command)
    {
        draft.Emit(new LeadReceived(draft.Now, command.Reception));
        switch (command.Verdict)
        {
            case ReceptionVerdict.Qualified:
                Begin(draft);
                break;
            case ReceptionVerdict.BelowThePoints:
                draft.Emit(new LeftWithMarketing(draft.Now, draft.Agreement.Qualification.QualifiedAt));
                break;
            case ReceptionVerdict.Spam:
                draft.Emit(new TakenForSpam(draft.Now));
                break;
            case ReceptionVerdict.Quarantined when command.Held is { } cause:
                Hold(draft, cause, reasons: null);
                break;
            case ReceptionVerdict.Duplicate when command.Of is { } open:
                Join(draft, open);
                break;
            default:
                throw new InvalidOperationException("A duplicate names the handoff that it joins, and what is held back says why.");
        }

        return new Answer.Done();
    }

    /// <summary>What was held back goes on as if it had arrived now, by the word of marketing whatever its points.</summary>
    public static Answer Release(DecisionDraft draft, ReleaseHeld command)
    {
        if (draft.Lead.Quarantine?.ReleasedBy is not null && draft.Lead.Status != LeadStatus.Erased)
            return new Answer.AlreadyDone();
        if (draft.Lead.Status != LeadStatus.Quarantined)
            return new Answer.TooLate(LateCause.Ended);
        draft.Emit(new Released(draft.Now, command.By));
        if (command.Of is { } open)
            Join(draft, open);
        else
            Begin(draft);
        return new Answer.Done();
    }

    /// <summary>The answers that a notice announces were fetched, or were not given.</summary>
    public static Answer Fetch(DecisionDraft draft, RecordFetch command)
    {
        if (!draft.Lead.AwaitsAnswers)
            return new Answer.TooLate(LateCause.Ended);
        draft.Emit(command switch
        {
            RecordFetch.Fetched fetched => new AnswersFetched(draft.Now, fetched.As),
            RecordFetch.Failed failed => new FetchFailed(
                draft.Now, draft.Now + FetchPauses.After(draft.Lead.Quarantine!.Failures + 1), failed.Reason),
            _ => throw new InvalidOperationException("Answers are fetched or not."),
        });
        return new Answer.Done();
    }

    /// <summary>What is held back is thrown away.</summary>
    /// <param name="by">Who says so; null: its time is over.</param>
    public static Answer Discard(DecisionDraft draft, PersonId? by)
    {
        if (draft.Lead.Status != LeadStatus.Quarantined)
            return draft.Lead is { Status: LeadStatus.Discarded, Quarantine.ReleasedBy: null }
                ? new Answer.AlreadyDone() : new Answer.TooLate(LateCause.Ended);
        draft.Emit(new HeldDiscarded(draft.Now, by));
        return new Answer.Done();
    }

    /// <summary>
    /// The handoff that a duplicate was to join had ended by then: it is a handoff of its own after all, and nothing is lost.
    /// </summary>
    public static void BeginAfterAll(DecisionDraft draft)
    {
        if (draft.Lead.Known.Qualifies)
            Begin(draft);
        else
            draft.Emit(new LeftWithMarketing(draft.Now, draft.Agreement.Qualification.QualifiedAt));
    }

    public static Answer AddTouch(DecisionDraft draft, AddTouch command)
    {
        if (draft.Lead.Touches.Contains(command.From))
            return new Answer.AlreadyDone();
        if (!draft.Lead.Status.IsOpen())
            return new Answer.TooLate(LateCause.Ended);
        draft.Emit(new TouchAdded(draft.Now, command.From));
        if (command.Meeting is { } meeting)
            MeetingPromises.Hear(draft, meeting);
        if (draft.Lead.Owner.Who is { } owner && !IsToBeTold(draft, owner))
        {
            var about = new MessageAbout { Lead = command.From, Offer = draft.Lead.Offer?.Number ?? 0 };
            var notBefore = draft.Lead.TouchToldAt is { } told ? told + BetweenMails : default;
            Messages.Owe(draft, MessageKind.CameBack, owner, about, notBefore: notBefore);
        }

        return new Answer.Done();
    }

    /// <summary>Whether a mail that counts the requests still waits to go: it counts this one too.</summary>
    private static bool IsToBeTold(DecisionDraft draft, PersonId owner) =>
        draft.Lead.Outbox.Any(message => message.Kind == MessageKind.CameBack && message.To == owner);

    /// <summary>What was found in the first turn, before anybody is asked; the clock that began counts as if it never had.</summary>
    public static Answer HoldSuspect(DecisionDraft draft, HoldSuspect command)
    {
        if (!draft.Lead.AwaitsChecks)
            return new Answer.TooLate(LateCause.Ended);
        if (draft.Lead.Unmet(ClockName.Accept) is not null)
            draft.Emit(new ClockCancelled(draft.Now, ClockName.Accept, Withdrawn: true));
        Hold(draft, QuarantineCause.Suspect, command.Reasons);
        return new Answer.Done();
    }

    private static void Hold(DecisionDraft draft, QuarantineCause cause, ImmutableArray<Suspicion>? reasons)
    {
        draft.Emit(new HeldBack(draft.Now, cause, draft.Now + Quarantine.Lasts) { Reasons = reasons });
        // The day's mail tells of them beside what came back.
        foreach (var person in draft.Staff.Marketing)
            Messages.Owe(draft, MessageKind.Returned, person.Id, new(), atAnyHour: true);
    }

    private static void Join(DecisionDraft draft, LeadId open)
    {
        draft.Emit(new JoinedOpenHandoff(draft.Now, open));
        Messages.Owe(draft, MessageKind.Touch, PersonId.Nobody, new() { Lead = open }, atAnyHour: true);
    }

    private static void Begin(DecisionDraft draft)
    {
        draft.Emit(new LeadQualified(draft.Now));
        ClockPlanning.Start(draft, ClockName.Accept, holder: null);
    }
}
