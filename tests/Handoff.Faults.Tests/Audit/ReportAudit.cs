using Handoff.Faults.Tests.World;
using Handoff.Meetings;
using Handoff.Processes;
using Handoff.Service.MailEvents;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Faults.Tests.Audit;

/// <summary>The weekly report: one for a week, on a Monday morning or when a host is there again, and to both heads.</summary>
internal sealed class ReportAudit(SimulatedWorld world)
{
    private static readonly DateTimeZone Rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];

    private ReportState _state = ReportState.Empty;
    private int _owed;

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

    /// <summary>The last Monday that has passed had its report.</summary>
    public void CheckEnd()
    {
        var now = world.Now - Auditor.Bound;
        var monday = now.InZone(Rome).Date.PlusDays(1 - (int)now.InZone(Rome).DayOfWeek);
        if (At(monday) > now)
            monday = monday.PlusDays(-7);
        if (At(monday) > SimulatedWorld.Start && !(_state.LastPlanned >= monday))
            world.Break($"Each week has its report, and that of {monday} is missing; the last is of {_state.LastPlanned}.");
        if (!_state.Letters.Owed.IsEmpty)
            world.Break("Promise 3: a mail that is owed is delivered, and one with the report is not.");
    }

    private void Check(ProcessEvent happened, StreamId stream)
    {
        switch (happened)
        {
            case ReportMade made when made.Planned <= _state.LastPlanned:
                world.Break($"A report is made once, and that of {made.Planned} was made twice.");
                break;
            case ReportMade made when made.At < At(made.Planned):
                world.Break($"A report is made at its time, and that of {made.Planned} was at {made.At}.");
                break;
            case ReportMade made:
                Made.Add((made.Planned, made.Due.InZone(Rome).LocalDateTime));
                world.Auditor.Figures.Check(made);
                _owed += 2;
                break;
            case LetterOwed owed when owed.Number > _owed:
                world.Break("Both heads get one mail a report, and more were owed.");
                break;
            case LetterSent sent when world.Provider.Taken(new MessageName(stream, sent.Number).ToString()) == 0:
                world.Break($"Promise 3: a message is delivered at least once, and report mail {sent.Number} was not.");
                break;
        }
    }

    private static Instant At(LocalDate monday) => monday.At(new(8, 30)).InZoneLeniently(Rome).ToInstant();
}
