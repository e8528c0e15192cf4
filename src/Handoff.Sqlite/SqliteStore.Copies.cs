using System.Collections.Immutable;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using Handoff.Sqlite.Writing;

namespace Handoff.Sqlite;

/// <content>Copies of messages.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MailCopy>> ListCopiesAsync(string? leadId, int limit, CancellationToken cancellation) =>
        _main.ReadAsync((leadId, limit), static IReadOnlyList<MailCopy> (database, asked) =>
        {
            using var rows = asked.leadId is { } lead
                ? database.Use("""
                    SELECT id, kind, at, leads, sealed FROM copy_leads JOIN copies ON no = copy
                    WHERE lead = ?2 ORDER BY at DESC, no DESC LIMIT ?1
                    """).Bind(1, (long)asked.limit).Bind(2, lead)
                : database.Use("SELECT id, kind, at, leads, sealed FROM copies ORDER BY at DESC, no DESC LIMIT ?1").Bind(1, (long)asked.limit);
            List<MailCopy> copies = [];
            while (rows.Step())
                copies.Add(ReadCopy(rows));
            return copies;
        }, cancellation);

    /// <inheritdoc/>
    public ValueTask<MailCopy?> FindCopyAsync(string id, CancellationToken cancellation) =>
        _main.ReadAsync(id, static (database, id) =>
        {
            using var row = database.Use("SELECT id, kind, at, leads, sealed FROM copies WHERE id = ?1").Bind(1, id);
            return row.Step() ? ReadCopy(row) : null;
        }, cancellation);

    private static MailCopy ReadCopy(Statement row) => new(
        row.Text(0), row.Text(1), row.Instant(2), ImmutableArray.Create(CopyRows.ReadLeads(row.Text(3))), row.Bytes(4));
}
