using Handoff.Service.Mail;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Mail;

/// <summary>Shows the HTML of a mail that was sent, as a mail program would: without scripts, and in a frame of ours if need be.</summary>
internal static class KeptMail
{
    // A mail styles itself in place, and may show what it carries; it runs no script, loads nothing and posts nothing.
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; " +
        "sandbox allow-popups allow-popups-to-escape-sandbox";

    /// <param name="message">The mail.</param>
    /// <param name="scheme"><c>dark</c> or <c>light</c>; any other: as the reader's system.</param>
    public static IResult Show(MailboxMessage message, string scheme = "") =>
        new HtmlAnswer(200, OpenLinksOutside(Coloured(message.Html, scheme)), Policy) { MayBeFramedByUs = true };

    // A mail's dark colours follow the reader's system; here the reader chooses.
    private static string Coloured(string html, string scheme) => scheme switch
    {
        "dark" => html.Replace("@media (prefers-color-scheme: dark)", "@media all", StringComparison.Ordinal)
            .Replace("color-scheme: light dark", "color-scheme: dark", StringComparison.Ordinal),
        "light" =>
            html.Replace("@media (prefers-color-scheme: dark)", "@media not all", StringComparison.Ordinal)
            .Replace("color-scheme: light dark", "color-scheme: light", StringComparison.Ordinal),
        _ => html,
    };

    // In its frame a link would open inside the mail, where our pages refuse to be.
    private static string OpenLinksOutside(string html) =>
        html.IndexOf("<head>", StringComparison.OrdinalIgnoreCase) is >= 0 and var head
            ? html.Insert(head + "<head>".Length, "<base target=\"_blank\">") : html;
}
