namespace Handoff.Service.Delivery;

/// <summary>Who a mail is for.</summary>
/// <param name="Address">The mail address, as a person wrote it; the domain may be internationalised.</param>
/// <param name="Name">The name to show beside the address; empty when there is none.</param>
public sealed record MailAddressee(string Address, string Name);

/// <summary>One mail, rendered at the moment it is delivered (design section 4: a mail is rendered when it is delivered).</summary>
/// <param name="MessageId">
/// The message's opaque id, the same over every retry. It becomes the <c>Message-ID</c> of the mail and the custom argument by which a
/// provider's events find the message again, so it must not be made of personal data.
/// </param>
/// <param name="ThreadId">The lead's opaque id: mail programs show the mails with the same one as one conversation.</param>
/// <param name="To">The one person it goes to.</param>
/// <param name="Subject">The subject. Line breaks, control characters and marks that turn the direction of text are taken out on the
/// way.</param>
/// <param name="Text">The plain text, always there: not every mail program shows HTML.</param>
/// <param name="Html">The same said in HTML.</param>
/// <param name="Language">The language it is written in, as a BCP 47 tag such as <c>en</c> or <c>it-IT</c>.</param>
public sealed record OutgoingMail(
    string MessageId,
    string ThreadId,
    MailAddressee To,
    string Subject,
    string Text,
    string Html,
    string Language)
{
    /// <summary>An invitation, beside the text and the HTML as an alternative of them; null: there is none.</summary>
    public CalendarPart? Calendar { get; init; }

    /// <summary>The name under which a provider is given <see cref="MessageId"/> and gives it back with its events.</summary>
    public const string MessageArgument = "handoff_message";
}
