using System.Collections.Immutable;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using Handoff.Sqlite.Writing;
using Microsoft.Data.Sqlite;

namespace Handoff.Sqlite;

/// <content>Copies of messages.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MailCopy>> ListCopiesAsync(string? leadId, int limit, CancellationToken cancellation) =>
        _main.ReadAsync((leadId, limit), static IReadOnlyList<MailCopy> (database, asked) => asked.leadId is { } lead
            ? database.List(
                """
                SELECT id, kind, at, leads, sealed FROM copy_leads JOIN copies ON id = copy
                WHERE lead = ?1 ORDER BY at DESC, no DESC LIMIT ?2
                """,
                ReadCopy, lead, asked.limit)
            : database.List(
                "SELECT id, kind, at, leads, sealed FROM copies ORDER BY at DESC, no DESC LIMIT ?1", ReadCopy, asked.limit), cancellation);

    /// <inheritdoc/>
    public ValueTask<MailCopy?> FindCopyAsync(string id, CancellationToken cancellation) =>
        _main.ReadAsync(id, static (database, id) =>
            database.Find("SELECT id, kind, at, leads, sealed FROM copies WHERE id = ?1", ReadCopy, id), cancellation);

    private static MailCopy ReadCopy(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.Instant(2),
        ImmutableArray.Create(CopyRows.ReadLeads(row.GetString(3))), row.GetFieldValue<byte[]>(4));
}
