using Handoff.Service.Mail;
using Handoff.Web.Desk;
using Handoff.Web.Words;

namespace Handoff.Web.Timeline;

/// <summary>What the page of an e-mail shows.</summary>
/// <param name="Mail">The e-mail, without its links.</param>
public sealed record LeadMailView(DeskView Desk, string LeadId, MailboxMessage Mail)
{
    public TimelineTexts Texts => new(Desk.Viewer.Language);

    internal string At => Desk.Time.Texts.At(Desk.Time.At(Mail.At));

    internal string Subject => UserText.Line(Mail.Subject, 200) ?? "";
}

/// <summary>
/// Takes the links out of an e-mail: they act in the recipient's name, and whoever may see a lead may not act as its rep.
/// </summary>
internal static class Harmless
{
    private const string Nowhere = "#";

    /// <summary>The e-mail without its links.</summary>
    public static MailboxMessage Of(MailboxMessage message)
    {
        var (html, text) = (message.Html, message.Text);
        // The longest first: a link may begin like another.
        foreach (var href in message.Links.Select(link => link.Href).OrderByDescending(href => href.Length))
        {
            html = html.Replace(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(href), Nowhere, StringComparison.Ordinal)
                .Replace(href, Nowhere, StringComparison.Ordinal);
            text = text.Replace(href, Nowhere, StringComparison.Ordinal);
        }

        return message with { Html = html, Text = text, Links = [] };
    }
}
