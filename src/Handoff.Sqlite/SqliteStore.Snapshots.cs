using Handoff.Service.Storage;

namespace Handoff.Sqlite;

/// <content>What was made of rows and can be made of them again.</content>
public sealed partial class SqliteStore : ISnapshotStore
{
    /// <inheritdoc/>
    public ValueTask<byte[]?> FindSnapshotAsync(string name, CancellationToken cancellation) =>
        _main.ReadAsync(name, static (database, name) => database.Find(
            "SELECT bytes FROM snapshots WHERE name = ?1", static row => row.GetFieldValue<byte[]>(0), name), cancellation);

    /// <inheritdoc/>
    public async ValueTask SaveSnapshotAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await _writer.WriteAsync(group => group.Main.Run(
            "INSERT INTO snapshots (name, bytes) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes",
            name, bytes.ToArray()));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListSnapshotsAsync(CancellationToken cancellation) =>
        _main.ReadAsync(0, static IReadOnlyList<string> (database, _) =>
            database.List("SELECT name FROM snapshots", static row => row.GetString(0)), cancellation);

    /// <inheritdoc/>
    public async ValueTask DropSnapshotAsync(string name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await _writer.WriteAsync(group => group.Main.Run("DELETE FROM snapshots WHERE name = ?1", name));
    }
}
