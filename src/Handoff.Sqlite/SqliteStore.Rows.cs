using System.Globalization;
using System.Runtime.CompilerServices;
using Handoff.Rows;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using Microsoft.Data.Sqlite;

namespace Handoff.Sqlite;

/// <content>Rows of leads. They are read a page at a time, so no snapshot is held open while the caller works.</content>
public sealed partial class SqliteStore
{
    private const string Earliest = "";
    private const string Latest = "~";

    // With more, to look through all costs less than to remember where they stand.
    private const int FewChanges = 50_000;

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredRow> ReadRowsAsync(RowQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (query is { ChangedFrom: { } changed, After: null } && await FindChangedAsync(query, changed, cancellation) is { } places)
        {
            foreach (var some in places.Chunk(AtOnce))
            {
                foreach (var row in await _main.ReadAsync(some, ReadRowsAt, cancellation))
                    yield return row;
            }

            yield break;
        }

        for (var (after, more) = (query.After, true); more;)
        {
            var page = await _main.ReadAsync(
                (query, after), static (database, asked) => ReadRows(database, asked.query, asked.after), cancellation);
            foreach (var row in page)
                yield return row;
            more = page.Count == AtOnce;
            after = more ? page[^1].Cursor : after;
        }
    }

    /// <summary>
    /// Where the rows stand that have changed, in order; null: they are so many that all are looked through, page by page.
    /// </summary>
    private async ValueTask<List<long>?> FindChangedAsync(RowQuery query, NodaTime.Instant changed, CancellationToken cancellation)
    {
        var found = await _main.ReadAsync(
            (query, changed), static (database, asked) => database.List(
                $"""
                SELECT no, received_at, id FROM streams INDEXED BY rows_by_change
                WHERE changed_at >= ?1 AND received_at >= ?2 AND received_at < ?3 AND shelf IN ({NumbersOf(asked.query.Shelves)}) LIMIT ?4
                """,
                static row => (No: row.GetInt64(0), Received: row.GetString(1), Id: row.GetString(2)), InstantColumn.Write(asked.changed),
                Text(asked.query.ReceivedFrom, Earliest), Text(asked.query.ReceivedBefore, Latest), FewChanges),
            cancellation);
        found.Sort(static (one, other) => string.CompareOrdinal(other.Received, one.Received) is not 0 and var order
            ? order : string.CompareOrdinal(one.Id, other.Id));
        return found.Count == FewChanges ? null : found.ConvertAll(static row => row.No);
    }

    private static List<StoredRow> ReadRowsAt(Database database, long[] places) =>
    [
        .. places.Select(no => database.Find<StoredRow?>(
            "SELECT id, row, received_at FROM streams WHERE no = ?1", static row => ReadRow(row), no)).OfType<StoredRow>(),
    ];

    private static List<StoredRow> ReadRows(Database database, RowQuery query, string? after)
    {
        // A cursor is the instant of reception and the id, and no row of the query was received after it.
        var (received, id) = after?.Split(' ', 2) is [var at, var last] ? (at, last) : (Text(query.ReceivedBefore, Latest), null);
        return database.List(
            SqlOf(query.Shelves), ReadRow, Text(query.ReceivedFrom, Earliest), received, Text(query.ChangedFrom, Earliest), id, AtOnce);
    }

    /// <remarks>
    /// The rows that are not ended, and those that came back, have an index of their own, which SQLite takes when the query names its
    /// condition.
    /// </remarks>
    private static string SqlOf(IReadOnlyList<LeadShelf> shelves)
    {
        var numbers = NumbersOf(shelves);
        var unended = shelves is [LeadShelf.Returned] ? "shelf = 4 AND "
            : shelves.Any(shelf => shelf >= LeadShelf.Ended) ? "" : "shelf < 3 AND ";
        return $"""
            SELECT id, row, received_at FROM streams
            WHERE {unended}shelf IN ({numbers}) AND received_at >= ?1 AND received_at <= ?2 AND (received_at < ?2 OR id > ?4)
                AND changed_at >= ?3
            ORDER BY received_at DESC, id LIMIT ?5
            """;
    }

    private static string NumbersOf(IReadOnlyList<LeadShelf> shelves) =>
        string.Join(", ", shelves.Select(shelf => ((int)shelf).ToString(CultureInfo.InvariantCulture)));

    private static StoredRow ReadRow(SqliteDataReader row)
    {
        var (id, received) = (row.GetString(0), row.GetString(2));
        return new(id, row.GetFieldValue<byte[]>(1), $"{received} {id}");
    }

    private static string Text(NodaTime.Instant? at, string otherwise) => at is { } instant ? InstantColumn.Write(instant) : otherwise;
}
