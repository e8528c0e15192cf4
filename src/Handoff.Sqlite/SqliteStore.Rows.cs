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
        List<T> List<T>(string columns, Func<SqliteDataReader, T> read) => database.List(
            SqlOf(query, columns), read, Text(query.ReceivedFrom, Earliest), received, id, AtOnce, Text(query.ChangedFrom, Earliest));
        if (query.IsKnown is not { } isKnown)
            return List("id, row, received_at", ReadRow);
        // Of the leads with clocks the index alone tells which are known.
        return
        [
            .. List("id, received_at, version || '.' || wakes, no", static row => (Row: ReadTag(row), No: row.GetInt64(3))).Select(
                one => isKnown(one.Row.LeadId, one.Row.Tag) ? one.Row : one.Row with { Bytes = ReadBytes(database, one.No) }),
        ];
    }

    private static byte[] ReadBytes(Database database, long no) =>
        database.Find("SELECT row FROM streams WHERE no = ?1", static row => row.GetFieldValue<byte[]>(0), no)!;

    /// <remarks>
    /// The rows that are not ended, and those that came back, have an index of their own, which SQLite takes when the query names its
    /// condition.
    /// </remarks>
    private static string SqlOf(RowQuery query, string columns)
    {
        var numbers = NumbersOf(query.Shelves);
        var unended = query.Shelves is [LeadShelf.Returned] ? "shelf = 4 AND "
            : query.Shelves.Any(shelf => shelf >= LeadShelf.Ended) ? "" : "shelf < 3 AND ";
        var changed = query.ChangedFrom is null ? "" : "AND changed_at >= ?5";
        return $"""
            SELECT {columns} FROM streams
            WHERE {unended}shelf IN ({numbers}) AND received_at >= ?1 AND received_at <= ?2 AND (received_at < ?2 OR id > ?3) {changed}
            ORDER BY received_at DESC, id LIMIT ?4
            """;
    }

    private static string NumbersOf(IReadOnlyList<LeadShelf> shelves) =>
        string.Join(", ", shelves.Select(shelf => ((int)shelf).ToString(CultureInfo.InvariantCulture)));

    private static StoredRow ReadRow(SqliteDataReader row)
    {
        var (id, received) = (row.GetString(0), row.GetString(2));
        return new(id, row.GetFieldValue<byte[]>(1), $"{received} {id}");
    }

    private static StoredRow ReadTag(SqliteDataReader row)
    {
        var (id, received) = (row.GetString(0), row.GetString(1));
        return new(id, default, $"{received} {id}", row.GetString(2));
    }

    private static string Text(NodaTime.Instant? at, string otherwise) => at is { } instant ? InstantColumn.Write(instant) : otherwise;
}
