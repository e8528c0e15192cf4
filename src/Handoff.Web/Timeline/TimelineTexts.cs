using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Board;

namespace Handoff.Web.Timeline;

/// <summary>What the page of a lead says.</summary>
public sealed class TimelineTexts(Language language) : Sentences(language)
{
    public string YouCan => Say("What you can do", "Che cosa puoi fare");
    public string Possible => Say("Possible {0}.", "Possibile {0}.");
    public string Done => Say("Done", "Fatto");
    public string Erased => Say(
        "The personal data of this lead is destroyed; its story without it stays.",
        "I dati personali di questo lead sono distrutti; la sua storia, senza di essi, resta.");
    public string Points => Say("{0} point|{0} points", "{0} punto|{0} punti");
    public string Owner => Say("With", "Assegnato a");
    public string Nobody => Say("nobody in sales", "nessuno alle vendite");
    public string Facts => Say("What is known", "Che cosa si sa");
    public string Email => Say("E-mail", "E-mail");
    public string Phone => Say("Phone", "Telefono");
    public string JobTitle => Say("Job title", "Ruolo");
    public string Country => Say("Country", "Paese");
    public string Source => Say("Source", "Fonte");
    public string Dimensions => Say("Dimensions", "Dimensioni");
    public string Team => Say("Team", "Team");
    public string Agreement => Say("Agreement", "Accordo");
    public string Received => Say("Received", "Ricevuto");
    public string Message => Say("What they wrote", "Il suo messaggio");
    public string Notes => Say("Notes", "Note");
    public string WhatHappened => Say("What happened", "Che cosa è successo");
    public string To => Say("To", "A");
    public string ShowMail => Say("Show the e-mail", "Mostra l'e-mail");
    public string By => Say("by {0}", "da {0}");
    public string JoinedLead => Say("It joined another lead", "Si è unito a un altro lead");
    public string EarlierLead => Say("Earlier lead of the same person", "Lead precedente della stessa persona");
    public string NextContact => Say("Next contact", "Prossimo contatto");
    public string Follows => Say("It follows a return", "Segue una restituzione");
    public string FollowedBy => Say("What followed its return", "Che cosa ha seguito la restituzione");

