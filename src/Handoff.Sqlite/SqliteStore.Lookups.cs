using Handoff.Routing;
using Handoff.Service.Storage;
using Handoff.Sqlite.Rotas;
using Handoff.Sqlite.Writing;
using NodaTime;

namespace Handoff.Sqlite;

/// <content>What crosses leads: lookup keys and rotas.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public ValueTask<Lookup?> FindLookupAsync(string key, Instant now, CancellationToken cancellation) =>
        _main.ReadAsync((key, now), static (database, asked) => LookupRows.Find(database, asked.key, asked.now), cancellation);

    /// <inheritdoc/>
    public ValueTask<RotaSnapshot> ReadRotaAsync(string team, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_book.Read(team));
    }

    /// <inheritdoc/>
    public async ValueTask ReplaceRotasAsync(IReadOnlyCollection<Rota> rotas, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await _writer.WriteAsync(group =>
        {
            RotaRows.Replace(group.Main, rotas);
            return group.ReplacedRotas = RotaRows.Load(group.Main);
        });
    }
}
