using System.Collections.Immutable;
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

    /// <summary>
    /// Counts what a turn will change while the turn is still being put together, so that the next lead is given on a true picture: the longer a rota that
    /// was read may change, the more turns are decided twice. A store without rotas in memory leaves it to the commit.
    /// </summary>
    /// <param name="guard">The rota on which the turn rests.</param>
    /// <param name="changes">What the turn will change.</param>
    /// <returns>For <see cref="Turn.Reserved"/>, to be disposed of after the commit; null: the rota has changed, decide again.</returns>
    RotaReservation? TryReserve(RotaGuard guard, ImmutableArray<RotaChange> changes) => RotaReservation.WithCommit;

    /// <summary>Writes every rota anew (`rebuild`), while nothing else runs.</summary>
    ValueTask ReplaceRotasAsync(IReadOnlyCollection<Rota> rotas, CancellationToken cancellation);
}

/// <summary>Changes of rotas that count already. Disposed of before its turn was handed over for writing, it takes them back; afterwards the store sees to them.</summary>
public abstract class RotaReservation : IDisposable
{
    /// <summary>Nothing counts before the commit, which checks the guard and reserves.</summary>
    public static RotaReservation WithCommit { get; } = new Nothing();

    /// <inheritdoc/>
    public abstract void Dispose();

    private sealed class Nothing : RotaReservation
    {
        public override void Dispose()
        {
            // Nothing was reserved.
        }
    }
}
