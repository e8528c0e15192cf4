using Handoff.People;

namespace Handoff.Web.Links.Texts;

/// <summary>What the pages behind links say. <c>{0}</c> and <c>{1}</c> are names, times or counts.</summary>
public sealed partial class LinkTexts(Language language) : Sentences(language)
{
    public string Title => Say("About your link", "Il tuo link");
    public string Hello => Say("Hello {0},", "Buongiorno {0},");
    public string Unknown => Say(
        "This link does not open anything. It may have been cut off: please open it again from the e-mail, whole.",
        "Questo link non apre nulla. Forse è stato troncato: per favore riaprilo dall'e-mail, per intero.");
    public string Expired => Say(
        "This link is over. A newer e-mail about the same lead has a new one.",
        "Questo link è scaduto. Un'e-mail più recente sullo stesso lead ne contiene uno nuovo.");
    public string FormUnreadable => Say(
        "The form did not arrive as it should, and nothing was changed. Please open the link again from the e-mail and try once more.",
        "Il modulo non è arrivato correttamente e nulla è cambiato. Per favore riapri il link dall'e-mail e riprova.");

    public string OfferHeading => Say("A lead for you", "Un lead per te");
    public string OfferIntroduction => Say("Will you take this lead?", "Prendi in carico questo lead?");
    public string Accept => Say("Accept", "Accetto");
    public string Decline => Say("Decline", "Rifiuto");
    public string DeclineHint => Say("A tap on the reason declines the lead", "Un tocco sul motivo rifiuta il lead");

    public string UndoHeading => Say("Undo your acceptance", "Annulla l'accettazione");
    public string UndoIntroduction => Say(
        "You can take your acceptance back. The lead then goes to somebody else.",
        "Puoi ritirare l'accettazione. Il lead passerà a un'altra persona.");
    public string UndoButton => Say("Undo my acceptance", "Annulla la mia accettazione");
    public string UndoDeclineHeading => Say("Take your decline back", "Annulla il rifiuto");
    public string UndoDeclineIntroduction => Say(
        "You can take your decline back. The lead is then offered to you again.",
        "Puoi annullare il rifiuto. Il lead torna a essere proposto a te.");
    public string UndoContactHeading => Say("Undo the recorded contact", "Annulla il contatto registrato");
    public string UndoContactIntroduction => Say(
        "You can take the record back. The first contact is then still to be made.",
        "Puoi annullare la registrazione. Il primo contatto sarà di nuovo da fare.");
    public string UndoFeedbackHeading => Say("Undo your feedback", "Annulla l'esito");
    public string UndoFeedbackIntroduction => Say(
        "You can take back what you told. The lead is then yours as before.",
        "Puoi annullare ciò che hai detto. Il lead torna a te come prima.");
    public string UndoOutcomeHeading => Say("Undo the outcome", "Annulla l'esito finale");
    public string UndoOutcomeIntroduction => Say(
        "You can take back what you told. The opportunity is then still open.",
        "Puoi annullare ciò che hai detto. L'opportunità è di nuovo aperta.");
    public string UndoReplyButton => Say("Undo it", "Annulla");

    public string ContactedHeading => Say("Record the first contact", "Registra il primo contatto");
    public string ContactedIntroduction => Say("How did you reach out?", "Come hai preso contatto?");
    public string Called => Say("We spoke on the phone", "Ci siamo parlati al telefono");
    public string Voicemail => Say("I left a message", "Ho lasciato un messaggio");
    public string Emailed => Say("I wrote an e-mail", "Ho scritto un'e-mail");
    public string Meeting => Say("We have a meeting", "Abbiamo un incontro");
    public string Note => Say("Note (optional)", "Nota (facoltativa)");
    public string CallThem => Say("Call {0}", "Chiama {0}");
    public string WriteThem => Say("Write to {0}", "Scrivi a {0}");

