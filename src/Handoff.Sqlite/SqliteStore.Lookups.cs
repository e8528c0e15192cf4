using Handoff.Routing;
using Handoff.Service.Storage;
using Handoff.Sqlite.Rotas;
using NodaTime;

namespace Handoff.Sqlite;

/// <content>What crosses leads: lookup keys and rotas.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public ValueTask<Lookup?> FindLookupAsync(string key, Instant now, CancellationToken cancellation) =>
        _main.ReadAsync((key, now), static (database, asked) =>
        {
            using var row = database.Use("SELECT lead, data, version, expires_at FROM lookups WHERE key = ?1").Bind(1, asked.key);
            return row.Step() && (row.InstantOrNull(3) is not { } expiry || expiry > asked.now)
                ? new Lookup(asked.key, row.Text(0), row.Text(1), row.Number(2))
                : null;
        }, cancellation);

    /// <inheritdoc/>
    public ValueTask<Lookup?> GuessLookupAsync(string key, Instant now, CancellationToken cancellation) => FindLookupAsync(key, now, cancellation);

    /// <inheritdoc/>
    public ValueTask<RotaSnapshot> ReadRotaAsync(string team, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
            return ValueTask.FromResult(_book.Read(team));
    }

    /// <inheritdoc/>
    public async ValueTask ReplaceRotasAsync(IReadOnlyCollection<Rota> rotas, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await _writer.WriteAsync(group =>
        {
            RotaRows.Replace(group.Main, rotas);
            return group.ReplacedRotas = true;
        });
    }
}
