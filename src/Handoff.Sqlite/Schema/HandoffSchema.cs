namespace Handoff.Sqlite.Schema;

/// <summary>The steps of <c>handoff.db</c>.</summary>
internal static class HandoffSchema
{
    public const string FileName = "handoff.db";

    // Events and records are keyed by the stream's number, not its id: numbers rise, so the rows of new leads stand side by side and many
    // commits share few pages.
    private const string First = """
        CREATE TABLE streams (
            no INTEGER PRIMARY KEY,
            kind INTEGER NOT NULL,
            id TEXT NOT NULL,
            version INTEGER NOT NULL,
            wake_up INTEGER,
            is_open INTEGER NOT NULL,
            status TEXT NOT NULL,
            state BLOB NOT NULL
        );
        CREATE UNIQUE INDEX streams_by_id ON streams (id, kind);
        CREATE INDEX streams_by_wake_up ON streams (wake_up) WHERE wake_up IS NOT NULL;
        CREATE INDEX streams_open ON streams (no) WHERE is_open = 1;

        CREATE TABLE events (
            stream INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            at INTEGER NOT NULL,
            type TEXT NOT NULL,
            json BLOB NOT NULL,
            PRIMARY KEY (stream, sequence)
        ) WITHOUT ROWID;

        CREATE TABLE records (stream INTEGER PRIMARY KEY, sealed BLOB NOT NULL);

        CREATE TABLE lookups (
            key TEXT PRIMARY KEY,
            lead TEXT NOT NULL,
            data TEXT NOT NULL,
            version INTEGER NOT NULL,
            expires_at INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX lookups_by_lead ON lookups (lead);
        CREATE INDEX lookups_by_expiry ON lookups (expires_at) WHERE expires_at IS NOT NULL;

        CREATE TABLE copies (
            no INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            leads TEXT NOT NULL,
            sealed BLOB NOT NULL
        );
        CREATE UNIQUE INDEX copies_by_id ON copies (id);
        CREATE INDEX copies_by_at ON copies (at);
        CREATE TABLE copy_leads (lead TEXT NOT NULL, copy INTEGER NOT NULL, PRIMARY KEY (lead, copy)) WITHOUT ROWID;

        CREATE TABLE rotas (team TEXT PRIMARY KEY, turns INTEGER NOT NULL, version INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE rota_entries (
            team TEXT NOT NULL,
            rep TEXT NOT NULL,
            load INTEGER NOT NULL,
            credit INTEGER NOT NULL,
            last_turn INTEGER NOT NULL,
            PRIMARY KEY (team, rep)
        ) WITHOUT ROWID;

        CREATE TABLE absences (person TEXT NOT NULL, start TEXT NOT NULL, until TEXT, PRIMARY KEY (person, start)) WITHOUT ROWID;
        CREATE TABLE texts (name TEXT PRIMARY KEY, content TEXT NOT NULL);
        CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """;

    // How often the stream was woken from outside: a turn that read the head before must not overwrite it.
    private const string CountsWakes = "ALTER TABLE streams ADD COLUMN wakes INTEGER NOT NULL DEFAULT 0";

    // Keys that begin alike stand together; those that count for minutes are appended in the order of time.
    private const string GroupsLookups = """
        CREATE TABLE recent_lookups (
            no INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            lead TEXT NOT NULL,
            data TEXT NOT NULL,
            version INTEGER NOT NULL,
            expires_at INTEGER
        );
        INSERT INTO recent_lookups (key, lead, data, version, expires_at)
            SELECT key, lead, data, version, expires_at FROM lookups WHERE key LIKE 'body:%' ORDER BY expires_at;
        DELETE FROM lookups WHERE key LIKE 'body:%';
        UPDATE lookups SET key = substr(key, instr(key, ':') + 1) || ':' || substr(key, 1, instr(key, ':') - 1) WHERE instr(key, ':') > 1;
        """;

    // The events of a turn in one row, and states, packed: shorter rows, fewer of them. The functions are Migration's.
    private const string PacksRows = """
        CREATE TABLE turns (stream INTEGER NOT NULL, last INTEGER NOT NULL, events BLOB NOT NULL, PRIMARY KEY (stream, last)) WITHOUT ROWID;
        INSERT INTO turns (stream, last, events) SELECT stream, sequence, pack_event(at, type, json) FROM events ORDER BY stream, sequence;
        DROP TABLE events;
        UPDATE streams SET state = pack(state);
        """;

    // Rows that stand in the order of time, and a small index of their random keys; hashes and ids as bytes. The functions are Migration's.
    private const string ShortensLookups = """
        CREATE TABLE short_lookups (
            no INTEGER PRIMARY KEY,
            place INTEGER NOT NULL,
            key BLOB NOT NULL,
            lead BLOB NOT NULL,
            data TEXT NOT NULL,
            version INTEGER NOT NULL,
            expires_at INTEGER
        );
        INSERT INTO short_lookups (place, key, lead, data, version, expires_at)
            SELECT key_place(key), short_key(key), CASE WHEN length(lead) = 32 AND lead NOT GLOB '*[^0-9a-f]*' THEN unhex(lead) ELSE lead END, data, version, expires_at FROM lookups;
        DROP TABLE lookups;
        ALTER TABLE short_lookups RENAME TO lookups;
        CREATE INDEX lookups_by_place ON lookups (place);
        CREATE INDEX lookups_by_lead ON lookups (lead);
        CREATE INDEX lookups_by_expiry ON lookups (expires_at) WHERE expires_at IS NOT NULL;

        CREATE TABLE short_recent_lookups (
            no INTEGER PRIMARY KEY,
            key BLOB NOT NULL,
            lead BLOB NOT NULL,
            data TEXT NOT NULL,
            version INTEGER NOT NULL,
            expires_at INTEGER
        );
        INSERT INTO short_recent_lookups (no, key, lead, data, version, expires_at)
            SELECT no, short_key(substr(key, instr(key, ':') + 1) || ':' || substr(key, 1, instr(key, ':') - 1)),
                CASE WHEN length(lead) = 32 AND lead NOT GLOB '*[^0-9a-f]*' THEN unhex(lead) ELSE lead END, data, version, expires_at FROM recent_lookups;
        DROP TABLE recent_lookups;
        ALTER TABLE short_recent_lookups RENAME TO recent_lookups;
        """;

    // Nothing changes in the file, but a state may lack the last events from here on: a build that does not add them is not to open it.
    private const string SparesStates = "UPDATE streams SET wakes = wakes WHERE 0";

    // The file itself refuses to change or delete an entry.
    private const string KeepsAudit = """
        CREATE TABLE audit (
            no INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            act TEXT NOT NULL,
            actor TEXT NOT NULL,
            target TEXT NOT NULL,
            outcome TEXT NOT NULL
        );
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        """;

    public static IReadOnlyList<string> Steps { get; } =
        [First, CountsWakes, GroupsLookups, PacksRows, ShortensLookups, SparesStates, KeepsAudit];
}
