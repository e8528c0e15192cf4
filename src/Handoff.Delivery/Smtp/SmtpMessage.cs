using System.Text;
using Handoff.Service.Delivery;
using MimeKit;

namespace Handoff.Delivery.Smtp;

/// <summary>Writes a mail as MIME: plain text, HTML and an invitation as alternatives of one another, in UTF-8.</summary>
internal static class SmtpMessage
{
    /// <summary>The message, to be disposed of by the caller.</summary>
    /// <param name="to">The recipient's address, read from <paramref name="mail"/>.</param>
    public static MimeMessage Write(OutgoingMail mail, MailAddress from, string fromName, MailAddress to, DateTimeOffset at)
    {
        var message = new MimeMessage
        {
            Date = at,
            MessageId = MessageNames.MessageId(mail, from),
            InReplyTo = MessageNames.Thread(mail, from),
            Subject = HeaderText.Harmless(mail.Subject, HeaderText.LongestSubject),
            Body = Body(mail),
        };
        message.References.Add(MessageNames.Thread(mail, from));
        message.From.Add(Mailbox(from, fromName));
        message.To.Add(Mailbox(to, mail.To.Name));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (MessageNames.IsLanguageTag(mail.Language)) message.Body.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        return message;
    }

    /// <summary>The part that a reader's program can do most with stands last (RFC 2046, section 5.1.4).</summary>
    private static MultipartAlternative Body(OutgoingMail mail)
    {
        var body = new MultipartAlternative { Part("plain", mail.Text), Part("html", mail.Html) };
        if (mail.Calendar is { } calendar)
        {
            var part = Part("calendar", calendar.Text);
            part.ContentType.Parameters.Add("method", calendar.Method);
            body.Add(part);
        }

        return body;
    }

    private static TextPart Part(string subtype, string text)
    {
        var part = new TextPart(subtype);
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static MailboxAddress Mailbox(MailAddress address, string name) =>
        new(Encoding.UTF8, HeaderText.Harmless(name, HeaderText.LongestName), address.ToString());
}
