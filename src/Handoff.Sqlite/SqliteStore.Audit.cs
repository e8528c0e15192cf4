using System.Globalization;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using Microsoft.Data.Sqlite;

namespace Handoff.Sqlite;

/// <content>The audit log.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public async ValueTask AppendAsync(AuditEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        cancellation.ThrowIfCancellationRequested();
        await _writer.WriteAsync(group => group.Main.Run(
            "INSERT INTO audit (at, act, actor, target, outcome) VALUES (?1, ?2, ?3, ?4, ?5)",
            entry.At, entry.Act, entry.By, entry.On, entry.Outcome));
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
            using var main = Database.OpenReader(Path.Combine(folder, Schema.Data.FileName), ReaderCacheKiB);
            return ReadAudit(main, before: null, limit);
        }
        catch (SqliteException e)
        {
            var why = $"The audit log in {folder} cannot be read ({e.Message}). Serve the folder once with this version.";
            throw new DataFolderUnusableException(Trouble.OfOpening(folder, e) ?? why, e);
        }
    }

    private static List<AuditRow> ReadAudit(Database database, string? before, int limit)
    {
        var isPlace = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return database.List(
            "SELECT no, at, act, actor, target, outcome FROM audit WHERE no < ?1 ORDER BY no DESC LIMIT ?2",
            static row => new AuditRow(
                row.GetInt64(0).ToString(CultureInfo.InvariantCulture),
                new(row.Instant(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5))),
            isPlace ? number : before is null ? long.MaxValue : 0, limit);
    }
}
