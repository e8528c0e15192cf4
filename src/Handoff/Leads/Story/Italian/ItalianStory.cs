using Handoff.People;
using Handoff.Qualification;
using static System.FormattableString;

namespace Handoff.Leads.Story.Italian;

/// <summary>Says every event of a lead in one plain Italian sentence, from the ledger alone.</summary>
internal static class ItalianStory
{
    public static string Says(LeadEvent happened, StoryReader reader) => happened switch
    {
        LeadReceived it => Received(it, reader),
        LeadQualified => $"Il passaggio alle vendite comincia: il lead è qualificato secondo l'accordo {reader.Agreement.Version}, "
            + Invariant($"che chiede {reader.Agreement.Qualification.QualifiedAt} punti."),
        LeftWithMarketing it => Invariant($"Il lead resta al marketing, sotto i {it.QualifiedAt} punti da cui sarebbe qualificato."),
        TakenForSpam => "Considerato spam, perché il campo nascosto che le persone non vedono era compilato, e scartato.",
        JoinedOpenHandoff it => $"La stessa persona ha un passaggio aperto, {it.Of}, e questa richiesta vi si è unita.",
        TouchAdded it => $"La stessa persona ha chiesto ancora, con la richiesta {it.From}, che si è unita a questo passaggio.",

        ClockStarted it => ItalianClocks.Started(it, reader),
        ClockReplanned it => ItalianClocks.Replanned(it, reader),
        ClockPaused it => ItalianClocks.Paused(it, reader),
        ClockMet it => $"Il {ItalianWords.Clock(it.Clock)} è stato rispettato, {reader.At(it.At)}.",
        ClockCancelled it => $"Il {ItalianWords.Clock(it.Clock)} è annullato e non conta più.",
        ClockReopened it => $"Il {ItalianWords.Clock(it.Clock)} riprende come se non fosse mai stato rispettato.",
        ClockBreached it => ItalianClocks.Breached(it, reader),
        RungPassed it => ItalianClocks.Passed(it, reader),
        AlertRepeated it => ItalianClocks.Repeated(it, reader),

        Offered it => ItalianHands.Offered(it, reader),
        OfferDeclined it => Invariant($"{reader.Name(it.By)} ha rifiutato la proposta {it.Number}: {reader.Reason(it.Reason)} ({ItalianWords.Blame(it.Fault, it.CreditBack)})."),
        OfferLapsed it => Invariant($"La proposta {it.Number} {ItalianEuphony.To(ItalianWords.Names(reader, it.Who))} è finita senza risposta perché {ItalianWords.Because(it.Cause)}; ")
            + $"il turno {ItalianWords.Credited(it.CreditBack)}.",
        Queued it => ItalianHands.Queued(it, reader),
        OfferAccepted { Offer: 0 } it => $"{reader.Name(it.By)} ha preso il lead come responsabile, senza proposta.",
        OfferAccepted it => Invariant($"{reader.Name(it.By)} ha accettato la proposta {it.Offer}."),
        AcceptanceUndone it => $"{reader.Name(it.By)} ha ritirato l'accettazione entro {StoryText.Length(Undo.Within)}; il turno {ItalianWords.Credited(it.CreditBack)}.",

        Assigned it => ItalianHands.Assigned(it, reader),
        FirstContactRecorded it => ItalianHands.FirstContact(it, reader),
        AlertsSnoozed it => $"{reader.Name(it.By)} non vuole avvisi su questo lead fino a {reader.At(it.Until)}; i tempi e le altre soglie proseguono.",
        ReviewSet { ReviewAt: { } at } => $"Si è riguardato chi ha il lead o può averlo; di nuovo {reader.At(at)}, quando un turno o un'assenza comincia o finisce.",
        ReviewSet => "Si è riguardato chi ha il lead o può averlo; nessun turno e nessuna assenza in vista lo cambierebbe.",

        FeedbackGiven it => $"{(it.By is { } by ? reader.Name(by) : "Il CRM")} dice che il lead è una vera opportunità.",
        ReplyUndone it => ItalianHands.TakenBack(it, reader),
        LeadReturned it => ItalianHands.Returned(it, reader),
        OutcomeRecorded it => ItalianHands.Outcome(it),
        LeadErased => "I dati personali del lead sono stati distrutti, e restano solo le cifre.",

        _ => ItalianMessages.Says(happened, reader),
    };

    private static string Received(LeadReceived it, StoryReader reader)
    {
        var known = it.Reception;
        var score = known.ScoreRules is { } rules && rules.All(place => place < reader.Agreement.Qualification.Rules.Length)
            ? Qualify.Explain(reader.Agreement, known.Score, rules, known.Tier, Language.It)
            : known.ScoreBecause;
        return $"Ricevuto da {known.Source}: {StoryText.Inner(score)}; "
            + Invariant($"{known.Completeness} % dei campi concordati compilati; ")
            + $"team {known.Team}.";
    }
}
