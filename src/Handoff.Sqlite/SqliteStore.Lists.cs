using System.Globalization;
using System.Runtime.CompilerServices;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite;

/// <content>Lists of streams. A page at a time: no snapshot is held open while the caller works.</content>
public sealed partial class SqliteStore
{
    private const int IdsAtOnce = 1_000;

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListOpenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var (last, more) = (0L, true); more;)
        {
            var page = await _main.ReadAsync(last, ReadOpen, cancellation);
            foreach (var (number, id) in page)
            {
                last = number;
                yield return id;
            }

            more = page.Count == IdsAtOnce;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(StreamKind kind, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var (last, more) = (0L, true); more;)
        {
            var page = await _main.ReadAsync((last, kind), ReadKind, cancellation);
            foreach (var (number, id) in page)
            {
                last = number;
                yield return id;
            }

            more = page.Count == IdsAtOnce;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<OpenLead> ListOpenLeadsAsync(Func<string, string, bool> isKnown, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var (last, more) = (0L, true); more;)
        {
            var page = await _main.ReadAsync((last, isKnown), ReadOpenLeads, cancellation);
            foreach (var (number, lead) in page)
            {
                last = number;
                yield return lead;
            }

            more = page.Count == IdsAtOnce;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListNewestAsync(string lowest, int limit, CancellationToken cancellation) =>
        _main.ReadAsync((lowest, limit), static IReadOnlyList<string> (database, asked) =>
        {
            using var rows = database.Use("SELECT id FROM streams WHERE id >= ?1 AND kind = ?2 ORDER BY id DESC LIMIT ?3")
                .Bind(1, asked.lowest).Bind(2, (long)StreamKind.Lead).Bind(3, (long)asked.limit);
            List<string> ids = [];
            while (rows.Step())
                ids.Add(rows.Text(0));
            return ids;
        }, cancellation);

    private static List<(long Number, OpenLead Lead)> ReadOpenLeads(Database database, (long Last, Func<string, string, bool> IsKnown) asked)
    {
        using var rows = database.Use("SELECT no, id, version, wakes, state FROM streams WHERE is_open = 1 AND kind = ?1 AND no > ?2 ORDER BY no LIMIT ?3")
            .Bind(1, (long)StreamKind.Lead).Bind(2, asked.Last).Bind(3, (long)IdsAtOnce);
        List<(long Number, OpenLead Lead)> leads = [];
        while (rows.Step())
        {
            var (id, mark) = (rows.Text(1), string.Create(CultureInfo.InvariantCulture, $"{rows.Number(2)}.{rows.Number(3)}"));
            leads.Add((rows.Number(0), new(id, mark, asked.IsKnown(id, mark) ? (ReadOnlyMemory<byte>?)null : rows.Unpacked(4))));
        }

        return leads;
    }

    private static List<(long Number, string Id)> ReadOpen(Database database, long last)
    {
        using var rows = database.Use("SELECT no, id FROM streams WHERE is_open = 1 AND kind = ?1 AND no > ?2 ORDER BY no LIMIT ?3")
            .Bind(1, (long)StreamKind.Lead).Bind(2, last).Bind(3, (long)IdsAtOnce);
        return ReadIds(rows);
    }

    private static List<(long Number, string Id)> ReadKind(Database database, (long Last, StreamKind Kind) from)
    {
        using var rows = database.Use("SELECT no, id FROM streams WHERE kind = ?1 AND no > ?2 ORDER BY no LIMIT ?3")
            .Bind(1, (long)from.Kind).Bind(2, from.Last).Bind(3, (long)IdsAtOnce);
        return ReadIds(rows);
    }

    private static List<(long Number, string Id)> ReadIds(Statement rows)
    {
        List<(long Number, string Id)> ids = [];
        while (rows.Step())
            ids.Add((rows.Number(0), rows.Text(1)));
        return ids;
    }
}