    public string FeedbackHeading => Say("What came of it?", "Com'è andata?");
    public string FeedbackIntroduction => Say("Is it a real opportunity, or does it go back?", "È un'opportunità reale, o torna indietro?");
    public string Qualified => Say("Yes, a real opportunity", "Sì, un'opportunità reale");
    public string ReturnHeading => Say("No, it goes back", "No, torna indietro");
    public string ReturnHint => Say("A tap on the reason returns the lead", "Un tocco sul motivo restituisce il lead");

    public string ManageHeading => Say("A lead of your team", "Un lead del tuo team");
    public string ManageIntroduction => Say(
        "You can take the lead, give it to somebody, or silence its alerts for a while.",
        "Puoi prendere il lead, assegnarlo a qualcuno o silenziarne gli avvisi per un po'.");
    public string Take => Say("Take this lead", "Prendo questo lead");
    public string AssignHeading => Say("Give it to somebody", "Assegnalo a qualcuno");
    public string IsOnIt => Say("{0} is on it {1}.", "Se ne occupa {0} {1}.");
    public string OnIt => Say("I am on it: no alerts {0}", "Me ne occupo io: nessun avviso {0}");
    public string GiveBack => Say("Undo: give it back to {0}", "Annulla: restituiscilo a {0}");
    public string RepLoadOf => Say("{0} of {1} leads", "{0} lead su {1}");
    public string RepLoadOne => Say("lead", "lead");
    public string RepLoadMany => Say("leads", "lead");
    public string OnShift => Say("on shift", "in turno");
    public string OffShift => Say("off shift", "fuori turno");
    public string OffShiftTold => Say("off shift, told {0}", "fuori turno, ne riceve notizia {0}");
    public string IsAway => Say("away", "assente");
    public string AwayTold => Say("away, told {0}", "assente, ne riceve notizia {0}");
    public string SnoozeHeading => Say("Silence its alerts", "Silenzia gli avvisi");
    public string SnoozeHint => Say(
        "Only the alerts stop; its clocks run on.",
        "Tacciono solo gli avvisi; i suoi tempi continuano a scorrere.");

    public string AbsenceHeading => Say("Away or back", "Assenza o rientro");
    public string AbsenceIntroduction => Say(
        "While you are away no leads are offered to you, and those that cannot wait move on.",
        "Durante l'assenza non ti vengono proposti lead, e quelli che non possono attendere passano ad altri.");
    public string AwayFrom => Say("From (empty: from now)", "Dal (vuoto: da adesso)");
    public string AwayUntil => Say("Until (this day included)", "Fino al (giorno compreso)");
    public string AwayUntilHint => Say("Leave it empty if you do not know yet.", "Lascia vuoto se non lo sai ancora.");
    public string Away => Say("I am away", "Sono assente");
    public string Back => Say("I am back", "Sono di nuovo qui");

    public string NextHeading => Say("Next", "E adesso");
    public string NextOffer => Say("Accept or decline", "Accetta o rifiuta");
    public string NextUndo => Say("A mistake? Undo it", "Un errore? Annulla");
    public string NextUndoUntil => Say("A mistake? Undo {0}", "Un errore? Annulla {0}");
    public string NextContacted => Say("Record the first contact", "Registra il primo contatto");
    public string NextFeedback => Say("Say what came of it", "Racconta com'è andata");
    public string NextOutcome => Say("Say what became of the opportunity", "Racconta com'è finita");

    public string NoName => Say("Somebody who gave no name", "Una persona senza nome");
    public string JobTitle => Say("Job title", "Ruolo");
    public string Email => Say("E-mail", "Indirizzo e-mail");
    public string Phone => Say("Phone", "Telefono");
    public string Message => Say("Message", "Messaggio");
    public string Country => Say("Country", "Paese");
    public string Source => Say("Source", "Provenienza");
    public string Score => Say("Score", "Punteggio");
    public string Point => Say("point", "punto");
    public string Points => Say("points", "punti");
    public string WhyYou => Say("Why you", "Perché a te");
    public string More => Say("Why, and more", "Perché, e altro");
    public string Deadline => Say("By when", "Scadenza");
    public string OwnerLabel => Say("Who has it", "Assegnato a");
    public string ManagerQueue => Say("The manager's queue", "La coda del responsabile");
}
