using static System.FormattableString;

namespace Handoff.Leads.Story;

/// <summary>Who is asked to take the lead, and what they answer.</summary>
internal static class OfferStory
{
    public static string Offered(Offered it, StoryReader reader) => it switch
    {
        { Choice: { } choice } => Invariant($"Offer {it.Number}, in the rota of {it.Team}: {reader.Explain(choice)}"),
        { By: { } manager } => Invariant($"Offer {it.Number}, in the rota of {it.Team}: {reader.Name(manager)} named {reader.Names(it.To)}."),
        _ => Invariant($"Offer {it.Number}, in the rota of {it.Team}, asks {reader.Names(it.To)} to take the lead."),
    };

    public static string Declined(OfferDeclined it, StoryReader reader) => Invariant(
        $"{reader.Name(it.By)} declined offer {it.Number}: {reader.Reason(it.Reason)} ({StoryWords.Blame(it.Fault, it.CreditBack)}).");

    public static string Lapsed(OfferLapsed it, StoryReader reader) =>
        Invariant($"Offer {it.Number} to {reader.Names(it.Who)} ended unanswered because {StoryWords.Because(it.Cause)}; ")
        + $"the turn is {Credited(it.CreditBack)}.";

    public static string Queued(Queued it, StoryReader reader)
    {
        var before = it.Cause is { } cause ? $" after leaving its last holder because {StoryWords.Because(cause)}" : "";
        return $"The lead is in the manager's queue{before}: {Nobody(it, reader)}";
    }

    public static string Accepted(OfferAccepted it, StoryReader reader) => it.Offer == 0
        ? $"{reader.Name(it.By)} took the lead as a manager, without an offer."
        : Invariant($"{reader.Name(it.By)} accepted offer {it.Offer}.");

    public static string Undone(AcceptanceUndone it, StoryReader reader) =>
        $"{reader.Name(it.By)} took the acceptance back within {StoryText.Length(Undo.Within)} of it; the turn is {Credited(it.CreditBack)}.";

    public static string TakenBack(ReplyUndone it, StoryReader reader)
    {
        var what = it.Reply switch
        {
            ReplyKind.Decline => "the decline",
            ReplyKind.Contact => "the record of the first contact",
            ReplyKind.Feedback => "the feedback",
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.Reply, "A reply is called something."),
        };
        var turn = it.PaidAgain.IsDefaultOrEmpty ? "" : "; the turn counts again";
        return $"{reader.Name(it.By)} took {what} back within {StoryText.Length(Undo.Within)} of it, "
            + $"and the lead is as it was before{turn}.";
    }

    private static string Credited(bool creditBack) => creditBack ? "credited back" : "not credited back";

    private static string Nobody(Queued it, StoryReader reader)
    {
        if (it.Choice is not { } choice)
            return "its team is no longer in the files.";
        var because = reader.Explain(choice);
        return char.ToLowerInvariant(because[0]) + because[1..];
    }
}
