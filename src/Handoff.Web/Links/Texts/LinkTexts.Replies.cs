namespace Handoff.Web.Links.Texts;

/// <content>What a page says after a reply.</content>
public sealed partial class LinkTexts
{
    public string YouHaveIt => Say("You have this lead.", "Questo lead è tuo.");
    public string YouAccepted => Say("You have accepted this lead.", "Hai accettato questo lead.");
    public string YouAcceptedBy => Say(
        "You have accepted this lead. Please record your first contact {0}.",
        "Hai accettato questo lead. Registra il primo contatto {0}.");
    public string Undone => Say(
        "Your acceptance is undone. The lead goes to somebody else.",
        "L'accettazione è annullata. Il lead passa a un'altra persona.");
    public string YouTook => Say("You have taken this lead.", "Hai preso questo lead.");

    public string ContactRecorded => Say("Your first contact is recorded. Thank you.", "Il primo contatto è registrato. Grazie.");
    public string FollowUpPlanned => Say("Noted: you get a reminder {0}.", "Annotato: ricevi un promemoria {0}.");
    public string FollowUpDropped => Say("Undone: you get no reminder.", "Annullato: non ricevi alcun promemoria.");
    public string DropFollowUp => Say("Undo: no reminder on {0}", "Annulla: nessun promemoria per {0}");
    public string NextContact => Say("Remind me to get in touch again on (optional)", "Ricordami di risentire la persona il (facoltativo)");
    public string LaterHeading => Say("Not known yet: remind me", "Non si sa ancora: ricordamelo");
    public string LaterOn => Say("On what day?", "In che giorno?");
    public string LaterButton => Say("Remind me", "Ricordamelo");
    public string NextOn => Say("Next contact: {0}", "Prossimo contatto: {0}");
    public string InvalidNext => Say(
        "Nothing was changed yet: please choose a day ahead, at most a year from now.",
        "Nulla è ancora cambiato: scegli un giorno futuro, al massimo tra un anno.");
    public string AttemptRecorded => Say(
        "Your attempt is recorded. By the agreement it is no first contact yet, so the time for it runs on. Please try again.",
        "Il tentativo è registrato. Per l'accordo non è ancora un primo contatto, quindi il suo tempo continua a scorrere. Riprova.");
    public string AttemptRecordedBy => Say(
        "Your attempt is recorded. By the agreement it is no first contact yet, so the time for it runs on. Please try again {0}.",
        "Il tentativo è registrato. Per l'accordo non è ancora un primo contatto, quindi il suo tempo continua a scorrere. Riprova {0}.");
    public string FeedbackQualified => Say("Recorded as a real opportunity. Thank you.", "Registrato come opportunità reale. Grazie.");
    public string FeedbackQualifiedBy => Say(
        "Recorded as a real opportunity. Thank you. Please say {0} what became of it.",
        "Registrato come opportunità reale. Grazie. Racconta {0} com'è finita.");

    public string ConfirmHeading => Say("A lead that was assigned to you", "Un lead assegnato a te");
    public string ConfirmIntroduction => Say(
        "A manager gave you this lead. Do you have it?", "Un responsabile ti ha assegnato questo lead. Te ne occupi tu?");
    public string ConfirmButton => Say("Yes, I have it", "Sì, me ne occupo");
    public string Confirmed => Say("Noted: you have this lead. Thank you.", "Annotato: questo lead lo segui tu. Grazie.");

    public string OutcomeHeading => Say("What became of the opportunity?", "Com'è finita l'opportunità?");
    public string OutcomeIntroduction => Say(
        "Did the customer buy, or is it still open?", "Il cliente ha comprato, o è ancora aperta?");
    public string Won => Say("Won: the customer bought", "Vinto: il cliente ha comprato");
    public string Lost => Say("Lost: the customer did not buy", "Perso: il cliente non ha comprato");
    public string Amount => Say("What it is worth (optional)", "Quanto vale (facoltativo)");
    public string Currency => Say("Currency", "Valuta");
    public string StillOpenButton => Say("Record that it is still open", "Registra che è ancora aperta");
    public string StillOpen => Say("It is still open", "È ancora aperta");
    public string OutcomeWon => Say("Recorded as won. Well done, and thank you.", "Registrato come vinto. Complimenti, e grazie.");
    public string OutcomeLost => Say("Recorded as lost. Thank you for saying so.", "Registrato come perso. Grazie per averlo detto.");
    public string OutcomeOpen => Say("Noted: it is still open. Thank you.", "Annotato: è ancora aperta. Grazie.");
    public string OutcomeOpenBy => Say(
        "Noted: it is still open. Thank you. Please say again {0} how it stands.",
        "Annotato: è ancora aperta. Grazie. Racconta di nuovo {0} a che punto è.");

