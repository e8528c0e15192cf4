using Handoff.Faults.Tests.World;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Faults.Tests.Plants;

/// <summary>A turn that was overtaken is decided again and written, and whoever runs the streams is not told.</summary>
internal sealed class NudgePlant : Plant
{
    private readonly HashSet<StreamId> _overtaken = [];

    public override IStreamStore Streams(SimulatedWorld world) => new Watching(world.Store, _overtaken);

    public override IWakeUps WakeUps(IWakeUps real) => new Dropping(real, _overtaken);

    private sealed class Watching(IStreamStore sound, HashSet<StreamId> overtaken) : PlantedStore(sound)
    {
        public override async ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation)
        {
            var commit = await Sound.CommitAsync(turn, cancellation);
            if (!commit.IsDone)
                overtaken.Add(turn.Stream);
            return commit;
        }
    }

    private sealed class Dropping(IWakeUps real, HashSet<StreamId> overtaken) : IWakeUps
    {
        public void Saved(SavedTurn turn)
        {
            if (turn.IsNew || turn.Next is null || !overtaken.Remove(turn.Stream))
                real.Saved(turn);
        }

        public void Nudge(StreamId stream, Instant at) => real.Nudge(stream, at);
    }
}
