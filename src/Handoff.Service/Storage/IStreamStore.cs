using NodaTime;

namespace Handoff.Service.Storage;

/// <summary>What a stream is about. A store may keep a kind by its number or its first letter: no two are alike in either.</summary>
public enum StreamKind
{
    /// <summary>The life of one lead; the id is the lead's.</summary>
    Lead,

    /// <summary>The alerts of one person; the id is the person's opaque one.</summary>
    Alerts,

    /// <summary>The report to the two heads; there is one.</summary>
    Report,

    /// <summary>The meetings of the two heads with what was decided there; there is one.</summary>
    Meeting,

    /// <summary>A changed agreement that has to be signed; the id is of its content.</summary>
    Proposal,

    /// <summary>The warnings of promises that will be missed; there is one.</summary>
    Warnings,

    /// <summary>What a channel is still to be told, a part of its leads; the id is the channel's name and the part's number.</summary>
    Channel,

    /// <summary>The erasure of leads that are kept no longer; there is one.</summary>
    Expiry,
}

/// <summary>Names one stream.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Id">The id, unique within the kind.</param>
public readonly record struct StreamId(StreamKind Kind, string Id)
{
    /// <summary>The stream's one name: a lead's id; of any other kind the id with the kind in front.</summary>
    public string Name => Kind == StreamKind.Lead ? Id : Prefix(Kind) + Id;

    /// <summary>The stream of a name.</summary>
    public static StreamId Named(string name)
    {
        foreach (var kind in Enum.GetValues<StreamKind>())
        {
            if (kind != StreamKind.Lead && name.StartsWith(Prefix(kind), StringComparison.Ordinal))
                return new(kind, name[Prefix(kind).Length..]);
        }

        return new(StreamKind.Lead, name);
    }

    private static string Prefix(StreamKind kind) => kind.ToString().ToLowerInvariant() + "-";
}

/// <summary>The head of a stream.</summary>
/// <param name="Stream">Which stream.</param>
/// <param name="Version">How many events it has; 1 or more.</param>
/// <param name="NextWakeUp">When it next needs a turn, or null.</param>
/// <param name="State">The state as of the last event, UTF-8 JSON, without personal data.</param>
/// <param name="Tag">The store's mark of the head as read: every write of it gives another, a wake-up too.</param>
public sealed record StreamHead(StreamId Stream, long Version, Instant? NextWakeUp, ReadOnlyMemory<byte> State, string Tag);

/// <summary>An event as it is stored.</summary>
/// <param name="Sequence">1 for the first of its stream.</param>
/// <param name="At">When it happened.</param>
/// <param name="Type">Its type's name.</param>
/// <param name="Json">The event, UTF-8 JSON, without personal data.</param>
public sealed record StoredEvent(long Sequence, Instant At, string Type, ReadOnlyMemory<byte> Json);

/// <summary>A stream whose wake-up has come.</summary>
/// <param name="Stream">Which.</param>
/// <param name="WakeUp">When it was to be woken.</param>
public sealed record PassedWakeUp(StreamId Stream, Instant WakeUp);

/// <summary>
/// Streams of events with their heads. A commit is durable when it returns, and several commits may share one write. Reading
/// sees every commit that has returned. Safe to use from many threads.
/// </summary>
public interface IStreamStore
{
    /// <summary>The head, or null when there is no such stream.</summary>
    ValueTask<StreamHead?> FindAsync(StreamId stream, CancellationToken cancellation);

    /// <summary>The events of a stream in order; none when there is no such stream.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadEventsAsync(StreamId stream, CancellationToken cancellation) =>
        ReadEventsAsync(stream, 0, cancellation);

    /// <summary>The events of a stream after its first <paramref name="after"/>, in order.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadEventsAsync(StreamId stream, long after, CancellationToken cancellation);

    /// <summary>The first few events of a stream after its first <paramref name="after"/>, in order.</summary>
    /// <param name="most">How many at most; a store may read no more.</param>
    async ValueTask<IReadOnlyList<StoredEvent>> ReadEventsAsync(StreamId stream, long after, int most, CancellationToken cancellation) =>
        [.. (await ReadEventsAsync(stream, after, cancellation)).Take(most)];

    /// <summary>A lead's sealed personal data, or null.</summary>
    ValueTask<byte[]?> FindRecordAsync(string leadId, CancellationToken cancellation);

    /// <summary>Writes a turn.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot write (disk full, read-only, stopping); nothing is known to be
    /// written.</exception>
    ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation);

    /// <summary>Streams whose wake-up is at or before <paramref name="now"/>, the earliest first.</summary>
    ValueTask<IReadOnlyList<PassedWakeUp>> FindDueAsync(Instant now, int limit, CancellationToken cancellation);

    /// <summary>The earliest wake-up of all streams, or null.</summary>
    ValueTask<Instant?> FindNextWakeUpAsync(CancellationToken cancellation);

    /// <summary>
    /// Moves a stream's wake-up to <paramref name="at"/> if it is later or absent, without an event: somebody's situation changed. A turn
    /// that read the head before conflicts, and decides again.
    /// </summary>
    ValueTask WakeAsync(StreamId stream, Instant at, CancellationToken cancellation);

    /// <summary>
    /// Rows of leads, the one received last first; of the same instant, by id. Every row is the one of the lead's newest turn. A lead that
    /// moves to another shelf while this reads may be missed where not all shelves are asked for; the next read has it.
    /// </summary>
    IAsyncEnumerable<StoredRow> ReadRowsAsync(RowQuery query, CancellationToken cancellation);

    /// <summary>The ids of all streams of a kind.</summary>
    IAsyncEnumerable<string> ListAsync(StreamKind kind, CancellationToken cancellation);

    /// <summary>
    /// Settles what processes that are gone have left half done (the reconciler, once a period): what a turn had reserved in a rota and
    /// never confirmed, what an erasure had still to destroy.
    /// </summary>
    /// <returns>The leads whose key is destroyed and whose stream does not say so yet: erase them again.</returns>
    ValueTask<IReadOnlyList<string>> SettleAsync(CancellationToken cancellation);

    /// <summary>
    /// Writes a head anew without an event, and the row with it; a null row leaves the one that is there. False when the head was written
    /// since <paramref name="head"/> was read.
    /// </summary>
    ValueTask<bool> RewriteHeadAsync(
        StreamHead head, ReadOnlyMemory<byte> state, Instant? nextWakeUp, RowWrite? row, CancellationToken cancellation);
}

/// <summary>The store cannot be read or written at present.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    public StoreUnavailableException()
    {
    }

    /// <summary>Creates the exception.</summary>
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public StoreUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
