using Handoff.People;
using Handoff.Web.Words;

namespace Handoff.Web.Asking;

/// <summary>What whoever sent a lead reads. They are no colleague: the Italian says "Lei".</summary>
internal sealed class AskTexts(Language language, string organisation) : Sentences(language)
{
    private readonly string _who = UserText.Isolated(UserText.Line(organisation, 100) ?? "Handoff");

    public string Question => Say($"Has somebody at {_who} been in touch with you?", $"Qualcuno di {_who} L'ha contattata?");

    public string Hello(string? name) => name is null ? Say("Good day,", "Buongiorno,") : Say($"Dear {name},", $"Buongiorno {name},");

    public string SentOn(string day) => Say(
        $"on {day} you sent a request to {_who}.", $"{day} ha inviato una richiesta a {_who}.");

    public string Please => Say(
        "Please tell us with one click whether somebody has called you or written to you since. A “no” goes to the person in charge.",
        "Ci dica con un clic se da allora qualcuno L'ha chiamata o Le ha scritto. Un «no» arriva a chi è responsabile.");

    public string Open => Say("Answer: yes or no", "Rispondi: sì o no");

    public string WhyConsent => Say(
        "You get this mail because you agreed to be contacted when you sent your request.",
        "Riceve questo messaggio perché, inviando la richiesta, ha acconsentito a essere contattato.");

    public string WhyRequest => Say(
        "You get this mail because of the request that you sent yourself.", "Riceve questo messaggio per la richiesta che ha inviato Lei.");

    public string Once => Say("You are not asked again within 90 days.", "Non Glielo chiederemo di nuovo prima di 90 giorni.");

    public string Withdraw => Say("I do not want to be contacted any more", "Non desidero più essere contattato");

    public string WithdrawSays => Say(
        "You may withdraw your consent to be contacted at any time.", "Può revocare in ogni momento il consenso a essere contattato.");

    public string Introduction => Say(
        "Since you sent your request: has somebody called you or written to you?",
        "Da quando ha inviato la richiesta, qualcuno L'ha chiamata o Le ha scritto?");

    public string Yes => Say("Yes, somebody has", "Sì, mi hanno contattato");

    public string No => Say("No, nobody yet", "No, ancora nessuno");

    public string ThanksYes => Say("Thank you: you said that somebody has.", "Grazie: ha risposto di sì.");

    public string ThanksNo => Say(
        "Thank you: you said that nobody has. The person in charge has been told.",
        "Grazie: ha risposto di no. La persona responsabile è stata avvisata.");

    public string Change => Say("Was it otherwise? You can change your answer.", "Non è così? Può cambiare la risposta.");

    public string Withdrawn => Say(
        "Your consent is withdrawn: you are not asked again.", "Il consenso è revocato: non Le chiederemo più nulla.");

    public string Over => Say(
        "This question is over; there is nothing to do any more.", "Questa domanda è chiusa; non c'è più nulla da fare.");

    public string Unknown => Say(
        "This link leads nowhere. Was it copied whole?", "Questo link non porta a nulla. È stato copiato per intero?");

    public string Unreadable => Say("Please choose one of the two answers.", "Scelga una delle due risposte.");
}
