using System.Globalization;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite;

/// <content>The audit log.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public async ValueTask AppendAsync(AuditEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        cancellation.ThrowIfCancellationRequested();
        await _writer.WriteAsync(group => group.Main
            .Use("INSERT INTO audit (at, act, actor, target, outcome) VALUES (?1, ?2, ?3, ?4, ?5)")
            .Bind(1, entry.At).Bind(2, entry.Act).Bind(3, entry.By).Bind(4, entry.On).Bind(5, entry.Outcome).Run());
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditRow>> ListAuditAsync(string? before, int limit, CancellationToken cancellation) =>
        _main.ReadAsync(
            (before, limit),
            static IReadOnlyList<AuditRow> (database, asked) => ReadAudit(database, asked.before, asked.limit),
            cancellation);

    /// <summary>Reads the log of a data folder, served or not.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="limit">How many entries at most, the newest first.</param>
    /// <exception cref="DataFolderUnusableException">It cannot be read.</exception>
    public static IReadOnlyList<AuditRow> ReadAudit(string folder, int limit)
    {
        try
        {
            using var main = Database.OpenReader(Path.Combine(folder, Schema.HandoffSchema.FileName), KeeperCacheKiB);
            return ReadAudit(main, before: null, limit);
        }
        catch (Microsoft.Data.Sqlite.SqliteException e)
        {
            var why = $"The audit log in {folder} cannot be read ({e.Message}). Serve the folder once with this version.";
            throw new DataFolderUnusableException(Trouble.OfOpening(folder, e) ?? why, e);
        }
    }

    private static List<AuditRow> ReadAudit(Database database, string? before, int limit)
    {
        var isPlace = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var first = isPlace ? number : before is null ? long.MaxValue : 0;
        using var rows = database
            .Use("SELECT no, at, act, actor, target, outcome FROM audit WHERE no < ?1 ORDER BY no DESC LIMIT ?2")
            .Bind(1, first).Bind(2, (long)limit);
        List<AuditRow> log = [];
        while (rows.Step())
        {
            log.Add(new(
                rows.Number(0).ToString(CultureInfo.InvariantCulture),
                new(rows.Instant(1), rows.Text(2), rows.Text(3), rows.Text(4), rows.Text(5))));
        }

        return log;
    }
}
