using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.Service.Rows;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Faults.Tests.Plants;

/// <summary>The store with a bug between it and the product.</summary>
internal abstract class PlantedStore(IStreamStore sound) : IStreamStore
{
    protected IStreamStore Sound => sound;

    public virtual ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation) => sound.CommitAsync(turn, cancellation);

    public virtual ValueTask<IReadOnlyList<PassedWakeUp>> FindDueAsync(Instant now, int limit, CancellationToken cancellation) =>
        sound.FindDueAsync(now, limit, cancellation);

    public virtual ValueTask<StreamHead?> FindAsync(StreamId stream, CancellationToken cancellation) =>
        sound.FindAsync(stream, cancellation);

    public ValueTask<IReadOnlyList<StoredEvent>> ReadEventsAsync(StreamId stream, long after, CancellationToken cancellation) =>
        sound.ReadEventsAsync(stream, after, cancellation);

    public ValueTask<byte[]?> FindRecordAsync(string leadId, CancellationToken cancellation) => sound.FindRecordAsync(leadId, cancellation);

    public ValueTask<Instant?> FindNextWakeUpAsync(CancellationToken cancellation) => sound.FindNextWakeUpAsync(cancellation);

    public ValueTask WakeAsync(StreamId stream, Instant at, CancellationToken cancellation) => sound.WakeAsync(stream, at, cancellation);

    public IAsyncEnumerable<string> ListAsync(StreamKind kind, CancellationToken cancellation) => sound.ListAsync(kind, cancellation);

    public virtual IAsyncEnumerable<StoredRow> ReadRowsAsync(RowQuery query, CancellationToken cancellation) =>
        sound.ReadRowsAsync(query, cancellation);

    public ValueTask<IReadOnlyList<string>> SettleAsync(CancellationToken cancellation) => sound.SettleAsync(cancellation);

    public ValueTask<bool> RewriteHeadAsync(
        StreamHead head, ReadOnlyMemory<byte> state, Instant? nextWakeUp, RowWrite? row, CancellationToken cancellation) =>
        sound.RewriteHeadAsync(head, state, nextWakeUp, row, cancellation);

    /// <summary>The turn with other events, and the state that follows from them: a bug of the rules, not of the writing.</summary>
    protected async ValueTask<Turn> WithEventsAsync(Turn turn, Func<LeadEvent, IEnumerable<LeadEvent>> change)
    {
        var head = await sound.FindAsync(turn.Stream, default);
        var before = head is null ? Lead.Unborn : LedgerJson.ReadLead(head.State.Span);
        var events = turn.Events.SelectMany(stored => change(LedgerJson.ReadLeadEvent(stored.Json.Span))).ToImmutableArray();
        if (events.IsEmpty || (head?.Version ?? 0) != turn.ExpectedVersion)
            return turn;
        var after = events.Aggregate(before, LeadEvolution.Evolve);
        return turn with
        {
            Events = [.. events.Select(happened => new NewEvent(happened.At, LeadStory.TypeOf(happened), LedgerJson.Write(happened)))],
            State = LedgerJson.Write(after),
            NextWakeUp = after.WakeUpOfTurn,
            Row = LeadRowWriting.Of(after),
        };
    }
}
