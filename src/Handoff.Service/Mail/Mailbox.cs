using System.Collections.Immutable;
using Handoff.Service.Links;
using NodaTime;

namespace Handoff.Service.Mail;

/// <summary>A message that was sent, as its copy tells.</summary>
public sealed record MailboxMessage(
    string Id, string Kind, string To, string Subject, Instant At, string Text, ImmutableArray<MailLink> Links, string Html, ImmutableArray<string> LeadIds);

/// <summary>Reads the copies of the messages that were sent. Those of erased leads are gone.</summary>
public sealed class Mailbox
{
    /// <summary>The newest first.</summary>
    public Task<ImmutableArray<MailboxMessage>> ListAsync(int limit, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>One message, or null.</summary>
    public Task<MailboxMessage?> FindAsync(string id, CancellationToken cancellation) => throw new NotSupportedException();
}
