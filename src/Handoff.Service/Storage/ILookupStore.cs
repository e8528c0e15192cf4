using NodaTime;

namespace Handoff.Service.Storage;

/// <summary>
/// A key by which a lead is found again: the keyed hash of a person's address or phone, of a company's domain, of a vendor's delivery.
/// It holds no personal data.
/// </summary>
/// <param name="Key">
/// The key, with its kind in front: <c>person:…</c>, <c>company:…</c>, <c>delivery:…</c>. What stands between the kind and a dot is its
/// group: a store may keep the keys of a group beside each other, so that one write claims several.
/// </param>
/// <param name="LeadId">The lead it leads to; empty: to none, it is about a team.</param>
/// <param name="Data">What else is remembered, such as the times of the person's requests or the answer given; no personal data.</param>
/// <param name="Version">Grows with every write; 1 or more.</param>
public sealed record Lookup(string Key, string LeadId, string Data, long Version);

/// <summary>A lookup key to be written with a turn.</summary>
/// <param name="Key">The key.</param>
/// <param name="LeadId">The lead it is to lead to; empty: none.</param>
/// <param name="Data">What else is to be remembered.</param>
/// <param name="ExpectedVersion">The version that was read; 0: there was none; null: whatever is there is replaced.</param>
/// <param name="ExpiresAt">From when it may be dropped, or null: it stays.</param>
public sealed record LookupWrite(string Key, string LeadId, string Data, long? ExpectedVersion, Instant? ExpiresAt);

/// <summary>
/// Finds lookup keys. They are written with the turn that claims them (<see cref="Turn.Lookups"/>). Most keys that somebody is about to
/// claim are new, so a claim is tried without a look first: a commit that expects none conflicts if there is one.
/// </summary>
public interface ILookupStore
{
    /// <summary>
    /// The lookup, or null. One whose <c>ExpiresAt</c> is at or before <paramref name="now"/> is not found, and counts as absent in a
    /// commit.
    /// </summary>
    ValueTask<Lookup?> FindLookupAsync(string key, Instant now, CancellationToken cancellation);
}
