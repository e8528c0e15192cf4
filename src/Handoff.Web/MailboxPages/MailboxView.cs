using System.Collections.Immutable;
using Handoff.Service.Mail;
using Handoff.Web.Pages;

namespace Handoff.Web.MailboxPages;

/// <summary>What the mailbox shows.</summary>
/// <param name="Base">The address of the whole mailbox.</param>
/// <param name="ShowsOne">Whether one message is shown, with its HTML.</param>
/// <param name="Messages">The messages, the newest first.</param>
/// <param name="Frame">What surrounds it.</param>
public sealed record MailboxView(string Base, bool ShowsOne, ImmutableArray<MailboxMessage> Messages, PageFrame Frame)
{
    /// <summary>Where one message is shown.</summary>
    public string Href(MailboxMessage message) => $"{Base}?id={Uri.EscapeDataString(message.Id)}";

    /// <summary>Where its HTML is.</summary>
    public string HtmlHref(MailboxMessage message) => $"{Base}/{Uri.EscapeDataString(message.Id)}/html";

    /// <summary>Whether an address may become a link here.</summary>
    internal static bool IsWeb(string href) => Uri.TryCreate(href, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
