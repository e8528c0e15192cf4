using Handoff.Faults.Tests.Outside;
using Handoff.Faults.Tests.World;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Processes;
using Handoff.Service.MailEvents;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Calendars;

namespace Handoff.Faults.Tests.Audit;

/// <summary>The weekly report: one for a day that is agreed, then or when a host is there again, and to both heads.</summary>
internal sealed class ReportAudit(SimulatedWorld world)
{
    private ReportState _state = ReportState.Empty;
    private readonly HashSet<PersonId> _to = [];

    /// <summary>Every report: the day that the schedule says, and when it was due on the wall.</summary>
    public List<(LocalDate Planned, LocalDateTime Due)> Made { get; } = [];

    public void Committed(Turn turn)
    {
        foreach (var stored in turn.Events)
        {
            var happened = LedgerJson.ReadProcessEvent(stored.Json.Span);
            Check(happened, turn.Stream);
            _state = ReportDecider.Evolve(_state, happened);
        }

        if (!turn.State.Span.SequenceEqual(LedgerJson.Write(_state)))
            world.Break($"The events replay to the state, and those of {world.NameOf(turn.Stream)} do not.");
        if (turn.NextWakeUp != _state.NextWakeUp)
            world.Break($"Promise 3: a report has a wake-up at {_state.NextWakeUp}, and has {turn.NextWakeUp}.");
    }

    /// <summary>The last that was to be made was, and the next is known.</summary>
    public void CheckEnd()
    {
        if (!_state.Letters.Owed.IsEmpty)
            world.Break("Promise 3: a mail that is owed is delivered, and one with the report is not.");
        var schedule = InTheEnd.Alignment(world).Report;
        if (schedule is null)
        {
            if (_state.Next is not null)
                world.Break($"Without an agreement on it no report goes, and one is to go at {_state.Next}.");
            return;
        }

        if (InTheEnd.LastOf(world, schedule) is { } last && !(_state.LastPlanned >= last))
            world.Break($"Each week has its report, and that of {last} is missing; the last is of {_state.LastPlanned}.");
        var next = InTheEnd.NextOf(world, schedule, _state.LastPlanned);
        if (_state.Next is not { } at || (_state.NextPlanned, InTheEnd.Wall(at)) != (next.Planned, next.Due))
            world.Break($"The next report is at {next.Due}, as agreed, and is known for {_state.Next}.");
    }

    private void Check(ProcessEvent happened, StreamId stream)
    {
        switch (happened)
        {
            case ReportMade made when made.Planned <= _state.LastPlanned:
                world.Break($"A report is made once, and that of {made.Planned} was made twice.");
                break;
            case ReportMade made when made.At < made.Due || !IsAgreed(made):
                world.Break($"A report is made at an agreed time, and that of {made.Planned} for {made.Due} was at {made.At}.");
                break;
            case ReportMade made when made.Content.Week != WeekBefore(made) || made.Content.Sharpest.Length > 3:
                world.Break($"A report tells of the week before, of three disagreements at most, and that of {made.Planned} does not.");
                break;
            case ReportMade made:
                Made.Add((made.Planned, InTheEnd.Wall(made.Due)));
                world.Auditor.Figures.Check(made);
                _to.Clear();
                break;
            case LetterOwed owed when !_to.Add(owed.To) || _to.Count > 2:
                world.Break("Both heads get one mail a report, and more were owed.");
                break;
            case LetterSent sent when world.Provider.Taken(new MessageName(stream, sent.Number).ToString()) == 0:
                world.Break($"Promise 3: a message is delivered at least once, and report mail {sent.Number} was not.");
                break;
        }
    }

    /// <summary>Whether some alignment that a life may have has it planned for that day and due then.</summary>
    private static bool IsAgreed(ReportMade made) => WallAlignment.All.Select(one => one.Report).OfType<WallSchedule>().Any(
        schedule => schedule.Day == made.Planned.DayOfWeek
            && new[] { false, true }.Any(areOff => schedule.Of(made.Planned, areOff) == InTheEnd.Wall(made.Due)));

    /// <summary>The last week that was over when the report was due, counted by hand.</summary>
    private static string WeekBefore(ReportMade made)
    {
        var day = InTheEnd.Wall(made.Due).Date.PlusDays(-7);
        return FormattableString.Invariant($"{WeekYearRules.Iso.GetWeekYear(day):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(day):00}");
    }
}
