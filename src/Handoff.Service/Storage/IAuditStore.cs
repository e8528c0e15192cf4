using NodaTime;

namespace Handoff.Service.Storage;

/// <summary>An administrative act. It holds opaque ids and no personal data, so that erasing a lead leaves nothing to erase here.</summary>
/// <param name="At">When, by the product's clock.</param>
/// <param name="Act">What was done: one of <see cref="Auditing.Acts"/>.</param>
/// <param name="By">By whom: <c>key 1</c>, <c>api key</c> and its id, <c>person</c> and an opaque id, <c>this machine</c>,
/// <c>command line</c>, <c>agreement folder</c>.</param>
/// <param name="On">On what: a lead's id, a person's opaque id, a version of the agreement; empty where it is on nothing in
/// particular.</param>
/// <param name="Outcome">What came of it: <c>done</c>, <c>not there</c>, <c>refused</c>.</param>
public sealed record AuditEntry(Instant At, string Act, string By, string On, string Outcome);

/// <summary>An entry with its place in the log.</summary>
/// <param name="Place">Opaque; entries before it are listed by it.</param>
/// <param name="Entry">The entry.</param>
public sealed record AuditRow(string Place, AuditEntry Entry);

/// <summary>The audit log: entries are added, and nothing changes or deletes one.</summary>
public interface IAuditStore
{
    /// <summary>Adds an entry.</summary>
    ValueTask AppendAsync(AuditEntry entry, CancellationToken cancellation);

    /// <summary>The newest entries, the newest first.</summary>
    /// <param name="before">The place of an entry: those that were added before it; null: from the newest on.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Cancels.</param>
    ValueTask<IReadOnlyList<AuditRow>> ListAuditAsync(string? before, int limit, CancellationToken cancellation);
}
