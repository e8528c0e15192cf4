using Handoff.Routing;
using Handoff.Service.Storage;
using Handoff.Sqlite.Lookups;
using Handoff.Sqlite.Rotas;
using NodaTime;

namespace Handoff.Sqlite;

/// <content>What crosses leads: lookup keys and rotas.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public async ValueTask<Lookup?> FindLookupAsync(string key, Instant now, CancellationToken cancellation)
    {
        // Before a connection is taken: pages need it meanwhile.
        if (_recent.IsLoading && LookupKey.IsRecent(key))
            await _recent.WhenLoadedAsync().WaitAsync(cancellation);
        return await _main.ReadAsync((key, now, _recent), static (database, asked) => LookupRows.Find(database, asked._recent, asked.key, asked.now), cancellation);
    }

    /// <inheritdoc/>
    /// <remarks>What is in memory is known; anything else the writer looks up anyhow, on pages that it has at hand.</remarks>
    public ValueTask<Lookup?> GuessLookupAsync(string key, Instant now, CancellationToken cancellation) =>
        LookupKey.IsRecent(key) ? FindLookupAsync(key, now, cancellation) : ValueTask.FromResult<Lookup?>(null);

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
