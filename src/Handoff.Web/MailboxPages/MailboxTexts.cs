using Handoff.People;

namespace Handoff.Web.MailboxPages;

/// <summary>What the mailbox's page says, in one language.</summary>
public sealed record MailboxTexts
{
    /// <summary>The texts of a language.</summary>
    public static MailboxTexts In(Language language) => language switch
    {
        Language.En => English,
        Language.It => Italian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Pages are written in every language."),
    };

    private static MailboxTexts English { get; } = new()
    {
        Start = "Start",
        Mailbox = "Mailbox",
        Board = "Board",
        About = "Every message that would have been sent, the newest first.",
        Messages = "Messages",
        Empty = "No message yet",
        EmptyHint = "Post a lead, and it shows here.",
        PostLead = "Post a lead",
        Back = "All messages",
        To = "To {0}",
        Parts = "Part of the message",
        Html = "HTML",
        Text = "Text",
        Raw = "Raw",
        Widths = "Width",
        Desktop = "Desktop",
        Phone = "Phone",
        Schemes = "Colours",
        Light = "Light",
        Dark = "Dark",
        Links = "Links in it",
        Frame = "The message as HTML",
    };

    private static MailboxTexts Italian { get; } = new()
    {
        Start = "Inizio",
        Mailbox = "Posta",
        Board = "Tabellone",
        About = "Tutti i messaggi che sarebbero stati spediti, dal più recente.",
        Messages = "Messaggi",
        Empty = "Ancora nessun messaggio",
        EmptyHint = "Invia un lead e lo vedrai qui.",
        PostLead = "Invia un lead",
        Back = "Tutti i messaggi",
        To = "A {0}",
        Parts = "Parte del messaggio",
        Html = "HTML",
        Text = "Testo",
        Raw = "Sorgente",
        Widths = "Larghezza",
        Desktop = "Schermo",
        Phone = "Telefono",
        Schemes = "Colori",
        Light = "Chiaro",
        Dark = "Scuro",
        Links = "I suoi link",
        Frame = "Il messaggio in HTML",
    };

    // What a text is for is its name; a comment on each would repeat it.
#pragma warning disable CS1591
    public required string Start { get; init; }

    public required string Mailbox { get; init; }

    public required string Board { get; init; }

    public required string About { get; init; }

    public required string Messages { get; init; }

    public required string Empty { get; init; }

    public required string EmptyHint { get; init; }

    public required string PostLead { get; init; }

    public required string Back { get; init; }

    public required string To { get; init; }

    public required string Parts { get; init; }

    public required string Html { get; init; }

    public required string Text { get; init; }

    public required string Raw { get; init; }

    public required string Widths { get; init; }

    public required string Desktop { get; init; }

    public required string Phone { get; init; }

    public required string Schemes { get; init; }

    public required string Light { get; init; }

    public required string Dark { get; init; }

    public required string Links { get; init; }

    public required string Frame { get; init; }
#pragma warning restore CS1591
}
