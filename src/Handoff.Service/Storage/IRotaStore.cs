using Handoff.Routing;

namespace Handoff.Service.Storage;

/// <summary>A team's rota as it stands.</summary>
/// <param name="Rota">The rota.</param>
/// <param name="Version">Grows with every change; 0 for one that was never changed.</param>
public sealed record RotaSnapshot(Rota Rota, long Version);

/// <summary>Reads rotas. They change only with a turn (<see cref="Turn.Rota"/>); turns that are on their way count already.</summary>
public interface IRotaStore
{
    /// <summary>The rota of a team; an empty one if nothing was ever given out.</summary>
    ValueTask<RotaSnapshot> ReadRotaAsync(string team, CancellationToken cancellation);

    /// <summary>Writes every rota anew (`rebuild`), while nothing else runs.</summary>
    ValueTask ReplaceRotasAsync(IReadOnlyCollection<Rota> rotas, CancellationToken cancellation);
}
