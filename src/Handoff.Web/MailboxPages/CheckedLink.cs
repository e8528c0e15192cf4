using System.Collections.Immutable;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using NodaTime;

namespace Handoff.Web.MailboxPages;

/// <summary>What a link of a mail leads to now, known without following it: a link of ours says so itself.</summary>
/// <param name="Until">Until when it acts, of a link for one person; null: it is a page for whoever signs in, or not ours.</param>
/// <param name="IsBroken">Whether it looks like a link of ours and is none: altered, or of another data folder.</param>
public sealed record CheckedLink(MailLink Link, Instant? Until, bool IsBroken)
{
    private static readonly ImmutableArray<string> WithToken = ["r", "m", "a", "c"];

    /// <summary>Looks at every link that a browser would open.</summary>
    internal static ImmutableArray<CheckedLink> Of(MailboxMessage message, ILinkProtector protector) =>
        [.. message.Links.Where(link => MailboxView.IsWeb(link.Href)).Select(link => Of(link, protector))];

    private static CheckedLink Of(MailLink link, ILinkProtector protector)
    {
        var parts = new Uri(link.Href).AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [.., var page, var token] || !WithToken.Contains(page))
            return new(link, null, IsBroken: false);
        var grant = protector.Unprotect(token);
        return new(link, grant?.ExpiresAt, grant is null);
    }
}
