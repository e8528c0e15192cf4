using System.Collections.Immutable;
using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Service.Storage;

/// <summary>What a stream is about.</summary>
public enum StreamKind
{
    /// <summary>The life of one lead; the id is the lead's.</summary>
    Lead,

    /// <summary>The alerts of one person; the id is the person's opaque one.</summary>
    Alerts,
}

/// <summary>Names one stream.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Id">The id, unique within the kind.</param>
public readonly record struct StreamId(StreamKind Kind, string Id);

/// <summary>The head of a stream.</summary>
/// <param name="Stream">Which stream.</param>
/// <param name="Version">How many events it has; 1 or more.</param>
/// <param name="NextWakeUp">When it next needs a turn, or null.</param>
/// <param name="State">The state, UTF-8 JSON, without personal data: as of the last event, or of an earlier one (<see cref="Turn.State"/>).</param>
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

/// <summary>An open lead as a board finds it.</summary>
/// <param name="Id">The lead's id.</param>
/// <param name="Mark">Another after every write that changes the state: whoever has read the state under this mark need not read it again.</param>
/// <param name="State">The state, or null: whoever asked knows the mark. As in a <see cref="StreamHead"/> it may lack the last events.</param>
public sealed record OpenLead(string Id, string Mark, ReadOnlyMemory<byte>? State);

/// <summary>An event to be appended.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Type">Its type's name.</param>
/// <param name="Json">The event, UTF-8 JSON.</param>
public sealed record NewEvent(Instant At, string Type, ReadOnlyMemory<byte> Json);

/// <summary>
/// Everything that one turn writes; it is written whole or not at all (DESIGN section 4).
/// </summary>
public sealed record Turn
{
    /// <summary>The stream.</summary>
    public required StreamId Stream { get; init; }

    /// <summary>The version that was read; 0 creates the stream.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>
    /// The tag that was read, so that a wake-up which the turn did not see is not overwritten: such a commit conflicts. Null: the version alone decides.
    /// </summary>
    public string? ExpectedTag { get; init; }

    /// <summary>The events, at least one. The new version is the expected one and their count.</summary>
    public required ImmutableArray<NewEvent> Events { get; init; }

    /// <summary>
    /// The new state; null leaves the one that is stored, which says itself how many events it adds up: whoever reads it later adds those that came after.
    /// Never null in the first turn of a stream.
    /// </summary>
    public required ReadOnlyMemory<byte>? State { get; init; }

    /// <summary>When the stream next needs a turn, or null.</summary>
    public required Instant? NextWakeUp { get; init; }

    /// <summary>The status' word, for those who list streams.</summary>
    public string Status { get; init; } = "";

    /// <summary>Whether the lead is open and has clocks: it is found by <see cref="IStreamStore.ListOpenAsync"/>.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The tier, for a board; empty: none.</summary>
    public string Tier { get; init; } = "";

    /// <summary>Who owns it, for a board; null: nobody, a queue or marketing.</summary>
    public PersonId? Owner { get; init; }

    /// <summary>A new lead's key: 32 random bytes under which its personal data is sealed. Kept apart from everything else.</summary>
    public byte[]? NewKey { get; init; }

    /// <summary>The lead's personal data, sealed under its key; null leaves what is there.</summary>
    public byte[]? Record { get; init; }

    /// <summary>Lookup keys to claim; the commit conflicts when one has changed since it was read.</summary>
    public ImmutableArray<LookupWrite> Lookups { get; init; } = [];

    /// <summary>What the turn changes in rotas.</summary>
    public ImmutableArray<RotaChange> Rota { get; init; } = [];

    /// <summary>The version of the rota on which a rep was chosen, by team; the commit conflicts when it has changed. Null: nobody was chosen.</summary>
    public RotaGuard? RotaGuard { get; init; }

    /// <summary>What <see cref="IRotaStore.TryReserve"/> gave for <see cref="RotaGuard"/> and <see cref="Rota"/>: they are checked and counted already. Null: the commit does it.</summary>
    public RotaReservation? Reserved { get; init; }

    /// <summary>Copies of messages that were sent.</summary>
    public ImmutableArray<MailCopy> Copies { get; init; } = [];

    /// <summary>Destroys the lead's key, record and person keys, and every copy of a message that names it.</summary>
    public bool Erases { get; init; }
}

/// <summary>The rota on which a decision rests.</summary>
/// <param name="Team">The team.</param>
/// <param name="Version">The version that was read.</param>
public sealed record RotaGuard(string Team, long Version);

/// <summary>What became of a commit.</summary>
public enum CommitResult
{
    /// <summary>Everything is durable.</summary>
    Committed,

    /// <summary>Something that the turn rests on has changed; nothing was written. Read again and decide again.</summary>
    Conflict,

