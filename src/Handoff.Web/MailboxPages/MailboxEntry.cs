using System.Collections.Immutable;
using Handoff.Service.Mail;
using NodaTime;

namespace Handoff.Web.MailboxPages;

/// <summary>A message in <c>/mailbox/messages.json</c>, exactly as design section 8 fixes it.</summary>
/// <param name="Id">The message's id.</param>
public sealed record MailboxEntry(
    string Id, string Kind, string To, string Subject, Instant At, string Text, ImmutableArray<MailboxLink> Links)
{
    internal static MailboxEntry Of(MailboxMessage message) => new(
        message.Id, message.Kind, message.To, message.Subject, message.At, message.Text,
        [.. message.Links.Select(link => new MailboxLink(link.Rel, link.Href))]);
}

/// <summary>A link of a message.</summary>
public sealed record MailboxLink(string Rel, string Href);
