using Azure.Data.Tables;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.AzureTables.Index;

/// <summary>
/// The rows of the index that one write of a head names: its wake-up, and the lead by when it was received and by when it changed.
/// </summary>
internal static class NamedRows
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether a row that the head does not name may still belong to a turn on its way: it was written over the present head, within the
    /// hour. No turn takes so long.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="stamp">The present head's; empty: there is none.</param>
    /// <param name="now">The service's time.</param>
    public static bool MayLand(TableEntity row, string stamp, DateTimeOffset now) =>
        row.GetString("Over") == stamp && row.Timestamp > now - Abandoned;

    /// <param name="head">The head that is to be written, with their keys.</param>
    /// <param name="stream">The head's stream.</param>
    /// <param name="wakeUp">When it is to be woken; null: it has no such row.</param>
    /// <param name="row">The lead's row; null: it keeps those that it has.</param>
    /// <param name="overStamp">The stamp of the head over which it is to be written; empty: there is none.</param>
    /// <param name="large">Where bytes go that are too many for a row.</param>
    public static async Task<List<TableTransactionAction>> MakeAsync(
        TableEntity head, StreamId stream, Instant? wakeUp, RowWrite? row, string overStamp, LargeBytes large)
    {
        List<TableTransactionAction> rows = [];
        if (wakeUp is { } at)
            rows.Add(Act.Add(WakeRow.Make(head, stream, at, overStamp)));
        if (row is null)
            return rows;
        rows.Add(Act.Add(await ListRow.MakeAsync(head, stream.Id, row, overStamp, large)));
        rows.Add(Act.Add(ChangeRow.Make(head, stream.Id, overStamp)));
        return rows;
    }
}
