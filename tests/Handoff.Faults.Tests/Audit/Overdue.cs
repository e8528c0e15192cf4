using Handoff.Faults.Tests.World;
using NodaTime;

namespace Handoff.Faults.Tests.Audit;

/// <summary>Promise 3: once nothing fails any more, nothing whose time has come is left lying.</summary>
internal static class Overdue
{
    /// <summary>Looks before time goes on to <paramref name="next"/>.</summary>
    public static void Look(SimulatedWorld world, Instant next)
    {
        if (world.Store.Earliest is not { } earliest || earliest.At >= next)
            return;
        if (next - Instant.Max(earliest.At, world.LastTrouble) > Auditor.Bound && next > world.Now)
        {
            world.Break($"Promise 3: {world.NameOf(earliest.Stream)} was to be woken at {earliest.At}, "
                + $"and at {next} nobody has, though nothing failed since {world.LastTrouble}.");
        }
    }
}
