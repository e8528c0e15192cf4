using Azure.Data.Tables;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Audit;

/// <summary>The audit log: a table of its own, one partition, the newest entry first. Rows are added and never written again.</summary>
internal sealed class TableAudit(StoreTables tables) : IAuditStore
{
    private const string Partition = "audit";

    // Two of one instant are kept in the order in which this process added them.
    private long _added;

    /// <inheritdoc/>
    public async ValueTask AppendAsync(AuditEntry entry, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var at = InstantNumber.Of(entry.At);
        var added = InstantNumber.Falling(Interlocked.Increment(ref _added));
        var place = $"{InstantNumber.Falling(at)}-{added}-{Guid.NewGuid():N}";
        var row = new TableEntity(Partition, place)
        {
            ["At"] = at,
            ["Act"] = entry.Act,
            ["By"] = entry.By,
            ["On"] = entry.On,
            ["Outcome"] = entry.Outcome,
        };
        // One that is there already is this one, of which no answer came the first time: no two have one place.
        await tables.Audit.WriteAsync(Act.Add(row));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AuditRow>> ListAuditAsync(string? before, int limit, CancellationToken cancellation)
    {
        var filter = before is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {Partition}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey gt {before}");
        List<AuditRow> log = [];
        await foreach (var row in tables.Audit.QueryAsync(filter, perPage: Math.Min(limit, 1_000), cancellation))
        {
            log.Add(new(row.RowKey, new(
                InstantNumber.Read(row.GetInt64("At") ?? 0), row.GetString("Act"), row.GetString("By"), row.GetString("On"),
                row.GetString("Outcome"))));
            if (log.Count == limit)
                break;
        }

        return log;
    }
}
