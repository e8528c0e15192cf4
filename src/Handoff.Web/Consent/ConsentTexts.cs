using Handoff.People;

namespace Handoff.Web.Consent;

/// <summary>What a person is told who wants no more messages.</summary>
public sealed class ConsentTexts(Language language) : Sentences(language)
{
    public string Title => Say("No more contact", "Nessun altro contatto");
    public string Question => Say("Do you no longer want to hear from us?", "Non vuoi più essere contattato?");
    public string Says => Say(
        "We then write to you no more about this request, and whoever deals with it sees that you do not want to be contacted.",
        "Da quel momento non ti scriviamo più per questa richiesta, e chi la segue vede che non vuoi essere contattato.");
    public string Withdraw => Say("Do not contact me any more", "Non contattatemi più");
    public string Done => Say("Done: we contact you no more about this request.", "Fatto: non ti contattiamo più per questa richiesta.");
    public string Over => Say(
        "This link is too old. Please answer one of our messages instead.",
        "Questo link è troppo vecchio. Rispondi invece a uno dei nostri messaggi.");
    public string Unknown => Say(
        "This link is not one of ours, or what it was about is gone.", "Questo link non è nostro, o ciò che riguardava non c'è più.");
}
