using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Leads.Deciding;

/// <summary>
/// What the provider tells of a message that it took, each fate once. Who cannot be reached is a fact that the process acts on (design
/// section 4): an offer moves on, a manager's alert goes to who stands in, and never further.
/// </summary>
internal static class MailReports
{
    public static Answer Record(DecisionDraft draft, ReportMail command)
    {
        var number = command.Message.Number;
        if (draft.Lead.Status == LeadStatus.Erased
            || draft.Lead.Reports.Any(report => report.Number == number && report.Fate == command.Fate))
            return new Answer.AlreadyDone();
        if (command.Fate == MailFate.Delivered)
            draft.Emit(new MessageDelivered(draft.Now, number));
        else if (command.Fate == MailFate.Deferred)
            draft.Emit(new MessageDeferred(draft.Now, number, command.Reason));
        else
            Fail(draft, command);
        return new Answer.Done();
    }

    /// <summary>Somebody cannot be reached by mail: the manager is told, and an offer that stands goes to who can be reached.</summary>
    public static void ActOn(DecisionDraft draft, OwedMessage message)
    {
        var about = new MessageAbout { Failing = message.Kind, Other = message.To };
        Messages.Alert(draft, MessageKind.DeliveryFailing, AlertTarget.Manager, about);
        if (draft.Lead.Offer is not { } offer || offer.Number != message.About.Offer || !offer.To.Contains(message.To))
            return;
        Offering.LapseFor(draft, offer, message.To);
        DueWork.Advance(draft, Settles.Nothing);
    }

    /// <summary>Whether nobody hears that this person cannot be reached.</summary>
    public static bool NobodyHears(DecisionDraft draft, PersonId unreachable) =>
        Messages.WhoHears(draft, AlertTarget.Manager, unreachable, atAnyHour: false, dueAt: null) is null;

    private static void Fail(DecisionDraft draft, ReportMail command)
    {
        var message = command.Message;
        // That the person cannot be reached is a fact for marketing; no colleague is to do anything.
        if (message.Kind == MessageKind.AskLead)
        {
            draft.Emit(Bounced(draft, command, isLost: false));
            return;
        }

        // A second failure of the same message (a bounce, then a complaint) is a fact, and there is nothing more to do about it.
        var isFirst = !draft.Lead.Reports.Any(report => report.Number == message.Number && report.Fate.IsFailure());
        if (!message.IsAlert)
        {
            draft.Emit(Bounced(draft, command, isLost: isFirst && NobodyHears(draft, message.To)));
            if (isFirst)
                ActOn(draft, message);
            return;
        }

        var matters = isFirst && Overtaking.StillSays(draft.Lead, message);
        // Who stands in for somebody has nobody to stand in: so it ends.
        var other = matters && message.About.InsteadOf is null ? Messages.StandIn(draft, message.To) : null;
        draft.Emit(Bounced(draft, command, isLost: matters && other is null));
        if (other is { } to && !Messages.IsSnoozed(draft, to))
            Messages.Owe(draft, message.Kind, to, message.About with { InsteadOf = message.To }, message.AtAnyHour);
    }

    private static MessageBounced Bounced(DecisionDraft draft, ReportMail command, bool isLost) =>
        new(draft.Now, command.Message.Number, command.Message.To, command.Fate, command.Reason, isLost);
}
