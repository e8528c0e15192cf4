using Azure.Data.Tables;
using Handoff.AzureTables.Copies;
using Handoff.AzureTables.Index;
using Handoff.AzureTables.Keys;
using Handoff.AzureTables.Lookups;
using Handoff.AzureTables.Rotas;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Streams;

/// <summary>
/// What a turn writes before its transaction, because it crosses leads: reservations, claims, its row in the index, a new key.
/// </summary>
internal sealed class TurnSides(
    Turn turn, HeadMark? over, string mark, StoreTables tables, IndexTable index, Claims claims, TableRotas rotas, TableKeys keys)
{
    /// <summary>Further copies are written before the transaction; a copy of what was sent is true in any case.</summary>
    public const int CopiesInTransaction = 8;

    private string? _keyTag;

    /// <summary>How much may still go into the transaction.</summary>
    public InlineRoom Room { get; } = new();

    /// <summary>The head that is to be written.</summary>
    public TableEntity Head { get; private set; } = new();

    /// <summary>Whether a claim is written in the stream's own transaction.</summary>
    public static bool IsOwn(Turn turn, LookupPlace place) =>
        place.Table == LookupTable.Stream && place.Partition == StreamKey.Partition(turn.Stream);

    /// <summary>
    /// Writes everything, or says what of that on which the turn rests has changed. Where the rota has, nothing was written.
    /// </summary>
    public async Task<CommitResult> WriteAsync()
    {
        var byPartition = turn.Lookups.Select(write => (Write: write, Place: LookupPlace.Of(write.Key)))
            .Where(one => !IsOwn(turn, one.Place))
            .GroupBy(one => (one.Place.Table, one.Place.Partition))
            .OrderBy(group => group.Key.Table).ThenBy(group => group.Key.Partition, StringComparer.Ordinal)
            .Select(group => (group.Key.Table, group.Key.Partition, Writes: group.Select(one => one.Write).ToList()))
            .ToList();
        // A new lead's rows go where it claims most, so that one write has both.
        var home = byPartition.Where(group => group.Table == LookupTable.Index)
            .OrderByDescending(group => group.Writes.Count).FirstOrDefault().Partition;
        await MakeHeadAsync(over?.Shard ?? home ?? Shard.Of(StreamKey.Partition(turn.Stream)));

        if (!await rotas.TryReserveAsync(turn, mark, CancellationToken.None))
            return CommitResult.RotaChanged;
        var rows = await IndexRowsAsync();
        List<Task<bool>> others = [];
        var withRows = byPartition.FindIndex(group => group.Table == LookupTable.Index && group.Partition == Head.GetString("Shard"));
        for (var i = 0; i < byPartition.Count; i++)
            others.Add(claims.ClaimAsync(byPartition[i].Writes, i == withRows ? rows : [], default));

        if (withRows < 0 && rows.Count > 0)
            others.Add(WriteRowsAsync(rows));
        if (turn.NewKey is { } key)
            others.Add(AddKeyAsync(key));
        foreach (var copy in turn.Copies.Skip(CopiesInTransaction))
            others.Add(WriteCopyAsync(copy));
        return (await Task.WhenAll(others)).All(done => done) ? CommitResult.Committed : CommitResult.Conflict;
    }

    /// <summary>Takes back what was written, as far as the store answers; what is left is settled by those who find it.</summary>
    public async Task TakeBackAsync()
    {
        try
        {
            await rotas.TellAsync(turn, mark, landed: false, CancellationToken.None);
            await claims.UndoAsync();
            if (_keyTag is { } tag)
                await keys.RemoveAsync(turn.Stream.Id, tag);
            index.LeaveBehind(
                Head.GetString("Shard") ?? "", Head.GetString("Row") ?? "", Head.GetString(HeadRow.List) ?? "",
                Head.GetString(HeadRow.Change) ?? "");
        }
        catch (StoreUnavailableException)
        {
            // Reservations are settled by the reconciler, claims and keys by whoever finds them.
        }
    }

    private async Task MakeHeadAsync(string shard)
    {
        Head = HeadRow.Of(turn.Stream, mark, WakeRow.Key(mark, turn.NextWakeUp), turn.NextWakeUp);
        Head["Id"] = turn.Stream.Id;
        Head["Version"] = turn.ExpectedVersion + turn.Events.Length;
        Head["Shard"] = shard;
        (Head[HeadRow.List], Head[HeadRow.Change]) =
            turn.Row is { } row ? (ListRow.Key(mark, turn.Stream.Id, row), ChangeRow.Key(mark, row)) : ("", "");
        await HeadRow.PutStateAsync(Head, tables.Large, turn.State, Room.For(turn.State.Length, Chunks.RowBytes));
    }

    private async Task<List<TableTransactionAction>> IndexRowsAsync()
    {
        var shard = Head.GetString("Shard");
        var rows = await NamedRows.MakeAsync(Head, turn.Stream, turn.NextWakeUp, turn.Row, over?.Stamp ?? "", tables.Large);
        foreach (var pointer in turn.Copies.SelectMany(copy => CopyRows.Pointers(turn.Stream, copy, shard)).DistinctBy(row => row.RowKey))
            rows.Add(Act.Put(pointer));
        return rows;
    }

    /// <summary>The rows in as few writes as there must be; the wake-up is in the first.</summary>
    private async Task<bool> WriteRowsAsync(List<TableTransactionAction> rows)
    {
        const int MostAtOnce = 70;
        foreach (var some in rows.Chunk(MostAtOnce))
        {
            // A row that is there is this turn's: its key is this turn's, and the SDK sends again what had no answer.
            await index.WriteAsync(Head.GetString("Shard"), some);
        }

        return true;
    }

    private async Task<bool> AddKeyAsync(byte[] key)
    {
        _keyTag = await keys.AddAsync(turn.Stream.Id, key, () => ExistsAsync());
        return _keyTag is not null;
    }

    private async Task<bool> ExistsAsync() => HeadRow.Exists(
        await tables.Streams.FindAsync(StreamKey.Partition(turn.Stream), StreamKey.Head, CancellationToken.None, "Version"));

    private async Task<bool> WriteCopyAsync(MailCopy copy) =>
        (await tables.Streams.WriteAsync(Act.Put(await CopyRows.MakeAsync(turn.Stream, copy, tables.Large, new())))).Done;
}
