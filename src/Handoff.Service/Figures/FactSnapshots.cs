using System.Collections.Immutable;
using System.Security.Cryptography;
using Handoff.Figures;
using Handoff.People;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Figures;

/// <summary>What is kept of a book beside its pieces.</summary>
/// <param name="Shape">The <see cref="FactBytes.Shape"/> in which it was written.</param>
/// <param name="AsOf">The facts are complete to this instant; what changed later, or shortly before, is read from rows again.</param>
/// <param name="From">No lead was received before.</param>
/// <param name="Calendars">The <see cref="CalendarMark"/> of the calendars between the two.</param>
/// <param name="Count">How many leads.</param>
/// <param name="Common">The name under which is kept what facts have in common.</param>
/// <param name="Pieces">The names of the pieces, in their order.</param>
internal sealed record FactSnapshot(
    int Shape, Instant AsOf, Instant From, string Calendars, int Count, string Common, ImmutableArray<string> Pieces);

/// <summary>What the facts of a book have in common, by number.</summary>
internal sealed record CommonFacts(
    ImmutableArray<LeadTraits> Traits, ImmutableArray<EndFact> Ends, ImmutableArray<ChargedFact> Charged,
    ImmutableArray<PersonId> People, ImmutableArray<string> Currencies, ImmutableArray<string> Others);

/// <summary>
/// Keeps the facts of all leads, so that a start reads a few blobs and the rows that changed since, and not every row. A piece is named by
/// its content, so of two processes that keep at once neither spoils what the other has written: the last head counts, and where a piece is
/// missing facts are made of rows again.
/// </summary>
internal sealed class FactSnapshots(ISnapshotStore store)
{
    private const string Head = "facts";

    /// <summary>The head of what is kept; null: nothing, or in another shape.</summary>
    public async Task<FactSnapshot?> FindAsync(CancellationToken cancellation) =>
        await store.FindSnapshotAsync(Head, cancellation) is { } bytes && LedgerJson.ReadSnapshot(bytes) is { } head
        && head.Shape == FactBytes.Shape ? head : null;

    /// <summary>The facts; null: some are missing.</summary>
    public async Task<FactBook?> LoadAsync(FactSnapshot head, CancellationToken cancellation)
    {
        if (await store.FindSnapshotAsync(head.Common, cancellation) is not { } common)
            return null;
        var book = FactBook.With(LedgerJson.ReadCommon(common), head.Count, head.From);
        foreach (var name in head.Pieces)
        {
            if (await store.FindSnapshotAsync(name, cancellation) is not { } bytes)
                return null;
            FactPieces.Read(book, bytes, name);
        }

        return book;
    }

    /// <summary>Keeps bytes under the name of their content.</summary>
    public async Task<string> SaveAsync(byte[] bytes, CancellationToken cancellation)
    {
        var name = $"{Head}-{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}";
        await store.SaveSnapshotAsync(name, bytes, cancellation);
        return name;
    }

    /// <summary>Keeps what facts have in common.</summary>
    public Task<string> SaveAsync(CommonFacts common, CancellationToken cancellation) =>
        SaveAsync(LedgerJson.Write(common), cancellation);

    /// <summary>Keeps a head, and drops what no head names any more.</summary>
    public async Task SaveAsync(FactSnapshot head, CancellationToken cancellation)
    {
        await store.SaveSnapshotAsync(Head, LedgerJson.Write(head), cancellation);
        var names = head.Pieces.Append(head.Common).Append(Head).ToHashSet(StringComparer.Ordinal);
        foreach (var name in (await store.ListSnapshotsAsync(cancellation)).Where(name => !names.Contains(name)))
            await store.DropSnapshotAsync(name, cancellation);
    }

    /// <summary>Drops all, the head first.</summary>
    public static async Task DropAsync(ISnapshotStore store, CancellationToken cancellation)
    {
        await store.DropSnapshotAsync(Head, cancellation);
        foreach (var name in await store.ListSnapshotsAsync(cancellation))
            await store.DropSnapshotAsync(name, cancellation);
    }
}
