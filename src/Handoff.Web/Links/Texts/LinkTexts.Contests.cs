namespace Handoff.Web.Links.Texts;

/// <content>What is said about a contested return.</content>
public sealed partial class LinkTexts
{
    public string ContestHeading => Say("A contested return", "Una restituzione contestata");
    public string ContestIntroduction => Say("Does the return stand?", "La restituzione resta valida?");
    public string Uphold => Say("The return stands", "La restituzione resta valida");
    public string Overturn => Say("It was wrong: hand the lead over again", "Era sbagliata: il lead passa di nuovo");
    public string ReturnedBecause => Say("Returned because", "Restituito perché");

    public string ReturnNote => Say("Sales says", "Le vendite dicono");
    public string ContestNote => Say("Marketing says", "Il marketing dice");

    public string Upheld => Say("Thank you: the return stands.", "Grazie: la restituzione resta valida.");
    public string Overturned => Say(
        "Thank you: the return was wrong. A new handoff begins, and it no longer counts against marketing.",
        "Grazie: la restituzione era sbagliata. Comincia un nuovo passaggio, e non conta più contro il marketing.");
    public string Voted => Say(
        "Thank you, that is noted. It stays contested until the other head agrees.",
        "Grazie, è annotato. Resta contestata finché l'altro direttore non è d'accordo.");

    public string ContestAnswered => Say(
        "Thank you, but this contest has been answered.", "Grazie, ma a questa contestazione è già stato risposto.");
    public string WithHeads => Say(
        "Thank you, but the time to answer is over: both heads decide now.",
        "Grazie, ma il tempo per rispondere è finito: ora decidono i due direttori.");
    public string ContestOver => Say(
        "This return cannot be contested any more.", "Questa restituzione non si può più contestare.");
    public string AlreadyContested => Say(
        "This return was contested already: a return is contested once.",
        "Questa restituzione è già stata contestata: si contesta una volta sola.");
    public string AlreadySentAgain => Say(
        "A new handoff of this lead has begun already.", "Un nuovo passaggio di questo lead è già cominciato.");
    public string AlreadyRecycled => Say("Marketing keeps this lead warm already.", "Il marketing coltiva già questo lead.");
    public string NotBack => Say(
        "This lead has not come back, or sales has it again.", "Questo lead non è tornato, o è di nuovo alle vendite.");
}
