using System.Globalization;
using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Leads.Story;

/// <summary>What came of the lead.</summary>
internal sealed class EndingStory(StoryReader reader) : StoryPart(reader)
{
    public string Erased(LeadErased it) => it.IsExpired
        ? Say(
            "The agreement keeps this lead no longer: its personal data was destroyed, and only the figures stay.",
            "L'accordo non conserva più questo lead: i suoi dati personali sono stati distrutti, e restano solo le cifre.")
        : Say(
            "The personal data of the lead was destroyed, and only the figures stay.",
            "I dati personali del lead sono stati distrutti, e restano solo le cifre.");

    public string ConsentWithdrawn(ConsentWithdrawn it) => it.ByPerson
        ? Say(
            "The person does not want to be contacted any more, and said so by a link in our mail.",
            "La persona non vuole più essere contattata, e l'ha detto con un link nella nostra e-mail.")
        : Say("The person does not want to be contacted any more.", "La persona non vuole più essere contattata.");

    public string Feedback(FeedbackGiven it) => Say(
        $"{Who(it.By)} says that the lead is a real opportunity.", $"{Who(it.By)} dice che il lead è una vera opportunità.");

    public string Returned(LeadReturned it)
    {
        var did = it.Effect switch
        {
            ReasonEffect.Reroute => Say("gave the lead back for another rep", "ha reso il lead per un altro venditore"),
            ReasonEffect.Return => Say("returned the lead to marketing", "ha restituito il lead al marketing"),
            ReasonEffect.Nurture => Say("gave the lead to marketing to keep it warm", "ha dato il lead al marketing perché lo coltivi"),
            ReasonEffect.Discard => Say("threw the lead away", "ha scartato il lead"),
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.Effect, "A reason does something to the lead."),
        };
        return $"{Who(it.By)} {did}: {Reason(it.Reason)} ({Blame(it.Fault, it.CreditBack)}).";
    }

    public string Outcome(OutcomeRecorded it)
    {
        var became = it.Outcome switch
        {
            Leads.Outcome.Qualified => Say("sees a real opportunity", "vede una vera opportunità"),
            Leads.Outcome.Won => Say("reports that the customer bought", "riferisce che il cliente ha comprato"),
            Leads.Outcome.Lost => Say("reports that the customer did not buy", "riferisce che il cliente non ha comprato"),
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.Outcome, "An outcome has words."),
        };
        var worth = it.Amount is { } amount ? Worth($"{amount.ToString("#,0.##", Numbers)} {it.Currency}".TrimEnd()) : "";
        var reason = it.HasReason ? Say(", and gave a reason", ", e ha dato un motivo") : "";
        return $"{Who(it.By)} {became}{worth}{reason}.";
    }

    public string StillOpen(StillOpen it) => Say(
        $"{Name(it.By)} says that the opportunity is still open.", $"{Name(it.By)} dice che l'opportunità è ancora aperta.");

    private CultureInfo Numbers => Language == Language.En ? CultureInfo.InvariantCulture : Language.Culture;

    private string Worth(string amount) => Say($", worth {amount}", $", per {amount}");

    private string Who(PersonId? by) => by is { } person ? Name(person) : Say("The CRM", "Il CRM");
}
