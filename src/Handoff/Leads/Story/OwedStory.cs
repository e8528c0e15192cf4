using Handoff.People;
using static System.FormattableString;

namespace Handoff.Leads.Story;

/// <summary>A message is owed: to whom, about what, and when it may go.</summary>
internal static class OwedStory
{
    public static string Owed(MessageOwed it, StoryReader reader)
    {
        var message = it.Message;
        var held = message.IsHeld ? $"; it waits until {reader.At(message.NotBefore)}, when they are next at work{TeamsUntil(message)}"
            : "";
        var instead = message.About.InsteadOf is { } other ? $", since {reader.Name(other)} cannot be reached" : "";
        var to = message.To == PersonId.Nobody ? "the open handoff" : reader.Name(message.To);
        return Invariant($"Message {message.Number} is owed to {to}: {What(message.Kind, message.About, reader)}{instead}{held}.");
    }

    /// <summary>Who answers for the clock while the one who is to have the lead does not know of it.</summary>
    private static string TeamsUntil(OwedMessage message) =>
        message.Kind is MessageKind.Offer or MessageKind.Assigned ? ", and until then the clock is the team's" : "";

    private static string What(MessageKind kind, MessageAbout about, StoryReader reader) => kind switch
    {
        MessageKind.Offer => Invariant($"will you take this lead (offer {about.Offer}){Due(about, reader)}{Because(about)}"),
        MessageKind.Breach => $"an alert {Share(about)}{Due(about, reader)}",
        MessageKind.NobodyEligible => $"an alert that nobody can take the lead{Because(about)}",
        MessageKind.DeliveryFailing => $"an alert that {Other(about, reader)} cannot be reached with {Failing(about)}",
        MessageKind.LongAbsence => $"an alert that {Other(about, reader)} is away longer than is excused",
        MessageKind.Reminder => $"a reminder {Share(about)}{Due(about, reader)}",
        MessageKind.Assigned => $"the lead is now theirs{Because(about)}{Due(about, reader)}",
        MessageKind.MovedOn => $"the lead has moved on{Because(about)}",
        MessageKind.Returned when about.Cause == MoveCause.TakenBack =>
            $"{Other(about, reader)} has taken the return back, and sales goes on",
        MessageKind.Returned => $"the lead has come back from {Other(about, reader)}{Reason(about, reader)}",
        MessageKind.GiveFeedback => $"what came of the lead{Due(about, reader)}",
        MessageKind.Touch => $"the same person asked again{(about.Lead is { } lead ? $", and {lead} is to know" : "")}",
        _ => Called(kind),
    };

    /// <summary>What a kind of message is called, with its article.</summary>
    public static string Called(MessageKind kind) => kind switch
    {
        MessageKind.Offer => "the offer",
        MessageKind.Reminder => "the reminder",
        MessageKind.MovedOn => "the news that the lead has moved on",
        MessageKind.Accepted => "the confirmation of the acceptance, with a link to undo it",
        MessageKind.Assigned => "the news that the lead is theirs",
        MessageKind.GiveFeedback => "the request for feedback",
        MessageKind.CameBack => "the news that the person asked again",
        MessageKind.Breach => "the alert about a clock",
        MessageKind.NobodyEligible => "the alert that nobody can take the lead",
        MessageKind.DeliveryFailing => "the alert about a message that cannot be delivered",
        MessageKind.LongAbsence => "the alert about a long absence",
        MessageKind.Returned => "the news that the lead has come back",
        MessageKind.Touch => "the news of one more request",
        MessageKind.Digest => "several alerts in one e-mail",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of message is called something."),
    };

    private static string Failing(MessageAbout about) => about.Failing is { } kind ? Called(kind) : "a message";

    private static string Share(MessageAbout about) =>
        about.Clock is { } clock ? Invariant($"at {about.Percent} % of the {StoryWords.Clock(clock)}") : "about the lead";

    private static string Due(MessageAbout about, StoryReader reader) => about.Due is { } due ? $", due {reader.At(due)}" : "";

    private static string Because(MessageAbout about) => about.Cause is { } cause ? $", because {StoryWords.Because(cause)}" : "";

    private static string Reason(MessageAbout about, StoryReader reader) => about.Reason is { } code ? $": {reader.Reason(code)}" : "";

    private static string Other(MessageAbout about, StoryReader reader) => about.Other is { } other ? reader.Name(other) : "somebody";
}
