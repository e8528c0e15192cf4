using Handoff.Faults.Tests.World;
using Handoff.Meetings;
using Handoff.Processes;
using Handoff.Service.MailEvents;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;

namespace Handoff.Faults.Tests.Audit;

/// <summary>The meetings: each is called once, its sequence only grows, and both heads are told.</summary>
internal sealed class MeetingAudit(SimulatedWorld world)
{
    private readonly Dictionary<int, int> _sequences = [];
    private MeetingState _state = MeetingState.Empty;

    public void Committed(Turn turn)
    {
        foreach (var stored in turn.Events)
        {
            var happened = LedgerJson.ReadProcessEvent(stored.Json.Span);
            Check(happened, turn.Stream);
            _state = MeetingDecider.Evolve(_state, happened);
        }

        if (!turn.State.Span.SequenceEqual(LedgerJson.Write(_state)))
            world.Break($"The events replay to the state, and those of {world.NameOf(turn.Stream)} do not.");
        if (turn.NextWakeUp != _state.NextWakeUp)
            world.Break($"Promise 3: a meeting has a wake-up at {_state.NextWakeUp}, and has {turn.NextWakeUp}.");
    }

    public void CheckEnd()
    {
        var expected = InTheEnd.Alignment(world).Meeting is { } schedule ? InTheEnd.NextOf(world, schedule, _state.LastPlanned) : default;
        var known = _state.Coming is { } coming ? (coming.Planned, InTheEnd.Wall(coming.Start)) : default;
        if (known != expected && !(_state.Coming?.Start <= world.Now))
            world.Break($"The next meeting is the one that is agreed, and of {expected} the one known is {_state.Coming}.");
        if (!_state.Letters.Owed.IsEmpty)
            world.Break("Promise 3: a mail that is owed is delivered, and one of a meeting is not.");
    }

    private void Check(ProcessEvent happened, StreamId stream)
    {
        switch (happened)
        {
            case MeetingInvited invited when invited.Sequence != _sequences.GetValueOrDefault(invited.Number, -1) + 1:
                world.Break($"A change of a meeting has the next sequence, and meeting {invited.Number} has {invited.Sequence}.");
                break;
            case MeetingInvited invited:
                _sequences[invited.Number] = invited.Sequence;
                break;
            case LetterSent sent when world.Provider.Taken(new MessageName(stream, sent.Number).ToString()) == 0
                && _state.Letters.Owed.Count(letter => letter.Number == sent.Number) == 1 && !IsOvertaken(sent.Number):
                world.Break($"Promise 3: a message is delivered at least once, and meeting mail {sent.Number} was not.");
                break;
        }
    }

    /// <summary>A later mail of the same meeting stands for an earlier.</summary>
    private bool IsOvertaken(int number)
    {
        var letter = _state.Letters.Owed.Single(one => one.Number == number);
        return _state.Letters.Owed.Any(other => other.To == letter.To && other.About == letter.About && other.Number > number);
    }
}
