using Handoff.Qualification;
using Handoff.Qualification.Quality;

namespace Handoff.Leads.Story;

/// <summary>A request arrives, and what becomes of it.</summary>
internal sealed class ReceivingStory(StoryReader reader) : StoryPart(reader)
{
    public string Spam => Say(
        "Taken for spam, since the hidden field that people never see was filled in, and thrown away.",
        "Considerato spam, perché il campo nascosto che le persone non vedono era compilato, e scartato.");

    public string Received(Reception known) => Say(
        // The reasons name the score and the tier themselves.
        $"Received from {Reader.Names.Source(known.Source)}: {Score(known)}; {known.Completeness} % of the agreed fields given; "
            + $"team {Reader.Names.Team(known.Team)}: {WhyTeam(known)}.",
        $"Ricevuto da {Reader.Names.Source(known.Source)}: {Score(known)}; {known.Completeness} % dei campi concordati compilati; "
            + $"team {Reader.Names.Team(known.Team)}: {WhyTeam(known)}.");

    public string Qualified() => Reader.HadThePoints
        ? Say(
            $"The handoff to sales begins: the lead is qualified by agreement {Version}, which asks for {Points} points.",
            $"Il passaggio alle vendite comincia: il lead è qualificato secondo l'accordo {Version}, che chiede {Points} punti.")
        : Say(
            $"The handoff to sales begins without the {Points} points that agreement {Version} asks for.",
            $"Il passaggio alle vendite comincia senza i {Points} punti che l'accordo {Version} chiede.");

    public string BelowThePoints(LeftWithMarketing it) => Say(
        $"The lead stays with marketing, below the {it.QualifiedAt} points from which it would be qualified.",
        $"Il lead resta al marketing, sotto i {it.QualifiedAt} punti da cui sarebbe qualificato.");

    public string Joined(JoinedOpenHandoff it) => Say(
        $"The same person has an open handoff, {it.Of}, and this request joined it as one more touch.",
        $"La stessa persona ha un passaggio aperto, {it.Of}, e questa richiesta vi si è unita.");

    public string HeldBack(HeldBack it)
    {
        var because = it.Cause switch
        {
            QuarantineCause.NotUnderstood => Say("what the vendor sent could not be read", "ciò che il fornitore ha inviato non si legge"),
            QuarantineCause.NoContact => Say("it says neither an address nor a number", "non dice né un indirizzo né un numero"),
            QuarantineCause.Suspect => List((it.Reasons ?? []).Select(reason => reason.In(Reader.Language))),
            QuarantineCause.Awaited => Say(
                "its answers are at the vendor and are being fetched", "le risposte sono presso il fornitore e si stanno recuperando"),
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.Cause, "A cause has its words."),
        };
        return Say(
            $"Held back, since {because}; marketing has until {At(it.Until)} to release or discard it.",
            $"Trattenuto, perché {because}; il marketing può rilasciarlo o scartarlo fino a {At(it.Until)}.");
    }

    public string Fetched(AnswersFetched it) => it.As is { } lead
        ? Say($"The answers were fetched, and are lead {lead}.", $"Le risposte sono state recuperate, e sono il lead {lead}.")
        : Say("The vendor has these answers no more.", "Il fornitore non ha più queste risposte.");

    public string NotFetched(FetchFailed it) => Say(
        $"The answers could not be fetched ({it.Reason}); they are asked for again {At(it.TryAt, it.At)}.",
        $"Non è stato possibile recuperare le risposte ({it.Reason}); si riprova {At(it.TryAt, it.At)}.");

    public string Released(Released it) => Say(
        $"{Name(it.By)} released the lead: it goes on from now.", $"{Name(it.By)} ha rilasciato il lead: prosegue da ora.");

    public string Discarded(HeldDiscarded it) => it.By is { } by
        ? Say($"{Name(by)} discarded the lead that was held back.", $"{Name(by)} ha scartato il lead trattenuto.")
        : Say("Nobody released the lead in 30 days: it is discarded.", "Nessuno ha rilasciato il lead in 30 giorni: è scartato.");

    public string CameBack(TouchAdded it) => Say(
        $"The same person asked again, in request {it.From}, which joined this handoff.",
        $"La stessa persona ha chiesto ancora, con la richiesta {it.From}, che si è unita a questo passaggio.");

    private string WhyTeam(Reception known) => new TeamReasonWords(Reader.Names).Of(known.TeamReason);

    private string Version => Reader.Agreement.Version;

    private int Points => Reader.Agreement.Qualification.QualifiedAt;
}
