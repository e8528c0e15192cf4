using Azure.Data.Tables;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.AzureTables.Index;

/// <summary>Finds what has changed since an instant, where it is little: so few leads need a look at each, and at no other lead.</summary>
internal sealed class ChangedRows(IndexTable index)
{
    // A page, which shows a partition as it is at one moment: no row can move from what is not read yet to what has been.
    private const int MostOfAShard = Table.MostPerPage;

    /// <summary>
    /// The <see cref="ChangeRow"/>s of each lead of a query that changed at or after an instant, in its order; null: they are many, and to
    /// look through all leads costs less.
    /// </summary>
    public async Task<IReadOnlyList<List<TableEntity>>?> FindAsync(RowQuery query, Instant from, CancellationToken cancellation)
    {
        var range = ChangeRow.Range(from);
        var found = await Task.WhenAll(Shard.All.Select(shard => index.FindAsync(shard, range, MostOfAShard, cancellation)));
        return found.Any(rows => rows is null) ? null
            :
            [
                .. found.SelectMany(rows => rows!).GroupBy(ChangeRow.Place, StringComparer.Ordinal)
                    .Where(lead => ListRow.IsIn(query, lead.Key)).OrderBy(lead => lead.Key, StringComparer.Ordinal)
                    .Select(lead => lead.ToList()),
            ];
    }
}