    /// <summary>The rota on which a rep was chosen has changed, and nothing else was looked at; nothing was written. Choose again.</summary>
    RotaChanged,
}

/// <summary>A commit that has returned.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Tag">The tag of the head as it was written: the next turn may rest on it without a read. Empty after a conflict, and where the store does not know it.</param>
public readonly record struct Commit(CommitResult Result, string Tag)
{
    /// <summary>A conflict: nothing was written.</summary>
    public static Commit Conflict { get; } = new(CommitResult.Conflict, "");

    /// <summary>A turn that is durable, with the tag of its head.</summary>
    public static Commit Of(string tag) => new(CommitResult.Committed, tag);

    /// <summary>Whether everything is durable.</summary>
    public bool IsDone => Result == CommitResult.Committed;
}

/// <summary>
/// Streams of events with their heads. A commit is durable when it returns, and several commits may share one write. Reading
/// sees every commit that has returned. Safe to use from many threads.
/// </summary>
public interface IStreamStore
{
    /// <summary>The head, or null when there is no such stream.</summary>
    ValueTask<StreamHead?> FindAsync(StreamId stream, CancellationToken cancellation);

    /// <summary>The events of a stream in order; none when there is no such stream.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadEventsAsync(StreamId stream, CancellationToken cancellation) => ReadEventsAsync(stream, 0, cancellation);

    /// <summary>The events of a stream after its first <paramref name="after"/>, in order.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadEventsAsync(StreamId stream, long after, CancellationToken cancellation);

    /// <summary>A lead's sealed personal data, or null.</summary>
    ValueTask<byte[]?> FindRecordAsync(string leadId, CancellationToken cancellation);

    /// <summary>
    /// Whether a turn had better leave the state where its events say little that is new (<see cref="Turn.State"/>): reading a few events after a head costs
    /// this store less than a state with every turn.
    /// </summary>
    bool SparesStates { get; }

    /// <summary>Writes a turn.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot write (disk full, read-only, stopping); nothing is known to be written.</exception>
    ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation);

    /// <summary>Streams whose wake-up is at or before <paramref name="now"/>, the earliest first.</summary>
    ValueTask<IReadOnlyList<PassedWakeUp>> FindDueAsync(Instant now, int limit, CancellationToken cancellation);

    /// <summary>The earliest wake-up of all streams, or null.</summary>
    ValueTask<Instant?> FindNextWakeUpAsync(CancellationToken cancellation);

    /// <summary>
    /// Moves a stream's wake-up to <paramref name="at"/> if it is later or absent, without an event: somebody's situation changed. A turn that
    /// read the head before conflicts, and decides again.
    /// </summary>
    ValueTask WakeAsync(StreamId stream, Instant at, CancellationToken cancellation);

    /// <summary>The ids of all open leads with clocks.</summary>
    IAsyncEnumerable<string> ListOpenAsync(CancellationToken cancellation);

    /// <summary>
    /// All open leads with clocks, with the state of those whose mark is not known: for a board that keeps what it has read. A store for which looking
    /// is dear may still list a lead that ended less than a minute ago, where another process ended it; every state is the newest.
    /// </summary>
    /// <param name="isKnown">Whether the state of a lead (its id) under a mark has been read before. Called from any thread.</param>
    /// <param name="cancellation">Ends the listing.</param>
    IAsyncEnumerable<OpenLead> ListOpenLeadsAsync(Func<string, string, bool> isKnown, CancellationToken cancellation);

    /// <summary>
    /// Ids of leads from the highest down to <paramref name="lowest"/>, at most so many. Ids that rise with time (UUID version 7) come newest first, and
    /// a lowest one bounds the search by time.
    /// </summary>
    ValueTask<IReadOnlyList<string>> ListNewestAsync(string lowest, int limit, CancellationToken cancellation);

    /// <summary>The ids of all streams of a kind.</summary>
    IAsyncEnumerable<string> ListAsync(StreamKind kind, CancellationToken cancellation);

    /// <summary>
    /// Settles what processes that are gone have left half done (the reconciler, once a period): what a turn had reserved in a rota and never
    /// confirmed, what an erasure had still to destroy.
    /// </summary>
    /// <returns>The leads whose key is destroyed and whose stream does not say so yet: erase them again.</returns>
    ValueTask<IReadOnlyList<string>> SettleAsync(CancellationToken cancellation);

    /// <summary>Writes a head anew without an event; false when it was written since <paramref name="head"/> was read.</summary>
    ValueTask<bool> RewriteHeadAsync(
        StreamHead head, ReadOnlyMemory<byte> state, Instant? nextWakeUp, string status, bool isOpen, CancellationToken cancellation);
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
