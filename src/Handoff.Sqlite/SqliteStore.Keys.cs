using System.Collections.Concurrent;
using System.Security.Cryptography;
using Handoff.Sqlite.Writing;

namespace Handoff.Sqlite;

/// <content>Keys, in a file of their own.</content>
public sealed partial class SqliteStore
{
    private const int SecretBytes = 32;

    private readonly ConcurrentDictionary<string, byte[]> _secrets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<byte[]?> FindKeyAsync(string leadId, CancellationToken cancellation) =>
        _keys.ReadAsync(leadId, static (database, leadId) => database.Find(
            "SELECT key FROM keys WHERE lead = ?1", static row => row.GetFieldValue<byte[]>(0), leadId), cancellation);

    /// <inheritdoc/>
    public async ValueTask<byte[]> SecretAsync(string name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!_secrets.TryGetValue(name, out var secret))
            _secrets[name] = secret = await _writer.WriteAsync(group => FindOrMake(group, name));
        return [.. secret];
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListErasedAsync(CancellationToken cancellation) =>
        _keys.ReadAsync(0, static (database, _) => Erasure.List(database), cancellation);

    private static byte[] FindOrMake(WriteGroup group, string name)
    {
        if (group.Keys.Find("SELECT secret FROM secrets WHERE name = ?1", static row => row.GetFieldValue<byte[]>(0), name) is { } known)
            return known;
        var made = RandomNumberGenerator.GetBytes(SecretBytes);
        group.KeysToWrite().Run("INSERT INTO secrets (name, secret) VALUES (?1, ?2)", name, made);
        return made;
    }
}
