using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Leads.Deciding;

/// <summary>A request arrives: the beginning of a lead, or one more touch of an open handoff.</summary>
internal static class Receiving
{
    public static Answer Receive(LeadTurn turn, Receive command)
    {
        turn.Emit(new LeadReceived(turn.Now, command.Reception));
        switch (command.Verdict)
        {
            case ReceptionVerdict.Qualified:
                Begin(turn);
                break;
            case ReceptionVerdict.BelowThePoints:
                turn.Emit(new LeftWithMarketing(turn.Now, turn.Agreement.Qualification.QualifiedAt));
                break;
            case ReceptionVerdict.Spam:
                turn.Emit(new TakenForSpam(turn.Now));
                break;
            case ReceptionVerdict.Duplicate when command.Of is { } open:
                turn.Emit(new JoinedOpenHandoff(turn.Now, open));
                Messages.Owe(turn, MessageKind.Touch, PersonId.Nobody, new() { Lead = open }, atAnyHour: true);
                break;
            default:
                throw new InvalidOperationException("A duplicate names the handoff that it joins.");
        }

        return new Answer.Done();
    }

    /// <summary>The handoff that a duplicate was to join had ended by then: it is a handoff of its own after all, and nothing is lost.</summary>
    public static void BeginAfterAll(LeadTurn turn)
    {
        if (turn.Lead.Known.Qualifies)
            Begin(turn);
        else
            turn.Emit(new LeftWithMarketing(turn.Now, turn.Agreement.Qualification.QualifiedAt));
    }

    public static Answer AddTouch(LeadTurn turn, AddTouch command)
    {
        if (turn.Lead.Touches.Contains(command.From))
            return new Answer.AlreadyDone();
        if (!turn.Lead.Status.IsOpen())
            return new Answer.TooLate(LateCause.Ended);
        turn.Emit(new TouchAdded(turn.Now, command.From));
        if (turn.Lead.Owner.Who is { } owner)
            Messages.Owe(turn, MessageKind.CameBack, owner, new() { Lead = command.From, Offer = turn.Lead.Offer?.Number ?? 0 });
        return new Answer.Done();
    }

    private static void Begin(LeadTurn turn)
    {
        turn.Emit(new LeadQualified(turn.Now));
        ClockPlanning.Start(turn, ClockName.Accept, holder: null);
    }
}
