using static System.FormattableString;
using static Handoff.Leads.Story.StoryText;

namespace Handoff.Leads.Story;

/// <summary>What becomes of a message that is owed.</summary>
internal static class MessageStory
{
    public static string Released(MessageReleased it) => Invariant($"Message {it.Number} was held until now and may go.");

    public static string Held(MessageHeld it, StoryReader reader) => it.Until > it.At
        ? Invariant($"Message {it.Number} goes to {reader.Name(it.To)} and waits until {reader.At(it.Until)}, when they are next at work.")
        : Invariant($"Message {it.Number} goes to {reader.Name(it.To)} instead.");

    public static string Overtaken(MessageOvertaken it) => Invariant($"Message {it.Number} is not sent, since what it was to say is no longer so.");

    public static string Sent(MessageSent it) => Invariant($"Message {it.Number} was sent.");

    public static string Failed(MessageFailed it, StoryReader reader) => Invariant(
        $"Message {it.Number} could not be delivered{Said(it.Reason)}, and is tried again in {Length(it.RetryAt - it.At)}, ")
        + $"at {reader.At(it.RetryAt, it.At)}.";

    public static string Parked(MessageParked it) => it.Refused
        ? Invariant($"Message {it.Number} was refused for good{Said(it.Reason)} and is not tried again{Lost(it.IsLost)}.")
        : Invariant($"Message {it.Number} kept failing for a day{Said(it.Reason)} and is not tried again{Lost(it.IsLost)}.");

    public static string Delivered(MessageDelivered it) => Invariant($"Message {it.Number} reached the recipient's mail server.");

    public static string Deferred(MessageDeferred it) =>
        Invariant($"Message {it.Number} is not taken by the recipient's mail server for now{Said(it.Reason)}, and the provider goes on trying.");

    public static string Bounced(MessageBounced it, StoryReader reader) =>
        Invariant($"Message {it.Number} {What(it.Fate, reader.Name(it.To))}{Said(it.Reason)}{Lost(it.IsLost)}.");

    private static string What(MailFate fate, string to) => fate switch
    {
        MailFate.Bounced => $"to {to} came back undelivered",
        MailFate.Blocked => $"to {to} was turned away by the recipient's mail server",
        MailFate.Dropped => $"to {to} was not sent on by the provider",
        MailFate.Spam => $"was called spam by {to}",
        MailFate.Undeliverable => $"could not be delivered to {to}",
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, "A message bounces in some way."),
    };

    private static string Lost(bool isLost) => isLost ? ", and nobody else can be told" : "";
}
