using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.Service.MailEvents;
using Handoff.Service.Storage;

namespace Handoff.Faults.Tests.Audit;

/// <summary>
/// Promise 3: a message is owed exactly when its cause is in the ledger, and what counts as sent has reached whoever carries it.
/// </summary>
internal sealed class MessageRules(SimulatedWorld world)
{
    public void Check(Lead before, LeadEvent happened, Lead after)
    {
        switch (happened)
        {
            case MessageOwed e when e.Message.Number != before.Messages + 1:
                world.Break($"Every message has a number of its own, and {e.Message.Number} came after {before.Messages}.");
                break;
            case MessageSent e:
                Sent(before, e);
                break;
            case MessageOvertaken e when before.Outbox.All(message => message.Number != e.Number):
                world.Break($"A message ends once, and {e.Number} was not owed.");
                break;
            case LeadErased when before.Outbox.Length > 0:
                // What is owed is cancelled with it: looked at in the end.
                break;
            default:
                break;
        }

        if (after.Status == LeadStatus.Erased && happened is MessageOwed)
            world.Break("Promise 7: an erased lead owes nothing.");
    }

    private void Sent(Lead before, MessageSent e)
    {
        var id = before.Id;
        if (before.Outbox.FirstOrDefault(message => message.Number == e.Number) is not { } message)
        {
            world.Break($"A message ends once, and {e.Number} was not owed.");
            return;
        }

        var reached = message.Kind == MessageKind.Touch
            ? message.About.Lead is { } of && world.Auditor.Find(of)?.State.Touches.Contains(id) == true
            : message.Kind == MessageKind.HandAgain
                ? message.About.Lead is { } again && world.Auditor.Find(again) is not null
            : message.IsGathered
                ? world.Auditor.Raised.Contains((id, e.Number))
                : world.Provider.Taken(new MessageName(new(StreamKind.Lead, id.Value), e.Number).ToString()) > 0;
        if (!reached)
        {
            world.Break("Promise 3: a message is delivered at least once, "
                + $"and {message.Kind} {e.Number} of {world.NameOf(new(StreamKind.Lead, id.Value))} counts as sent and is not.");
        }
    }
}
