using Handoff.People;
using static System.FormattableString;
using static Handoff.Leads.Story.StoryText;

namespace Handoff.Leads.Story;

/// <summary>What becomes of a message that is owed.</summary>
internal static class MessageStory
{
    public static string Released(MessageReleased it, StoryReader reader) => Invariant($"{Which(it.Number, reader)} was held until now and may go.");

    public static string Held(MessageHeld it, StoryReader reader) => it.Until > it.At
        ? Invariant($"{Which(it.Number, reader)} goes to {reader.Name(it.To)} and waits until {reader.At(it.Until)}, when they are next at work.")
        : Invariant($"{Which(it.Number, reader)} goes to {reader.Name(it.To)} instead.");

    public static string Overtaken(MessageOvertaken it, StoryReader reader) => Invariant($"{Which(it.Number, reader)} is not sent, since what it was to say is no longer so.");

    public static string Sent(MessageSent it, StoryReader reader) => Invariant($"{Which(it.Number, reader)} was sent.");

    public static string Failed(MessageFailed it, StoryReader reader) => Invariant(
        $"{Which(it.Number, reader)} could not be delivered{Said(it.Reason)}, and is tried again in {Length(it.RetryAt - it.At)}, ")
        + $"at {reader.At(it.RetryAt, it.At)}.";

    public static string Parked(MessageParked it, StoryReader reader) => it.Refused
        ? Invariant($"{Which(it.Number, reader)} was refused for good{Said(it.Reason)} and is not tried again{Lost(it.IsLost)}.")
        : Invariant($"{Which(it.Number, reader)} kept failing for a day{Said(it.Reason)} and is not tried again{Lost(it.IsLost)}.");

    public static string Delivered(MessageDelivered it, StoryReader reader) => Invariant($"{Which(it.Number, reader)} reached the recipient's mail server.");

    public static string Deferred(MessageDeferred it, StoryReader reader) =>
        Invariant($"{Which(it.Number, reader)} is not taken by the recipient's mail server for now{Said(it.Reason)}, and the provider goes on trying.");

    public static string Bounced(MessageBounced it, StoryReader reader) =>
        Invariant($"{Which(it.Number, reader)} {What(it.Fate, reader.Name(it.To))}{Said(it.Reason)}{Lost(it.IsLost)}.");

    public static string Retried(MessageRetried it, StoryReader reader) =>
        $"{Which(it.Number, reader)} is tried again, since {(it.By is { } by ? reader.Name(by) : "an administrator")} asked for it.";

    /// <summary>The message by its number and, where it is known, by what it is and who gets it.</summary>
    private static string Which(int number, StoryReader reader) => reader.Messages.GetValueOrDefault(number) is { } message
        ? Invariant($"Message {number} ({OwedStory.Called(message.Kind)}{(message.To == PersonId.Nobody ? "" : $" to {reader.Name(message.To)}")})")
        : Invariant($"Message {number}");

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
