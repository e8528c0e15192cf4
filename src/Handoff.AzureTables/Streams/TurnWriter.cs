using Azure.Data.Tables;
using Handoff.AzureTables.Copies;
using Handoff.AzureTables.Index;
using Handoff.AzureTables.Keys;
using Handoff.AzureTables.Lookups;
using Handoff.AzureTables.Rotas;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.AzureTables.Streams;

/// <summary>
/// Commits turns (design section 4): first what crosses leads, each such that it harms nobody if the turn is never written; then head,
/// events, record, copies and the stream's own claims in one transaction guarded by the head's ETag; then what follows from it.
/// </summary>
internal sealed class TurnWriter(
    StoreTables tables, IndexTable index, TableLookups lookups, TableRotas rotas, TableKeys keys, TableErasure erasure, Fence fence,
    IClock clock, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public async Task<Commit> CommitAsync(Turn turn, CancellationToken cancellation)
    {
        HeadMark? over = null;
        if (turn.ExpectedVersion > 0)
        {
            over = turn.ExpectedTag is { } tag ? HeadMark.Read(tag) : await ReadMarkAsync(turn.Stream, cancellation);
            if (over?.Version != turn.ExpectedVersion)
                return Commit.Conflict;
        }

        // A key that is to be destroyed has to be gone whatever happens next, but not for a turn that comes too late.
        if (turn.Erases)
        {
            if (await ReadMarkAsync(turn.Stream, cancellation) is not { } present || present.Tag != over?.Tag)
                return Commit.Conflict;
            await keys.DestroyAsync(turn.Stream.Id);
        }

        return await CommitAsync(turn, over);
    }

    private async Task<Commit> CommitAsync(Turn turn, HeadMark? over)
    {
        var mark = Stamp.New();
        var claims = new Claims(lookups, index, mark, clock.GetCurrentInstant(), time.GetUtcNow().ToUnixTimeMilliseconds());
        var sides = new TurnSides(turn, over, mark, tables, index, claims, rotas, keys);
        var began = time.GetTimestamp();
        CommitResult written;
        try
        {
            written = await sides.WriteAsync();
        }
        catch
        {
            // The transaction was not sent, so nothing of this turn can come true.
            await sides.TakeBackAsync();
            throw;
        }

        if (written == CommitResult.RotaChanged)
            return Commit.RotaChanged;
        // Nobody may take a row of the index for abandoned while its turn can still be written.
        if (written == CommitResult.Conflict || time.GetElapsedTime(began) > Longest)
        {
            await sides.TakeBackAsync();
            return Commit.Conflict;
        }

        if (await WriteStreamAsync(turn, sides.Head, over, mark, claims, sides.Room) is { } tag)
        {
            if (over is not null)
                index.LeaveBehind(over.Shard, over.Row, over.List, over.Change);
            await rotas.TellAsync(turn, mark, landed: true, CancellationToken.None);
            if (turn.Erases)
                await erasure.FinishAsync(turn.Stream);
            return Commit.Of(tag);
        }

        await sides.TakeBackAsync();
        return Commit.Conflict;
    }

    /// <summary>The transaction. A lost answer is looked for: the first event names the turn that wrote it.</summary>
    /// <returns>The head's tag, empty where the answer that told it was lost; null: a conflict.</returns>
    /// <exception cref="StoreUnavailableException">It is not known whether it was written; whatever it reserved is settled
    /// later.</exception>
    private async Task<string?> WriteStreamAsync(Turn turn, TableEntity head, HeadMark? over, string mark, Claims claims, InlineRoom room)
    {
        List<TableTransactionAction> actions = [over is null ? Act.Add(head) : Act.Replace(head, over.Tag)];
        foreach (var row in await EventRows.MakeAsync(turn.Stream, turn.ExpectedVersion, turn.Events, mark, tables.Large, room))
            actions.Add(Act.Add(row));
        if (turn.Record is { } record && !turn.Erases)
        {
            var row = new TableEntity(head.PartitionKey, StreamKey.Record);
            await tables.Large.PutAsync(row, "Sealed", record, room.For(record.Length), StreamKey.PersonalBlobs(turn.Stream));
            actions.Add(Act.Put(row));
        }
        else if (turn.Erases)
        {
            actions.Add(Act.Put(new(head.PartitionKey, StreamKey.Record) { ["Erased"] = true }));
        }

        if (turn.Lookups.Length > 0)
            actions.Add(Act.Put(ClaimedRow.Make(turn)));
        foreach (var copy in turn.Copies.Take(TurnSides.CopiesInTransaction))
            actions.Add(Act.Put(await CopyRows.MakeAsync(turn.Stream, copy, tables.Large, room)));

        var own = turn.Lookups.Select(write => (Write: write, Place: LookupPlace.Of(write.Key)))
            .Where(one => TurnSides.IsOwn(turn, one.Place)).ToList();
        // A key that is new is inserted without a look: whether it is there, the write says.
        var there = own.Any(one => one.Write.ExpectedVersion > 0) ? await ReadAsync() : new TableEntity?[own.Count];
        for (var tries = 1; tries <= 2; tries++)
        {
            List<TableTransactionAction> all = [.. actions];
            for (var i = 0; i < own.Count; i++)
            {
                if (claims.Act(own[i].Write, own[i].Place, there[i]) is not { } claim)
                    return null;
                all.Add(claim.Action);
            }

            var (hasLanded, failedAt, etag) = await LandsAsync(turn, mark, all);
            if (hasLanded)
                return etag.Length == 0 ? "" : HeadRow.MarkOf(head, etag).Write();
            // An own claim may stand in the way that has expired.
            if (own.Count == 0 || failedAt < actions.Count)
                return null;
            there = await ReadAsync();
        }

        return null;

        Task<TableEntity?[]> ReadAsync() => Task.WhenAll(
            own.Select(one => tables.Streams.FindAsync(one.Place.Partition, one.Place.Row, CancellationToken.None)));
    }

    /// <summary>Sends the transaction, whose first action writes the head. Not landed: which action stood in the way, or -1.</summary>
    private async Task<(bool HasLanded, int FailedAt, string HeadTag)> LandsAsync(
        Turn turn, string mark, IReadOnlyList<TableTransactionAction> actions)
    {
        Written written;
        try
        {
            written = await tables.Streams.WriteAsync(actions);
        }
        catch (StoreUnavailableException)
        {
            if (await fence.LandedAsync(turn.Stream, turn.ExpectedVersion, mark, CancellationToken.None) == true)
                return (true, -1, "");
            throw;
        }

        // A conflict may be with this very turn: the SDK sends again what had no answer.
        return written.Done ? (true, -1, written.Tags[0])
            : (await fence.LandedAsync(turn.Stream, turn.ExpectedVersion, mark, CancellationToken.None) == true, written.FailedAt, "");
    }

    private async Task<HeadMark?> ReadMarkAsync(StreamId stream, CancellationToken cancellation) =>
        await tables.Streams.FindAsync(StreamKey.Partition(stream), StreamKey.Head, cancellation, HeadRow.MarkColumns) is { } row
            && HeadRow.Exists(row)
            ? HeadRow.Mark(row)
            : null;
}
