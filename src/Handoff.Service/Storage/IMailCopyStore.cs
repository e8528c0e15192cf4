using System.Collections.Immutable;
using NodaTime;

namespace Handoff.Service.Storage;

/// <summary>The copy of a message that was sent, sealed under the keys of the leads it names.</summary>
/// <param name="Id">The message's id, unique.</param>
/// <param name="Kind">What kind of message.</param>
/// <param name="At">When it was handed to the provider.</param>
/// <param name="LeadIds">The leads it names, one or more; erasing one of them destroys the copy.</param>
/// <param name="Sealed">The sealed copy.</param>
public sealed record MailCopy(string Id, string Kind, Instant At, ImmutableArray<string> LeadIds, byte[] Sealed);

/// <summary>Reads copies of messages. They are written with the turn that records the delivery (<see cref="Turn.Copies"/>).</summary>
public interface IMailCopyStore
{
    /// <summary>The newest copies first; optionally only those that name a lead.</summary>
    ValueTask<IReadOnlyList<MailCopy>> ListCopiesAsync(string? leadId, int limit, CancellationToken cancellation);

    /// <summary>The copy, or null.</summary>
    ValueTask<MailCopy?> FindCopyAsync(string id, CancellationToken cancellation);
}
