using System.Collections.Immutable;
using System.Globalization;
using Azure.Data.Tables;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Streams;

/// <summary>
/// The rows of events: one each, and several in one where a turn has more than a transaction takes. Every one names the turn that wrote it,
/// by which a turn whose answer was lost is found again.
/// </summary>
internal static class EventRows
{
    /// <summary>How many rows a turn's events take at most, while they are small: a transaction has 100 operations.</summary>
    private const int MostRows = 80;

    /// <summary>The bytes after which a row takes no further event.</summary>
    private const int FullAt = 256 * 1024;

    /// <summary>Three columns and its chunks: a row has at most 252 columns.</summary>
    private const int MostInARow = 40;

    /// <summary>The most events of one turn.</summary>
    public const int MostEvents = MostRows * MostInARow;

    public static async Task<List<TableEntity>> MakeAsync(
        StreamId stream, long after, ImmutableArray<NewEvent> events, string turn, LargeBytes large, InlineRoom room)
    {
        var perRow = (events.Length + MostRows - 1) / MostRows;
        List<TableEntity> rows = [];
        var (inRow, bytes) = (perRow, 0);
        for (var i = 0; i < events.Length; i++)
        {
            if (inRow >= perRow || bytes > FullAt)
            {
                rows.Add(new(StreamKey.Partition(stream), StreamKey.Events(after + 1 + i)) { ["First"] = after + 1 + i, ["Turn"] = turn });
                (inRow, bytes) = (0, 0);
            }

            var row = rows[^1];
            row[Name("At", inRow)] = InstantNumber.Of(events[i].At);
            row[Name("Type", inRow)] = events[i].Type;
            bytes += await large.PutAsync(
                row, Name("Json", inRow), events[i].Json, room.For(events[i].Json.Length), StreamKey.Blobs(row.PartitionKey));
            row["Count"] = ++inRow;
        }

        return rows;
    }

    /// <summary>The first row in which an event can be: a row is named after its first.</summary>
    public static string FirstRowWith(long sequence) => StreamKey.Events(Math.Max(0, sequence + 1 - MostInARow));

    public static async Task ReadAsync(TableEntity row, LargeBytes large, List<StoredEvent> into, CancellationToken cancellation)
    {
        var first = row.GetInt64("First") ?? 0;
        for (var i = 0; i < row.GetInt32("Count"); i++)
        {
            into.Add(new(
                first + i, InstantNumber.Read(row.GetInt64(Name("At", i)) ?? 0), row.GetString(Name("Type", i)),
                await large.FindAsync(row, Name("Json", i), cancellation) ?? []));
        }
    }

    private static string Name(string column, int of) => string.Create(CultureInfo.InvariantCulture, $"{column}{of}");
}

/// <summary>
/// How much of a turn may go into its transaction: 4 MiB on the wire, where bytes are a third longer. What finds no room goes into a blob.
/// </summary>
internal sealed class InlineRoom
{
    private const int Most = 2 * 1024 * 1024;
    private const int MostOfOne = 256 * 1024;

    private int _left = Most;

    /// <summary>The most bytes that a thing of this size may have inline: its size or 0.</summary>
    public int For(int size, int most = MostOfOne)
    {
        if (size > most || size > _left)
            return 0;
        _left -= size;
        return size;
    }
}
