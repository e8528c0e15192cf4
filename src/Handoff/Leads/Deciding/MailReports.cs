using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Leads.Deciding;

/// <summary>
/// What the provider tells of a message that it took, each fate once. Who cannot be reached is a fact that the process acts on (DESIGN section
/// 4): an offer moves on, a manager's alert goes to who stands in, and never further.
/// </summary>
internal static class MailReports
{
    public static Answer Record(LeadTurn turn, ReportMail command)
    {
        var number = command.Message.Number;
        if (turn.Lead.Status == LeadStatus.Erased || turn.Lead.Reports.Any(report => report.Number == number && report.Fate == command.Fate))
            return new Answer.AlreadyDone();
        if (command.Fate == MailFate.Delivered)
            turn.Emit(new MessageDelivered(turn.Now, number));
        else if (command.Fate == MailFate.Deferred)
            turn.Emit(new MessageDeferred(turn.Now, number, command.Reason));
        else
            Fail(turn, command);
        return new Answer.Done();
    }

    /// <summary>Somebody cannot be reached by mail: the manager is told, and an offer that stands goes to who can be reached.</summary>
    public static void ActOn(LeadTurn turn, OwedMessage message)
    {
        var about = new MessageAbout { Failing = message.Kind, Other = message.To };
        Messages.Alert(turn, MessageKind.DeliveryFailing, AlertTarget.Manager, about);
        if (turn.Lead.Offer is not { } offer || offer.Number != message.About.Offer || !offer.To.Contains(message.To))
            return;
        Offering.LapseFor(turn, offer, message.To);
        DueWork.Advance(turn, Settles.Nothing);
    }

    /// <summary>Whether nobody hears that this person cannot be reached.</summary>
    public static bool NobodyHears(LeadTurn turn, PersonId unreachable) =>
        Messages.WhoHears(turn, AlertTarget.Manager, unreachable, atAnyHour: false, dueAt: null) is null;

    private static void Fail(LeadTurn turn, ReportMail command)
    {
        var message = command.Message;
        // A second failure of the same message (a bounce, then a complaint) is a fact, and there is nothing more to do about it.
        var isFirst = !turn.Lead.Reports.Any(report => report.Number == message.Number && report.Fate.IsFailure());
        if (!message.IsAlert)
        {
            turn.Emit(Bounced(turn, command, isLost: isFirst && NobodyHears(turn, message.To)));
            if (isFirst)
                ActOn(turn, message);
            return;
        }

        var matters = isFirst && Overtaking.StillSays(turn.Lead, message);
        // Who stands in for somebody has nobody to stand in: so it ends.
        var other = matters && message.About.InsteadOf is null ? Messages.StandIn(turn, message.To) : null;
        turn.Emit(Bounced(turn, command, isLost: matters && other is null));
        if (other is { } to && !Messages.IsSnoozed(turn, to))
            Messages.Owe(turn, message.Kind, to, message.About with { InsteadOf = message.To }, message.AtAnyHour);
    }

    private static MessageBounced Bounced(LeadTurn turn, ReportMail command, bool isLost) =>
        new(turn.Now, command.Message.Number, command.Message.To, command.Fate, command.Reason, isLost);
}
