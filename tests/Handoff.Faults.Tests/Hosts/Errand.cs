using Handoff.Faults.Tests.World;
using Handoff.Service.Storage;

namespace Handoff.Faults.Tests.Hosts;

/// <summary>How something that was asked of a host ended.</summary>
internal enum Ending
{
    Done,

    /// <summary>The store did not answer; whoever asked was told so.</summary>
    Failed,

    /// <summary>The host stopped, and nobody knows what it had done by then.</summary>
    Lost,
}

/// <summary>
/// Runs something on a host, of which three ends can come; anything that the product throws otherwise is a broken promise.
/// </summary>
internal static class Errand
{
    /// <param name="world">The world.</param>
    /// <param name="host">The host.</param>
    /// <param name="errand">What is asked. Whoever asked has the answer as soon as this is done; what the host does afterwards is its own
    /// affair.</param>
    /// <param name="ended">Told how it ended.</param>
    /// <param name="own">The stream whose orchestration asks: it has its answer when everything is done.</param>
    public static void Run(SimulatedWorld world, SimulatedHost host, Func<Task> errand, Action<Ending> ended, StreamId? own = null)
    {
        var isOver = false;
        host.WhenStopped(() => End(Ending.Lost));
        _ = GoAsync();

        async Task GoAsync()
        {
            try
            {
                await world.Fleet.DoAsync(host, own, async () =>
                {
                    await errand();
                    if (own is null)
                        End(Ending.Done);
                    return true;
                });
                End(Ending.Done);
            }
            catch (StoreUnavailableException)
            {
                End(Ending.Failed);
            }
#pragma warning disable CA1031 // Whatever else the product throws at its host is what the simulation looks for.
            catch (Exception e)
#pragma warning restore CA1031
            {
                world.Break($"Whatever goes wrong outside, the product throws nothing but that the store does not answer: {e}");
            }
        }

        void End(Ending ending)
        {
            if (isOver)
                return;
            isOver = true;
            ended(ending);
        }
    }
}
