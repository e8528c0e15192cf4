using Azure.Data.Tables;
using Handoff.AzureTables.Index;
using Handoff.AzureTables.Keys;
using Handoff.AzureTables.Streams;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Copies;

/// <summary>Finds copies of messages through the index.</summary>
internal sealed class TableCopies(StoreTables tables, IndexTable index, TableKeys keys) : IMailCopyStore
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MailCopy>> ListCopiesAsync(string? leadId, int limit, CancellationToken cancellation)
    {
        List<MailCopy> copies = [];
        if (limit <= 0)
            return copies;
        var first = leadId is null ? CopyRows.Newest : CopyRows.OfLead(leadId);
        await foreach (var pointer in index.ReadAsync(first, EndOf(first), limit, cancellation))
        {
            var row = await FollowAsync(pointer, cancellation);
            // A message sent again has a later time, and perhaps other leads.
            if (row is null || row.GetInt64("At") != pointer.GetInt64("At")
                || (leadId is not null && !CopyRows.Leads(row).Contains(leadId)))
                continue;
            if (await CopyRows.ReadAsync(row, tables.Large, cancellation) is { } copy)
                copies.Add(copy);
            if (copies.Count == limit)
                break;
        }

        return copies;
    }

    /// <inheritdoc/>
    public async ValueTask<MailCopy?> FindCopyAsync(string id, CancellationToken cancellation) =>
        await index.FindAnywhereAsync(CopyRows.ById(id), cancellation) is { } pointer && await FollowAsync(pointer, cancellation) is { } row
            ? await CopyRows.ReadAsync(row, tables.Large, cancellation)
            : null;

    /// <summary>Destroys every copy that names a lead.</summary>
    public async Task DestroyAsync(string leadId)
    {
        var first = CopyRows.OfLead(leadId);
        await foreach (var pointer in index.ReadAsync(first, EndOf(first), expected: 100, CancellationToken.None))
        {
            var partition = StreamKey.Partition(new(StreamKey.Kind(pointer.GetString("Kind")), pointer.GetString("Id")));
            var row = await tables.Streams.FindAsync(partition, StreamKey.Copy(pointer.GetString("CopyId")), CancellationToken.None);
            if (row is not null && CopyRows.Leads(row).Contains(leadId))
            {
                await tables.Streams.WriteAsync(Act.Delete(row.PartitionKey, row.RowKey, "*"));
                await tables.Large.DeleteAsync(row, "Sealed");
            }

            await index.DropAsync(pointer);
        }
    }

    /// <summary>The copy to which a row of the index leads; none of an erased lead, however late it was written.</summary>
    private async Task<TableEntity?> FollowAsync(TableEntity pointer, CancellationToken cancellation)
    {
        var stream = new StreamId(StreamKey.Kind(pointer.GetString("Kind")), pointer.GetString("Id"));
        var row = await tables.Streams.FindAsync(StreamKey.Partition(stream), StreamKey.Copy(pointer.GetString("CopyId")), cancellation);
        if (row is null)
            return null;
        var erased = await Task.WhenAll(CopyRows.Leads(row).Select(lead => keys.IsErasedAsync(lead, cancellation)));
        return erased.Contains(true) ? null : row;
    }

    /// <summary>The end of the keys that begin so; every part of a key is below '~' in order.</summary>
    private static string EndOf(string first) => $"{first}~";
}
