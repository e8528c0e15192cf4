using System.Globalization;
using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite;

/// <summary>The tables of one of the two files.</summary>
/// <param name="FileName">The file's name within the data folder.</param>
/// <param name="Version">The file's <c>user_version</c>.</param>
/// <param name="Tables">The statements that make the tables.</param>
internal sealed record Schema(string FileName, int Version, string Tables)
{
    /// <summary>Everything but the keys.</summary>
    public static Schema Data { get; } = new("handoff.db", 1, """
        CREATE TABLE streams (
            no INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            version INTEGER NOT NULL,
            wakes INTEGER NOT NULL DEFAULT 0,
            wake_up TEXT,
            shelf INTEGER,
            received_at TEXT,
            changed_at TEXT,
            row TEXT,
            state TEXT NOT NULL,
            UNIQUE (id, kind)
        );
        CREATE INDEX streams_by_wake_up ON streams (wake_up) WHERE wake_up IS NOT NULL;
        CREATE INDEX rows_by_reception ON streams (received_at DESC, id) WHERE received_at IS NOT NULL;
        CREATE INDEX rows_by_change ON streams (changed_at) WHERE changed_at IS NOT NULL;
        CREATE INDEX rows_unended ON streams (received_at DESC, id, shelf, version, wakes) WHERE shelf < 3;
        CREATE INDEX rows_returned ON streams (received_at DESC, id) WHERE shelf = 4;

        CREATE TABLE events (
            stream TEXT NOT NULL,
            kind TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            at TEXT NOT NULL,
            type TEXT NOT NULL,
            json TEXT NOT NULL,
            PRIMARY KEY (stream, kind, sequence)
        ) WITHOUT ROWID;

        CREATE TABLE records (lead TEXT PRIMARY KEY, sealed BLOB NOT NULL);

        CREATE TABLE lookups (
            key TEXT PRIMARY KEY,
            lead TEXT NOT NULL,
            data TEXT NOT NULL,
            version INTEGER NOT NULL,
            expires_at TEXT
        ) WITHOUT ROWID;
        CREATE INDEX lookups_by_lead ON lookups (lead);
        CREATE INDEX lookups_by_expiry ON lookups (expires_at) WHERE expires_at IS NOT NULL;

        CREATE TABLE copies (
            no INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            at TEXT NOT NULL,
            leads TEXT NOT NULL,
            sealed BLOB NOT NULL
        );
        CREATE INDEX copies_by_at ON copies (at);
        CREATE TABLE copy_leads (lead TEXT NOT NULL, copy TEXT NOT NULL, PRIMARY KEY (lead, copy)) WITHOUT ROWID;

        CREATE TABLE rotas (team TEXT PRIMARY KEY, turns INTEGER NOT NULL, version INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE rota_entries (
            team TEXT NOT NULL,
            rep TEXT NOT NULL,
            load INTEGER NOT NULL,
            credit INTEGER NOT NULL,
            last_turn INTEGER NOT NULL,
            day TEXT,
            given INTEGER,
            PRIMARY KEY (team, rep)
        ) WITHOUT ROWID;

        CREATE TABLE absences (person TEXT NOT NULL, start TEXT NOT NULL, until TEXT, PRIMARY KEY (person, start)) WITHOUT ROWID;
        CREATE TABLE texts (name TEXT PRIMARY KEY, content TEXT NOT NULL);
        CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE snapshots (name TEXT PRIMARY KEY, bytes BLOB NOT NULL);

        CREATE TABLE audit (
            no INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            act TEXT NOT NULL,
            actor TEXT NOT NULL,
            target TEXT NOT NULL,
            outcome TEXT NOT NULL
        );
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        """);

    /// <summary>What must not be in a long-lived backup (design section 4).</summary>
    public static Schema Keys { get; } = new("keys.db", 1, """
        CREATE TABLE keys (lead TEXT PRIMARY KEY, key BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE secrets (name TEXT PRIMARY KEY, secret BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE erased (lead TEXT PRIMARY KEY) WITHOUT ROWID;
        """);

    /// <summary>Makes the tables in an empty file.</summary>
    /// <exception cref="DataFolderVersionException">The file has another version.</exception>
    public void Prepare(Database database)
    {
        database.Begin();
        try
        {
            var version = database.Number("PRAGMA user_version");
            if (version == 0)
                database.Execute(string.Create(CultureInfo.InvariantCulture, $"{Tables}; PRAGMA user_version = {Version}"));
            else if (version != Version)
                throw Refusal(version);
            database.Commit();
        }
        catch
        {
            database.Rollback();
            throw;
        }
    }

    private DataFolderVersionException Refusal(long version) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{FileName} has schema version {version}, and this handoff reads version {Version} alone. Another version of handoff wrote it: "
        + $"use that one, or restore a backup made by this one. Nothing was changed."));
}
