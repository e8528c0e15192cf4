using Azure.Data.Tables;
using Handoff.AzureTables.Index;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.AzureTables.Lookups;

/// <summary>The lookup keys that one turn claims: a write for each partition, and all taken back if the turn conflicts.</summary>
internal sealed class Claims(TableLookups lookups, IndexTable index, string turn, Instant now, long unread)
{
    private const int MostTries = 6;

    private readonly List<(LookupPlace Place, IReadOnlyList<TableTransactionAction> Undo)> _undo = [];

    /// <summary>
    /// Claims keys of one partition, and writes other rows with them. False: one of them is claimed, or changed since it was read.
    /// </summary>
    public async Task<bool> ClaimAsync(
        IReadOnlyList<LookupWrite> writes, IReadOnlyList<TableTransactionAction> others, CancellationToken cancellation)
    {
        var places = writes.Select(write => LookupPlace.Of(write.Key)).ToList();
        // A key that is new is inserted without a look: whether it is there, the write says.
        var rows = writes.Any(write => write.ExpectedVersion > 0) ? await ReadAsync(places, cancellation) : new TableEntity?[places.Count];
        for (var tries = 1; tries <= MostTries; tries++)
        {
            if (rows.Any(row => row?.GetString("Turn") == turn))
                return true;
            List<(TableEntity Row, TableTransactionAction Action)> actions = [];
            for (var i = 0; i < writes.Count; i++)
            {
                if (Act(writes[i], places[i], rows[i]) is not { } action)
                    return false;
                actions.Add(action);
            }

            var written = await WriteAsync(places[0], [.. actions.Select(action => action.Action), .. others]);
            if (written.Done)
            {
                _undo.Add((places[0], [.. actions.Select((action, i) => TableLookups.GiveBack(action.Row, written.Tags[i]))]));
                return true;
            }

            // Where the service says which one stood in the way, the others need not be read.
            if (written.FailedAt >= 0 && written.FailedAt < rows.Length && rows[written.FailedAt] is null)
                rows[written.FailedAt] = (await ReadAsync([places[written.FailedAt]], cancellation))[0];
            else
                rows = await ReadAsync(places, cancellation);
        }

        return false;
    }

    /// <summary>Takes back what was claimed, as far as nobody else has written it since.</summary>
    public async Task UndoAsync()
    {
        foreach (var (place, undo) in _undo)
            await lookups.TableOf(place).WriteAsync(undo);
    }

    /// <summary>What writes a claim given the row that is there; null: it cannot be claimed.</summary>
    public (TableEntity Row, TableTransactionAction Action)? Act(LookupWrite write, LookupPlace place, TableEntity? there)
    {
        if (write.ExpectedVersion is not { } expected)
        {
            var blind = LookupRow.Make(write, place, turn, unread, null);
            return (blind, Tables.Act.Put(blind));
        }

        var stands = there is not null && LookupRow.Stands(there, now);
        if ((stands ? LookupRow.Version(there!) : 0) != expected)
            return null;
        var row = LookupRow.Make(write, place, turn, there is null ? 1 : LookupRow.Version(there) + 1, stands ? there : null);
        return (row, there is null ? Tables.Act.Add(row) : Tables.Act.Replace(row, there.ETag.ToString()));
    }

    private Task<TableEntity?[]> ReadAsync(IReadOnlyCollection<LookupPlace> places, CancellationToken cancellation) =>
        Task.WhenAll(places.Select(place => lookups.TableOf(place).FindAsync(place.Partition, place.Row, cancellation)));

    private Task<Written> WriteAsync(LookupPlace place, IReadOnlyList<TableTransactionAction> actions) =>
        place.Table == LookupTable.Index ? index.WriteAsync(place.Partition, actions) : lookups.TableOf(place).WriteAsync(actions);
}
