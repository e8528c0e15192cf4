using System.Collections.Concurrent;
using System.Collections.Immutable;
using Handoff.AzureTables.Streams;
using Handoff.AzureTables.Tables;
using Handoff.Routing;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Rotas;

/// <summary>
/// Rotas, one versioned record per team (design section 4): a turn reserves, then commits. A reservation is settled by the next write of
/// the record, or by <see cref="SettleAsync"/> when the process that made it is gone.
/// </summary>
internal sealed class TableRotas(Table table, Fence fence, TimeProvider time) : IRotaStore, IDisposable
{
    /// <summary>A turn on its way takes seconds.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, TeamRota> _teams = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<RotaSnapshot> ReadRotaAsync(string team, CancellationToken cancellation)
    {
        var document = await Of(team).ReadAsync(cancellation);
        return new(document.Current, document.Version);
    }

    /// <summary>Reserves what a turn changes. False: the rota on which it rests has changed, and nothing is reserved.</summary>
    public async Task<bool> TryReserveAsync(Turn turn, string mark, CancellationToken cancellation)
    {
        var guard = turn.RotaGuard;
        var teams = turn.Rota.GroupBy(change => change.Team, StringComparer.Ordinal)
            .ToDictionary(team => team.Key, team => team.ToImmutableArray(), StringComparer.Ordinal);
        if (guard is not null && !teams.ContainsKey(guard.Team))
            teams[guard.Team] = [];

        // The guarded one first: the others need no taking back when it conflicts.
        foreach (var (team, changes) in teams.OrderByDescending(one => one.Key == guard?.Team))
        {
            var reservation = new Reservation(
                mark, StreamKey.Letter(turn.Stream.Kind), turn.Stream.Id, turn.ExpectedVersion, time.GetUtcNow(), changes);
            var reserved = await Of(team).ChangeAsync(document => Reserve(document, reservation, guard), cancellation);
            if (reserved is null)
                return false;
        }

        return true;
    }

    /// <summary>Tells what became of a turn. What landed is settled with the next write; what did not is taken back at once.</summary>
    public async Task TellAsync(Turn turn, string mark, bool landed, CancellationToken cancellation)
    {
        foreach (var team in turn.Rota.Select(change => change.Team).Distinct(StringComparer.Ordinal))
        {
            Of(team).Tell(mark, landed);
            if (!landed)
            {
                await Of(team).ChangeAsync(
                    document => document.Reserved.Any(one => one.Turn == mark) ? document with { } : document, cancellation);
            }
        }
    }

    /// <summary>
    /// Settles every reservation that no turn on its way can still hold: it is kept if its turn is in the stream, else taken back.
    /// </summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync(filter: null, perPage: 100, cancellation, "Team"))
        {
            var team = Of(row.GetString("Team"));
            team.Forget();
            var old = time.GetUtcNow() - OnItsWay;
            foreach (var one in (await team.ReadAsync(cancellation)).Reserved.Where(one => one.At < old))
            {
                var stream = new StreamId(StreamKey.Kind(one.Kind), one.Stream);
                team.Tell(one.Turn, await fence.LandedForGoodAsync(stream, one.Version, one.Turn, cancellation));
            }

            await team.ChangeAsync(document => document.Reserved.IsEmpty ? document : document with { }, cancellation);
        }
    }

    /// <inheritdoc/>
    public async ValueTask ReplaceRotasAsync(IReadOnlyCollection<Rota> rotas, CancellationToken cancellation)
    {
        var anew = rotas.ToDictionary(rota => rota.Team, StringComparer.Ordinal);
        var teams = new HashSet<string>(anew.Keys, StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync(filter: null, perPage: 100, cancellation, "Team"))
            teams.Add(row.GetString("Team"));
        foreach (var team in teams)
        {
            Of(team).Forget();
            await Of(team).ChangeAsync(
                document => new(anew.GetValueOrDefault(team) ?? Rota.Empty(team), [], document.Version + 1), cancellation);
        }
    }

    public void Dispose()
    {
        foreach (var team in _teams.Values)
            team.Dispose();
    }

    private static RotaDocument? Reserve(RotaDocument document, Reservation reservation, RotaGuard? guard)
    {
        // A write whose answer was lost, and which is there.
        if (document.Reserved.Any(one => one.Turn == reservation.Turn))
            return document;
        if (guard is not null && guard.Team == document.Settled.Team && guard.Version != document.Version)
            return null;
        return reservation.Changes.IsEmpty
            ? document
            : document with { Reserved = document.Reserved.Add(reservation), Version = document.Version + 1 };
    }

    private TeamRota Of(string team) => _teams.GetOrAdd(team, name => new TeamRota(table, name));
}
