using Azure.Data.Tables;
using Handoff.AzureTables.Copies;
using Handoff.AzureTables.Lookups;
using Handoff.AzureTables.Streams;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Keys;

/// <summary>
/// What an erasure destroys beside the key and the record: lookup keys, copies of messages, blobs. Repeated, it does the rest.
/// </summary>
internal sealed class TableErasure(StoreTables tables, TableLookups lookups, TableKeys keys, TableCopies copies)
{
    public async Task FinishAsync(StreamId lead)
    {
        await foreach (var row in ClaimedAsync(lead))
        {
            foreach (var key in ClaimedRow.Keys(row))
                await DropAsync(key, lead.Id);
        }

        await copies.DestroyAsync(lead.Id);
        await tables.Large.DeleteFolderAsync(StreamKey.PersonalBlobs(lead), CancellationToken.None);
        await keys.FinishAsync(lead.Id);
    }

    /// <summary>Finishes what was cut short. Returns the leads of which the key is destroyed, and the stream was not written.</summary>
    public async Task<IReadOnlyList<string>> SettleAsync(CancellationToken cancellation)
    {
        List<string> unwritten = [];
        foreach (var id in await keys.ListUnfinishedAsync(cancellation))
        {
            var lead = new StreamId(StreamKind.Lead, id);
            var record = await tables.Streams.FindAsync(StreamKey.Partition(lead), StreamKey.Record, cancellation, "Erased");
            if (record?.GetBoolean("Erased") == true)
                await FinishAsync(lead);
            else
                unwritten.Add(id);
        }

        return unwritten;
    }

    private IAsyncEnumerable<TableEntity> ClaimedAsync(StreamId lead)
    {
        var partition = StreamKey.Partition(lead);
        return tables.Streams.QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {"K:"} and RowKey lt {"K;"}"), perPage: 100,
                CancellationToken.None);
    }

    /// <summary>Drops a key that leads to the erased lead, or that a request which joined an erased one had led there.</summary>
    private async Task DropAsync(string key, string lead)
    {
        var place = LookupPlace.Of(key);
        if (await lookups.TableOf(place).FindAsync(place.Partition, place.Row, CancellationToken.None) is not { } row)
            return;
        var to = row.GetString("Lead");
        if (to == lead || await keys.IsErasedAsync(to, CancellationToken.None))
            await lookups.TableOf(place).WriteAsync(Act.Delete(row.PartitionKey, row.RowKey, row.ETag.ToString()));
    }
}