    /// <summary>Why a handoff follows a return.</summary>
    public string Of(FollowCause cause) => cause switch
    {
        FollowCause.Corrected => Say("corrected and sent again", "corretto e inviato di nuovo"),
        FollowCause.Overturned => Say("the return was overturned", "la restituzione è stata annullata"),
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "A handoff follows for a cause."),
    };

    public string ToWhom => Say("to {0}", "a {0}");
    public string Times => Say("{0} times", "{0} volte");
    public string Before => Say("before", "prima di");
    public string SmallSteps => Say("{0} step behind it|{0} steps behind it", "{0} passo dietro|{0} passi dietro");
    public string ShowEarlier => Say("Show that handoff", "Mostra quel passaggio");
    public string MailNote => Say(
        "As it was sent, but for its links: they act in the recipient's name and are taken out here.",
        "Com'è stata inviata, tranne i link: agiscono a nome del destinatario e qui sono tolti.");
    public string BackToLead => Say("To the lead", "Al lead");
    public string Subject => Say("Subject", "Oggetto");
    public string AsText => Say("Plain text", "Testo semplice");
    public string AsHtml => Say("The e-mail as it looks", "L'e-mail come appare");
    public string Found => Say("Search", "Ricerca");
    public string FoundNone => Say("Nothing found", "Nessun risultato");
    public string FoundHint => Say(
        "An address or phone number is found exactly, whenever the lead came. Names and companies are looked for in leads since {0}.",
        "Un indirizzo o numero di telefono si trova esattamente, di qualunque data. Nomi e aziende si cercano nei lead da {0}.");
    public string FoundPart => Say(
        "There are more leads than are looked at: only the newest were. Type an address to find an older one.",
        "I lead sono più di quanti se ne guardino: solo i più recenti. Scrivi un indirizzo per trovarne uno più vecchio.");

    /// <summary>What an event is called.</summary>
    public string Event(string type) => type switch
    {
        "received" => Say("Received", "Ricevuto"),
        "qualified" => Say("Qualified", "Qualificato"),
        "left_with_marketing" => Say("Stays with marketing", "Resta al marketing"),
        "held_back" => Say("Held back from sales", "Trattenuto"),
        "released" => Say("Released to sales", "Rilasciato"),
        "held_discarded" => Say("Discarded, never released", "Scartato senza rilascio"),
        "taken_for_spam" => Say("Taken for spam", "Considerato spam"),
        "joined" => Say("Joined an open handoff", "Unito a un passaggio aperto"),
        "touch_added" => Say("Asked again", "Ha chiesto ancora"),
        "clock_started" => Say("Clock started", "Il tempo comincia"),
        "clock_replanned" => Say("Clock planned anew", "Tempo ricalcolato"),
        "clock_paused" => Say("Clock paused", "Tempo fermo"),
        "clock_met" => Say("Promise kept", "Promessa mantenuta"),
        "clock_breached" => Say("Promise broken", "Promessa non mantenuta"),
        "clock_cancelled" => Say("Clock cancelled", "Tempo annullato"),
        "clock_reopened" => Say("Clock runs on", "Il tempo riprende"),
        "rung_passed" => Say("Rung of the ladder", "Soglia raggiunta"),
        "alert_repeated" => Say("Alert repeated", "Avviso ripetuto"),
        "offered" => Say("Offered", "Proposto"),
        "offer_declined" => Say("Declined", "Rifiutato"),
        "offer_lapsed" => Say("Offer lapsed", "Proposta decaduta"),
        "queued" => Say("In the manager's queue", "Nella coda del responsabile"),
        "accepted" => Say("Accepted", "Accettato"),
        "acceptance_undone" => Say("Acceptance undone", "Accettazione annullata"),
        "assigned" => Say("Changed hands", "Passato di mano"),
        "contact_attempted" => Say("Attempt to reach the person", "Tentativo di contatto"),
        "first_contact_recorded" => Say("First contact", "Primo contatto"),
        "follow_up_planned" => Say("Next contact planned", "Prossimo contatto previsto"),
        "follow_up_dropped" => Say("Next contact taken back", "Prossimo contatto tolto"),
        "meeting_moved" => Say("Meeting moved", "Incontro spostato"),
        "follow_up_moved" => Say("Next contact inherited", "Prossimo contatto ereditato"),
        "follow_up_due" => Say("Day of the next contact", "Giorno del prossimo contatto"),
        "feedback_given" => Say("Sales qualified", "Qualificato dalle vendite"),
        "returned" => Say("Returned", "Restituito"),
        "reply_undone" => Say("Taken back", "Risposta annullata"),
        "contested" => Say("Return contested", "Restituzione contestata"),
        "contest_escalated" => Say("Contest with both heads", "Contestazione ai due direttori"),
        "contest_voted" => Say("A head's answer", "Risposta di un direttore"),
        "contest_upheld" => Say("Return stands", "Restituzione valida"),
        "contest_overturned" => Say("Return was wrong", "Restituzione sbagliata"),
        "sent_again" => Say("New handoff", "Nuovo passaggio"),
        "recycled" => Say("Kept warm", "Da coltivare"),
        "outcome_recorded" => Say("Outcome", "Esito"),
        "still_open" => Say("Still open", "Ancora aperta"),
        "alerts_snoozed" => Say("Alerts snoozed", "Avvisi sospesi"),
        "review_set" => Say("Next look", "Prossimo controllo"),
        "answers_fetched" => Say("Answers fetched", "Risposte recuperate"),
        "fetch_failed" => Say("Answers not fetched", "Risposte non recuperate"),
        "ask_planned" => Say("Question planned", "Domanda prevista"),
        "ask_dropped" => Say("Nobody is asked", "Nessuna domanda"),
        "lead_asked" => Say("Whoever sent it is asked", "Domanda a chi l'ha inviato"),
        "lead_answered" => Say("Answer of whoever sent it", "Risposta di chi l'ha inviato"),
        "consent_withdrawn" => Say("Consent withdrawn", "Consenso revocato"),
        "message_owed" => Say("Message", "Messaggio"),
        "message_released" => Say("Message may go", "Il messaggio può partire"),
        "message_held" => Say("Message waits", "Il messaggio attende"),
        "message_overtaken" => Say("Message not needed", "Messaggio superato"),
        "message_sent" => Say("Message sent", "Messaggio inviato"),
        "message_failed" => Say("Delivery failed", "Consegna non riuscita"),
        "message_parked" => Say("Delivery given up", "Consegna abbandonata"),
        "message_retried" => Say("Delivery tried again", "Consegna ritentata"),
        "message_delivered" => Say("Message delivered", "Messaggio consegnato"),
        "message_deferred" => Say("Delivery delayed", "Consegna in ritardo"),
        "message_bounced" => Say("Message came back", "Messaggio respinto"),
        "erased" => Say("Erased", "Cancellato"),
        TimelineTypes.FirstTouch => Say("First touch", "Primo contatto con noi"),
        TimelineTypes.EarlierLead => Say("Earlier handoff of the same person", "Passaggio precedente della stessa persona"),
        _ => type.Replace('_', ' '),
    };

    /// <summary>What a part of a touch is called.</summary>
    public string Part(string part) => part switch
    {
        "campaign" => Say("campaign", "campagna"),
        "source" => Say("came from", "provenienza"),
        "medium" => Say("medium", "mezzo"),
        "content" => Say("content", "contenuto"),
        "term" => Say("words searched", "parole cercate"),
        "referrer" => Say("page before", "pagina precedente"),
        "click" => Say("advertisement of", "annuncio di"),
        "page" => Say("page", "pagina"),
        _ => part,
    };

    public string Of(DeliveryState state) => state switch
    {
        DeliveryState.Owed => Say("To go now", "In partenza"),
        DeliveryState.Held => Say("Waits for opening", "Attende l'apertura"),
        DeliveryState.Retrying => Say("Tried again", "Si ritenta"),
        DeliveryState.Grouped => Say("Waits for the next e-mail of alerts", "Attende la prossima e-mail di avvisi"),
        DeliveryState.Sent => Say("Sent", "Inviato"),
        DeliveryState.Delivered => Say("Delivered", "Consegnato"),
        DeliveryState.Bounced => Say("Came back", "Respinto"),
        DeliveryState.Parked => Say("Given up", "Abbandonato"),
        DeliveryState.Overtaken => Say("Not needed", "Superato"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A delivery stands somewhere."),
    };
}
