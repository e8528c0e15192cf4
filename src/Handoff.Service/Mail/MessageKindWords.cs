using Handoff.Leads;

namespace Handoff.Service.Mail;

/// <summary>The words of message kinds, in the mailbox and in copies.</summary>
public static class MessageKindWords
{
    /// <summary>The word: lower case with underscores.</summary>
    public static string Of(MessageKind kind) => kind switch
    {
        MessageKind.Offer => "offer",
        MessageKind.Reminder => "reminder",
        MessageKind.MovedOn => "moved_on",
        MessageKind.Accepted => "accepted",
        MessageKind.Assigned => "assigned",
        MessageKind.GiveFeedback => "give_feedback",
        MessageKind.CameBack => "came_back",
        MessageKind.Breach => "breach",
        MessageKind.NobodyEligible => "nobody_eligible",
        MessageKind.DeliveryFailing => "delivery_failing",
        MessageKind.LongAbsence => "long_absence",
        MessageKind.Returned => "returned",
        MessageKind.Touch => "touch",
        MessageKind.Digest => "digest",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind has a word."),
    };
}
