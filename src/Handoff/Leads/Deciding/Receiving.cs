using Handoff.Agreements;
using Handoff.People;
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
            case ReceptionVerdict.Duplicate when command.Of is { } open:
                draft.Emit(new JoinedOpenHandoff(draft.Now, open));
                Messages.Owe(draft, MessageKind.Touch, PersonId.Nobody, new() { Lead = open }, atAnyHour: true);
                break;
            default:
                throw new InvalidOperationException("A duplicate names the handoff that it joins.");
        }

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

    private static void Begin(DecisionDraft draft)
    {
        draft.Emit(new LeadQualified(draft.Now));
        ClockPlanning.Start(draft, ClockName.Accept, holder: null);
    }
}
