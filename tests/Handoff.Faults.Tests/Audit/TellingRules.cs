using Handoff.Faults.Tests.Hosts;
using Handoff.Faults.Tests.World;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Faults.Tests.Audit;

/// <summary>
/// Whoever runs the streams is told of each turn that a host knows to be written, at whatever attempt: it would be found without, but
/// minutes late.
/// </summary>
internal sealed class TellingRules(SimulatedWorld world)
{
    private static readonly Duration Within = Duration.FromSeconds(1);

    // How often each host has told of a stream.
    private readonly Dictionary<(SimulatedHost, StreamId), int> _told = [];

    /// <summary>The host has the store's word that a turn is written.</summary>
    public void Wrote(SimulatedHost host, StreamId stream)
    {
        var before = _told.GetValueOrDefault((host, stream));
        world.Time.In(Within, () =>
        {
            if (host.IsAlive && _told.GetValueOrDefault((host, stream)) == before)
                world.Break($"Section 4: whoever runs the streams is told of a turn when it is written, and of {world.NameOf(stream)} "
                    + $"was not.");
        });
    }

    /// <summary>What a host tells, before anything on the way can get lost.</summary>
    public IWakeUps Heard(SimulatedHost host, IWakeUps real) => new Hearing(this, host, real);

    private sealed class Hearing(TellingRules rules, SimulatedHost host, IWakeUps real) : IWakeUps
    {
        public void Saved(SavedTurn turn)
        {
            Tell(turn.Stream);
            real.Saved(turn);
        }

        public void Nudge(StreamId stream, Instant at)
        {
            Tell(stream);
            real.Nudge(stream, at);
        }

        private void Tell(StreamId stream) => rules._told[(host, stream)] = rules._told.GetValueOrDefault((host, stream)) + 1;
    }
}
