using Handoff.People;

namespace Handoff.Web.Timeline;

/// <summary>What the page says on which a lead is erased.</summary>
public sealed class ErasureTexts(Language language) : Sentences(language)
{
    public string Heading => Say("Erase this lead?", "Cancellare questo lead?");
    public string Open => Say("Erase the personal data of this lead", "Cancella i dati personali di questo lead");
    public string WhatHappens => Say("What will happen", "Che cosa succederà");
    public string Destroyed => Say(
        "Everything about the person is destroyed for good: name, address, phone, message, notes, and the copies of e-mails.",
        "Tutto ciò che riguarda la persona è distrutto per sempre: nome, indirizzo, telefono, messaggio, note e copie delle e-mail.");
    public string Joined => Say(
        "So is {0} request of the same person that joined it.|So are {0} requests of the same person that joined it.",
        "Lo stesso vale per {0} richiesta della stessa persona che vi si è unita.|"
            + "Lo stesso vale per {0} richieste della stessa persona che vi si sono unite.");
    public string Followed => Say(
        "So is the handoff that followed its return.", "Lo stesso vale per il passaggio che ha seguito la sua restituzione.");
    public string Unsent => Say(
        "E-mails about it that have not gone are not sent, and the links in earlier ones lead nowhere.",
        "Le e-mail non ancora partite non partono, e i link di quelle già inviate non portano più a nulla.");
    public string StillOpen => Say(
        "It is still open: its clocks end, and nobody works on it any more.",
        "È ancora aperto: i suoi tempi finiscono e nessuno se ne occupa più.");
    public string Told => Say(
        "Other programs that were told of the person hear that it is erased.",
        "Gli altri programmi che hanno saputo della persona vengono avvisati che è cancellato.");
    public string Stays => Say(
        "Its story without the person, and every count, stay as they are.",
        "La sua storia senza la persona, e tutti i conteggi, restano come sono.");
    public string Others => Say(
        "Other leads of the same person stay: each is erased on its own page.",
        "Gli altri lead della stessa persona restano: ognuno si cancella dalla sua pagina.");
    public string NoUndo => Say("This cannot be undone.", "Non si può annullare.");
    public string Erase => Say("Erase for good", "Cancella per sempre");
    public string Keep => Say("Keep it", "Conservalo");
}
