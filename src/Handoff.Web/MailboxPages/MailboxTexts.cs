using Handoff.People;

namespace Handoff.Web.MailboxPages;

/// <summary>What the pages of the mailbox say.</summary>
public sealed class MailboxTexts(Language language) : Sentences(language)
{
    public string Start => Say("Start", "Inizio");
    public string Mailbox => Say("Mailbox", "Posta");
    public string Board => Say("Board", "Tabellone");
    public string About => Say(
        "Every message that would have been sent, the newest first.",
        "Tutti i messaggi che sarebbero stati spediti, dal più recente.");
    public string Messages => Say("Messages", "Messaggi");
    public string Empty => Say("No message yet", "Ancora nessun messaggio");
    public string EmptyHint => Say("Post a lead, and it shows here.", "Invia un lead e lo vedrai qui.");
    public string PostLead => Say("Post a lead", "Invia un lead");
    public string Back => Say("All messages", "Tutti i messaggi");
    public string Search => Say("Search", "Cerca");
    public string ShowAs => Say("Show as", "Mostra come");
    public string Everybody => Say("everybody", "tutti");
    public string Find => Say("Find", "Trova");
    public string Clear => Say("Start afresh", "Ricomincia da qui");
    public string ShowAll => Say("Show all", "Mostra tutto");
    public string Older => Say("Older messages", "Messaggi precedenti");
    public string NothingFound => Say("Nothing matches", "Nessun risultato");
    public string To => Say("To {0}", "A {0}");
    public string Parts => Say("Part of the message", "Parte del messaggio");
    public string Html => Say("HTML", "HTML");
    public string Text => Say("Text", "Testo");
    public string Raw => Say("Raw", "Sorgente");
    public string Widths => Say("Width", "Larghezza");
    public string Desktop => Say("Desktop", "Schermo");
    public string Phone => Say("Phone", "Telefono");
    public string Schemes => Say("Colours", "Colori");
    public string Light => Say("Light", "Chiaro");
    public string Dark => Say("Dark", "Scuro");
    public string Links => Say("Links in it", "I suoi link");
    public string LinkWorks => Say("acts {0}", "agisce {0}");
    public string LinkOver => Say("over {0}", "scaduto {0}");
    public string LinkBroken => Say("is not a link of this host", "non è un link di questo host");
    public string LinkToPage => Say("a page", "una pagina");
    public string Frame => Say("The message as HTML", "Il messaggio in HTML");
}