    public string YouDeclinedPassedOn => Say(
        "You have declined this lead. Thank you for saying so; it goes to a colleague.",
        "Hai rifiutato questo lead. Grazie per averlo detto: passa a un collega.");
    public string YouDeclinedQueued => Say(
        "You have declined this lead. Thank you for saying so; it waits in the manager's queue.",
        "Hai rifiutato questo lead. Grazie per averlo detto: attende nella coda del responsabile.");
    public string YouDeclinedReturned => Say(
        "You have declined this lead. Thank you for saying so; it goes back to marketing.",
        "Hai rifiutato questo lead. Grazie per averlo detto: torna al marketing.");
    public string YouDeclinedNurtured => Say(
        "You have declined this lead. Thank you for saying so; it is taken up again later.",
        "Hai rifiutato questo lead. Grazie per averlo detto: lo riprendiamo più avanti.");
    public string YouDeclinedDiscarded => Say(
        "You have declined this lead. Thank you for saying so; it is discarded.",
        "Hai rifiutato questo lead. Grazie per averlo detto: è scartato.");

    public string AlreadyDeclinedPassedOn => Say(
        "You had declined this lead, and it went to a colleague.",
        "Avevi rifiutato questo lead, che è passato a un collega.");
    public string AlreadyDeclinedQueued => Say(
        "You had declined this lead, and it is in the manager's queue.",
        "Avevi rifiutato questo lead, che è nella coda del responsabile.");
    public string AlreadyDeclinedReturned => Say(
        "You had declined this lead, and it went back to marketing.",
        "Avevi rifiutato questo lead, che è tornato al marketing.");
    public string AlreadyDeclinedNurtured => Say(
        "You had declined this lead, and it is taken up again later.",
        "Avevi rifiutato questo lead, che riprendiamo più avanti.");
    public string AlreadyDeclinedDiscarded => Say(
        "You had declined this lead, and it was discarded.",
        "Avevi rifiutato questo lead, che è stato scartato.");

    public string FeedbackPassedOn => Say(
        "Recorded. Thank you: with your reason, the lead goes to a colleague.",
        "Registrato. Grazie: con il tuo motivo, il lead passa a un collega.");
    public string FeedbackQueued => Say(
        "Recorded. Thank you: with your reason, the lead waits in the manager's queue.",
        "Registrato. Grazie: con il tuo motivo, il lead attende nella coda del responsabile.");
    public string FeedbackReturnedToMarketing => Say(
        "Recorded. Thank you: with your reason, the lead goes back to marketing.",
        "Registrato. Grazie: con il tuo motivo, il lead torna al marketing.");
    public string FeedbackNurtured => Say(
        "Recorded. Thank you: the lead is taken up again later.",
        "Registrato. Grazie: il lead lo riprendiamo più avanti.");
    public string FeedbackDiscarded => Say("Recorded. Thank you: the lead is discarded.", "Registrato. Grazie: il lead è scartato.");

    public string DeclineUndone => Say(
        "Your decline is undone: the lead is offered to you again.",
        "Il rifiuto è annullato: il lead è di nuovo proposto a te.");
    public string ContactUndone => Say(
        "The record is undone: the first contact is still to be made.",
        "La registrazione è annullata: il primo contatto è di nuovo da fare.");
    public string FeedbackUndone => Say(
        "What you told is undone: the lead is yours as before.",
        "Ciò che avevi detto è annullato: il lead è tuo come prima.");
    public string OutcomeUndone => Say(
        "What you told is undone: the opportunity is still open.", "Ciò che avevi detto è annullato: l'opportunità è ancora aperta.");
    public string UndoOver => Say(
        "The time to undo is over, or the first contact is already recorded. Please ask your manager to assign the lead anew.",
        "Il tempo per annullare è finito, o il primo contatto è già registrato. Chiedi al responsabile di assegnare di nuovo il lead.");
    public string UndoReplyOver => Say(
        "The time to undo is over, or the lead has gone on since. Please ask your manager if something is wrong.",
        "Il tempo per annullare è finito, o intanto il lead è andato avanti. Se qualcosa non va, chiedi al responsabile.");

    public string AssignedTo => Say("The lead is assigned to {0}.", "Il lead è assegnato a {0}.");
    public string AssignedToTold => Say(
        "The lead is assigned to {0}, who is told {1}, at the start of the next shift. Until then its clock is the team's.",
        "Il lead è assegnato a {0}, che ne riceve notizia {1}, all'inizio del prossimo turno. Fino ad allora il suo tempo è a carico "
            + "del team.");
    public string AssignedToSomebody => Say("The lead is assigned.", "Il lead è assegnato.");

    public string SilentUntil => Say("Its alerts are silent for you {0}.", "I suoi avvisi tacciono per te {0}.");
    public string SnoozedUntil => Say(
        "Alerts about this lead are silent for you {0}. Its clocks run on.",
        "Gli avvisi su questo lead tacciono per te {0}. I suoi tempi continuano a scorrere.");
    public string Snoozed => Say(
        "Alerts about this lead are silent for you. Its clocks run on.",
        "Gli avvisi su questo lead tacciono per te. I suoi tempi continuano a scorrere.");

    public string NowOnIt => Say(
        "You are on it: no alerts about this lead for you {0}. Its clocks run on, and others are still told.",
        "Te ne occupi tu: nessun avviso per te su questo lead {0}. I suoi tempi continuano a scorrere e gli altri restano avvisati.");

