using Handoff.People;
using static Handoff.Agreements.Words.AgreementChapter;

namespace Handoff.Agreements.Words;

/// <summary>Why a lead is declined or returned, what that does to it and who is charged with it; and what counts as a contact.</summary>
internal sealed class ReasonWords(Language language) : Sentences(language)
{
    private readonly TongueWords _tongues = new(language);

    public IEnumerable<AgreementTerm> Of(Agreement agreement)
    {
        foreach (var reason in agreement.Reasons)
        {
            var about = Say($"Reason “{reason.In(Language)}”", $"Motivo «{reason.In(Language)}»");
            yield return new(Reasons, $"reason/{reason.Code}", about, Say(
                $"{Does(reason.Then)}; {Whose(reason.Fault)}", $"{Does(reason.Then)}; {Whose(reason.Fault)}"));
            foreach (var tongue in Language.All.Where(reason.Says.ContainsKey))
            {
                yield return new(
                    Reasons, $"reason/{reason.Code}/{tongue}",
                    Say($"The reason {reason.Code} {_tongues.Of(tongue)}", $"Il motivo {reason.Code} {_tongues.Of(tongue)}"),
                    Say($"“{reason.Says[tongue]}”", $"«{reason.Says[tongue]}»"))
                { IsForComparing = true };
            }
        }

        yield return AgreementTerm.Set(
            Reasons, "contact_counts", FirstContact, List(agreement.ContactCounts.Select(Way)), agreement.ContactCounts.Select(Way));
    }

    private string FirstContact => Say("What counts as a first contact", "Che cosa vale come primo contatto");

    private string Does(ReasonEffect effect) => effect switch
    {
        ReasonEffect.Reroute => Say("the lead goes to another rep", "il lead va a un'altra persona"),
        ReasonEffect.Return => Say("the lead goes back to marketing", "il lead torna al marketing"),
        ReasonEffect.Nurture => Say("marketing keeps the lead warm", "il marketing coltiva il lead"),
        ReasonEffect.Discard => Say("the lead is thrown away", "il lead è scartato"),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "A reason does something to the lead."),
    };

    private string Whose(Fault fault) => fault switch
    {
        Fault.Routing => Say("it counts against the routing", "pesa sullo smistamento"),
        Fault.Rep => Say("it counts against the rep", "pesa su chi rifiuta"),
        Fault.Marketing => Say("it counts against marketing", "pesa sul marketing"),
        Fault.Nobody => Say("it counts against nobody", "non pesa su nessuno"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault is somebody's or nobody's."),
    };

    private string Way(ContactWay way) => way switch
    {
        ContactWay.Called => Say("a talk on the phone", "una telefonata"),
        ContactWay.Voicemail => Say("a message on the voicemail", "un messaggio in segreteria"),
        ContactWay.Emailed => Say("an e-mail", "un'e-mail"),
        ContactWay.Meeting => Say("a meeting", "un incontro"),
        ContactWay.NotSaid => Say("a contact of which nothing is said", "un contatto non precisato"),
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "A contact is made in some way."),
    };
}
