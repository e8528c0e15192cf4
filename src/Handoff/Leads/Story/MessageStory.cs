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
        ? Invariant($"Message {it.Number} was refused for good{Said(it.Reason)} and is not tried again.")
        : Invariant($"Message {it.Number} kept failing for a day{Said(it.Reason)} and is not tried again.");
}
