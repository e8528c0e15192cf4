using System.Runtime.CompilerServices;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using Microsoft.Data.Sqlite;

namespace Handoff.Sqlite;

/// <content>Lists of streams. They are read a page at a time, so no snapshot is held open while the caller works.</content>
public sealed partial class SqliteStore
{
    private const int AtOnce = 1_000;

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListAsync(StreamKind kind, CancellationToken cancellation) => PageAsync(
        (database, last) => database.List(
            "SELECT no, id FROM streams WHERE kind = ?1 AND no > ?2 ORDER BY no LIMIT ?3", ReadId, kind, last, AtOnce), cancellation);

    private static (long Number, string Id) ReadId(SqliteDataReader row) => (row.GetInt64(0), row.GetString(1));

    private async IAsyncEnumerable<T> PageAsync<T>(
        Func<Database, long, List<(long Number, T Item)>> readAfter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var (last, more) = (0L, true); more;)
        {
            var page = await _main.ReadAsync(
                (last, readAfter), static (database, asked) => asked.readAfter(database, asked.last), cancellation);
            foreach (var (number, item) in page)
            {
                last = number;
                yield return item;
            }

            more = page.Count == AtOnce;
        }
    }
}
