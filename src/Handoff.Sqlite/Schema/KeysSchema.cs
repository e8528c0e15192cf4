namespace Handoff.Sqlite.Schema;

/// <summary>The steps of <c>keys.db</c>: what must not be in a long-lived backup (DESIGN section 4).</summary>
internal static class KeysSchema
{
    public const string FileName = "keys.db";

    private const string First = """
        CREATE TABLE keys (lead TEXT PRIMARY KEY, key BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE secrets (name TEXT PRIMARY KEY, secret BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE erased (lead TEXT PRIMARY KEY) WITHOUT ROWID;
        """;

    public static IReadOnlyList<string> Steps { get; } = [First];
}
