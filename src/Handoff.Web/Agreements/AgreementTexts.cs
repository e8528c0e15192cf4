using Handoff.Agreements.Words;
using Handoff.People;

namespace Handoff.Web.Agreements;

/// <summary>What the page of the agreement says around it.</summary>
public sealed class AgreementTexts(Language language) : Sentences(language)
{
    public string Heading => Say("The agreement", "L'accordo");
    public string TryLead => Say("Try a lead on paper", "Prova un lead sulla carta");
    public string Introduction => Say(
        "What marketing and sales have promised each other, in words. Clocks count open hours unless it is said otherwise, and a lead "
            + "keeps the version under which it qualified.",
        "Ciò che marketing e vendite si sono promessi, in parole. I tempi contano l'orario aperto se non è detto altrimenti, e un lead "
            + "conserva la versione con cui si è qualificato.");
    public string Version => Say("Version", "Versione");
    public string ComparedWith => Say("Compared with", "Confrontata con");
    public string Nothing => Say("nothing", "nulla");
    public string Show => Say("Show", "Mostra");
    public string InForceFrom => Say("{0}, in force from {1}", "{0}, in vigore da {1}");
    public string PeopleFrom => Say("{0}, people or hours changed {1}", "{0}, persone o orari cambiati {1}");
    public string Changes => Say("What is different", "Che cosa è diverso");
    public string ChangesSince => Say("Compared with: {0}.", "A confronto con: {0}.");
    public string NoChange => Say("Nothing that means something else.", "Nulla che abbia un altro significato.");
    public string Unreadable => Say(
        "The files of this version can no longer be read.", "I file di questa versione non si leggono più.");
    public string NoPeople => Say(
        "The people and hours of this version can no longer be read.", "Le persone e gli orari di questa versione non si leggono più.");

    public string Of(AgreementChapter chapter) => chapter switch
    {
        AgreementChapter.Commitments => Say("Who owes what", "Chi deve che cosa"),
        AgreementChapter.Qualifying => Say("What a qualified lead is", "Che cos'è un lead qualificato"),
        AgreementChapter.Tiers => Say("Tiers and clocks", "Fasce e tempi"),
        AgreementChapter.Ladders => Say("Ladders: what happens on the way", "Scale: che cosa succede nel frattempo"),
        AgreementChapter.Reasons => Say("Reasons and contacts", "Motivi e contatti"),
        AgreementChapter.Alerting => Say("Alerts and meetings", "Avvisi e incontri"),
        AgreementChapter.Teams => Say("Teams", "I team"),
        AgreementChapter.Hours => Say("Hours", "Orari"),
        AgreementChapter.Keeping => Say("How long data is kept", "Per quanto si conservano i dati"),
        AgreementChapter.Parties => Say("Who agrees", "Chi si accorda"),
        _ => throw new ArgumentOutOfRangeException(nameof(chapter), chapter, "A chapter has a title."),
    };
}
