using System.Collections.Immutable;
using Handoff.Service.Mail;
using NodaTime;

namespace Handoff.Web.MailboxPages;

/// <summary>A message in <c>/mailbox/messages.json</c>, exactly as design section 8 fixes it.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Kind">What it says.</param>
/// <param name="To">The address.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Text">Its plain text.</param>
/// <param name="Links">Its links.</param>
public sealed record MailboxEntry(
    string Id, string Kind, string To, string Subject, Instant At, string Text, ImmutableArray<MailboxLink> Links)
{
    internal static MailboxEntry Of(MailboxMessage message) => new(
        message.Id, message.Kind, message.To, message.Subject, message.At, message.Text,
        [.. message.Links.Select(link => new MailboxLink(link.Rel, link.Href))]);
}

/// <summary>A link of a message.</summary>
/// <param name="Rel">Its relation.</param>
/// <param name="Href">Its address.</param>
public sealed record MailboxLink(string Rel, string Href);
