using System.Globalization;
using Handoff.Agreements;

namespace Handoff.Leads.Story;

/// <summary>What came of the lead.</summary>
internal static class EndingStory
{
    public const string Erased = "The personal data of the lead was destroyed, and only the figures stay.";

    public static string Feedback(FeedbackGiven it, StoryReader reader) => it.By is { } by
        ? $"{reader.Name(by)} says that the lead is a real opportunity."
        : "The CRM says that the lead is a real opportunity.";

    public static string Returned(LeadReturned it, StoryReader reader)
    {
        var who = it.By is { } by ? reader.Name(by) : "The CRM";
        var did = it.Effect switch
        {
            ReasonEffect.Reroute => "gave the lead back for another rep",
            ReasonEffect.Return => "returned the lead to marketing",
            ReasonEffect.Nurture => "gave the lead to marketing to keep it warm",
            ReasonEffect.Discard => "threw the lead away",
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.Effect, "A reason does something to the lead."),
        };
        return $"{who} {did}: {reader.Reason(it.Reason)} ({StoryWords.Blame(it.Fault, it.CreditBack)}).";
    }

    public static string Outcome(OutcomeRecorded it)
    {
        var became = it.Outcome switch
        {
            Leads.Outcome.Qualified => "sees a real opportunity",
            Leads.Outcome.Won => "reports that the customer bought",
            Leads.Outcome.Lost => "reports that the customer did not buy",
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.Outcome, "An outcome has words."),
        };
        var worth = it.Amount is { } amount ? $", worth {amount.ToString("#,0.##", CultureInfo.InvariantCulture)} {it.Currency}".TrimEnd() : "";
        var reason = it.HasReason ? ", and gave a reason" : "";
        return $"The CRM {became}{worth}{reason}.";
    }
}
