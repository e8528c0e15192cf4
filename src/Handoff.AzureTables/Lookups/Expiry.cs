using System.Globalization;
using Handoff.AzureTables.Tables;
using NodaTime;

namespace Handoff.AzureTables.Lookups;

/// <summary>
/// Drops lookup keys that no longer count. An hour later than they stop counting: a version must not come again under who has read it.
/// </summary>
internal sealed class Expiry(StoreTables tables)
{
    private static readonly Duration Grace = Duration.FromHours(1);

    public async Task<int> DropAsync(Instant now, CancellationToken cancellation)
    {
        var before = InstantNumber.Of(now - Grace).ToString(CultureInfo.InvariantCulture);
        var dropped = 0;
        foreach (var table in new[] { tables.Index, tables.Streams })
        {
            await foreach (var row in table.QueryAsync(
                $"Expires lt {before}L", perPage: 1_000, cancellation, "PartitionKey", "RowKey", "Expires"))
            {
                // One that was claimed anew meanwhile has another ETag.
                if ((await table.WriteAsync(Act.Delete(row.PartitionKey, row.RowKey, row.ETag.ToString()))).Done)
                    dropped++;
            }
        }

        return dropped;
    }
}