    public string Unsnooze => Say("Hear its alerts again", "Ricevi di nuovo i suoi avvisi");
    public string SnoozeEnded => Say(
        "You hear the alerts about this lead again.",
        "Ricevi di nuovo gli avvisi su questo lead.");

    public string NotedAwayUntil => Say("You are noted as away {0}.", "La tua assenza è annotata {0}.");
    public string NotedAway => Say(
        "You are noted as away until you say that you are back.",
        "La tua assenza è annotata fino a quando dirai che sei di nuovo qui.");
    public string NotedAwayFrom => Say("Noted: you are away from {0}.", "Annotato: la tua assenza comincia {0}.");
    public string AwayTakenBack => Say("Undone: that absence does not come.", "Annullato: quell'assenza non ci sarà.");
    public string NotedBack => Say("You are noted as back. Welcome.", "Il tuo rientro è annotato. Ci fa piacere rivederti.");

    public string OthersAcceptedAt => Say("Thank you, but {0} accepted this lead {1}.", "Grazie, ma {0} ha accettato questo lead {1}.");
    public string OthersAccepted => Say(
        "Thank you, but somebody else has accepted this lead.",
        "Grazie, ma qualcun altro ha già accettato questo lead.");

    public string OfferOver => Say(
        "Thank you, but this offer is over: the lead is in the manager's queue.",
        "Grazie, ma questa offerta è chiusa: il lead è nella coda del responsabile.");
    public string OfferOverTo => Say(
        "Thank you, but this offer is over: {0} has the lead now.",
        "Grazie, ma questa offerta è chiusa: ora il lead è di {0}.");
    public string OfferOverToSince => Say(
        "Thank you, but this offer is over: {0} has had the lead {1}.",
        "Grazie, ma questa offerta è chiusa: il lead è di {0} {1}.");
    public string OfferOverOffered => Say(
        "Thank you, but this offer is over: the lead is offered to {0} now.",
        "Grazie, ma questa offerta è chiusa: ora il lead è proposto a {0}.");
    public string OfferOverOfferedSince => Say(
        "Thank you, but this offer is over: the lead has been offered to {0} {1}.",
        "Grazie, ma questa offerta è chiusa: il lead è proposto a {0} {1}.");

    public string NotYours => Say("This lead is no longer yours.", "Questo lead non è più tuo.");
    public string NotYoursBut => Say("This lead is no longer yours: {0} has it.", "Questo lead non è più tuo: ora è di {0}.");
    public string NotYoursButSince => Say("This lead is no longer yours: {0} has had it {1}.", "Questo lead non è più tuo: è di {0} {1}.");
    public string NotYoursOffered => Say(
        "This lead is no longer yours: it is offered to {0} now.",
        "Questo lead non è più tuo: ora è proposto a {0}.");
    public string NotYoursOfferedSince => Say(
        "This lead is no longer yours: it has been offered to {0} {1}.",
        "Questo lead non è più tuo: è proposto a {0} {1}.");
    public string NotYourTeam => Say(
        "You no longer answer for this team. There is nothing for you to do here.",
        "Non sei più responsabile di questo team. Qui non devi fare nulla.");
    public string NotYourTeamBut => Say(
        "You no longer answer for this team: {0} does now. There is nothing for you to do here.",
        "Non sei più responsabile di questo team: ora lo è {0}. Qui non devi fare nulla.");

    public string Ended => Say(
        "This handoff has ended; there is nothing more to do.",
        "Questo passaggio è concluso; non c'è altro da fare.");
    public string Erased => Say("The data of this lead was erased.", "I dati di questo lead sono stati cancellati.");

    public string Invalid => Say(
        "Nothing was changed yet: something in the form is missing. Please look at it again.",
        "Nulla è ancora cambiato: nel modulo manca qualcosa. Controllalo di nuovo.");
    public string InvalidReason => Say("Nothing was changed yet: please choose a reason.", "Nulla è ancora cambiato: scegli un motivo.");
    public string InvalidRep => Say(
        "Nothing was changed yet: please choose somebody of the list.",
        "Nulla è ancora cambiato: scegli una persona dell'elenco.");
    public string InvalidNote => Say("Nothing was changed yet: please shorten the note.", "Nulla è ancora cambiato: accorcia la nota.");
    public string InvalidUntil => Say(
        "Nothing was changed yet: please choose until when, within the time allowed.",
        "Nulla è ancora cambiato: scegli fino a quando, nel tempo consentito.");
    public string InvalidHow => Say(
        "Nothing was changed yet: please choose how you reached out.",
        "Nulla è ancora cambiato: scegli come hai preso contatto.");
    public string InvalidAmount => Say(
        "Nothing was changed yet: please write the amount in digits, or leave it empty.",
        "Nulla è ancora cambiato: scrivi l'importo in cifre, o lascialo vuoto.");
    public string InvalidCurrency => Say(
        "Nothing was changed yet: please write the currency in three letters, such as EUR.",
        "Nulla è ancora cambiato: scrivi la valuta con tre lettere, come EUR.");
    public string InvalidOutcome => Say(
        "Nothing was changed yet: please choose what came of it.",
        "Nulla è ancora cambiato: scegli com'è andata.");
}
