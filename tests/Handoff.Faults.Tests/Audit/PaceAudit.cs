using Handoff.Faults.Tests.World;
using Handoff.Meetings;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;

namespace Handoff.Faults.Tests.Audit;

/// <summary>The warnings: of a promise and its period one, unless it recovers.</summary>
internal sealed class PaceAudit(SimulatedWorld world)
{
    private PaceState _state = PaceState.Empty;

    public void Committed(Turn turn)
    {
        foreach (var stored in turn.Events)
        {
            var happened = LedgerJson.ReadProcessEvent(stored.Json.Span);
            if (happened is PaceWarned warned && warned.Promises.FirstOrDefault(IsTold) is { } again)
                world.Break($"A side is warned once of a promise, and of {again.Metric} in {again.Period} it was twice.");
            _state = PaceDecider.Evolve(_state, happened);
        }

        if (!turn.State.Span.SequenceEqual(LedgerJson.Write(_state)))
            world.Break($"The events replay to the state, and those of {world.NameOf(turn.Stream)} do not.");
        if (turn.NextWakeUp != _state.NextWakeUp)
            world.Break($"Promise 3: a look at the promises has a wake-up at {_state.NextWakeUp}, and has {turn.NextWakeUp}.");
    }

    private bool IsTold(ReportedPromise promise) => _state.Warned.Any(
        one => !one.HasRecovered && one.Key == $"{promise.Period} {promise.By} {promise.Metric} {promise.IsMost}");
}
