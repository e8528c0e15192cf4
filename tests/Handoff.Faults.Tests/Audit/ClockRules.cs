using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Faults.Tests.Outside;
using Handoff.Faults.Tests.World;
using Handoff.Leads;
using NodaTime;

namespace Handoff.Faults.Tests.Audit;

/// <summary>
/// Promises 3 and 4: clocks never restart, move only by an event that says why, and every rung that falls due is carried out once, in time.
/// </summary>
internal sealed class ClockRules(SimulatedWorld world)
{
    private Instant _qualifiedAt;

    /// <summary>When rungs of the past last came to be due: by an undo, a pause that ended, a change of hands.</summary>
    private Instant _movedAt = SimulatedWorld.Start;

    public void Check(Lead before, LeadEvent happened, IReadOnlyList<LeadEvent> written, int index)
    {
        switch (happened)
        {
            case LeadQualified e:
                _qualifiedAt = e.At;
                break;
            case ClockStarted e:
                Started(before, e, index > 0 ? written[index - 1] : null);
                break;
            case ClockReplanned e:
                Replanned(before.Unmet(e.Clock), e);
                break;
            case ClockReopened or ClockPaused:
                _movedAt = world.Now;
                break;
            case ClockMet e when before.Unmet(e.Clock) is { PausedAt: null } clock
                && clock.Plan.Rungs.Skip(clock.RungsPassed).Any(due => due <= e.At):
                world.Break(
                    $"Promise 3: a rung that falls due is in the ledger, and the {e.Clock} clock was met at {e.At} without one before it.");
                break;
            case RungPassed e:
                Passed(before, e, written.Skip(index + 1));
                break;
            case AlertRepeated e when before.Unmet(e.Clock)?.RepeatAt is not { } due || due != e.DueAt || e.At < due:
                world.Break($"An alert is repeated when it is due, and at {e.At} it was not.");
                break;
            default:
                break;
        }
    }

    private void Started(Lead before, ClockStarted e, LeadEvent? after)
    {
        // Who says that an opportunity is still open has kept the promise, and gives the next.
        // Each time that a manager gives a lead to somebody else they are to confirm it.
        var isAnew = (e.Clock == ClockName.Outcome && after is StillOpen)
            || (e.Clock == ClockName.Confirm && before.Unmet(e.Clock) is null && before.Owner.Who == e.Holder);
        if (!isAnew && before.Clocks.Any(clock => clock.Name == e.Clock && !clock.IsWithdrawn))
            world.Break($"Promise 4: a clock never restarts, and {e.Clock} did.");
        if (e.Clock == ClockName.Accept && e.At != _qualifiedAt)
            world.Break($"Section 5: the accept clock starts at qualification, {_qualifiedAt}, and not at {e.At}.");
        var (start, due) = WallClocks.Deadline(e.Plan.Calendar, e.At, e.Within, e.Mode);
        if ((start, due) != (e.Plan.From, e.Plan.Due))
            world.Break($"Section 5: {e.Within} of {e.Clock} from {e.At} on {e.Plan.Calendar} is not from {e.Plan.From} to "
                + $"{e.Plan.Due} but, by the wall clock, from {start} to {due}.");
        if (e.Mode == ClockMode.Business && e.Plan.Total != WallClocks.Of(e.Plan.Calendar).OpenBetween(start, due))
            world.Break($"Section 5: the open time of {e.Clock} from {start} to {due} is not {e.Plan.Total}.");
    }

    private void Replanned(ClockRun? clock, ClockReplanned e)
    {
        _movedAt = world.Now;
        if (clock is null || e.Clock == ClockName.Accept)
        {
            world.Break($"Promise 4: {e.Clock} does not move.");
            return;
        }

        var ran = clock.Plan.Ran;
        if (clock.PausedAt is null && e.At > clock.Plan.From)
        {
            ran += clock.Mode == ClockMode.Elapsed ? e.At - clock.Plan.From : WallClocks.Of(clock.Plan.Calendar).OpenBetween(
                clock.Plan.From, e.At);
        }

        if (e.Plan.Ran != ran)
            world.Break($"Section 5: the time already run stays run, {ran} of {e.Clock}, and the new plan says {e.Plan.Ran}.");
        if (e.Plan.Due == clock.Plan.Due || clock.Mode == ClockMode.Elapsed || (!clock.Within.IsDays && e.Plan.Ran >= e.Plan.Total))
            return;
        var due = clock.Within.IsDays
            ? WallClocks.Of(e.Plan.Calendar).InDays(e.Plan.From, Math.Max(1, clock.Within.Days - e.Plan.DaysRun))
            : WallClocks.Of(e.Plan.Calendar).Advance(e.Plan.From, e.Plan.Total - e.Plan.Ran)!.Value;
        if (due != e.Plan.Due)
            world.Break($"Section 5: what is left of {e.Clock} from {e.Plan.From} on {e.Plan.Calendar} ends at {due}, and the new "
                + $"plan says {e.Plan.Due}.");
    }

    private void Passed(Lead before, RungPassed e, IEnumerable<LeadEvent> after)
    {
        if (before.Unmet(e.Clock) is not { PausedAt: null } clock || clock.RungsPassed != e.Index || clock.Plan.Rungs[e.Index] != e.DueAt
            || e.At < e.DueAt)
        {
            world.Break($"Promise 3: every rung that falls due is carried out once, in order; rung {e.Index} of {e.Clock} was at {e.At}.");
            return;
        }

        var since = Instant.Max(Instant.Max(e.DueAt, _movedAt), world.LastTrouble);
        if (world.Now - since > Auditor.Bound)
            world.Break(
                $"Promise 3: nothing has failed since {world.LastTrouble}, and a rung of {e.DueAt} was carried out at {world.Now}.");
        if (after.Any(one => one is MessageOwed { Message: { Kind: MessageKind.Breach } m }
            && before.Snoozes.Any(snooze => snooze.By == m.To && snooze.Until > e.At)))
            world.Break("Design section 5: who is on it, or snoozed, is not alerted about the lead until then.");
        var rung = SimulatedCompany.AgreementOf(before.Known.Agreement).Ladders[clock.Ladder].Rungs[e.Index];
        if (rung.Alert is not null && !e.Overtaken && before.Snoozes.All(snooze => snooze.Until <= e.At)
            && !after.Any(
                one => one is MessageOwed { Message: { Kind: MessageKind.Breach } m } && m.About.Percent == rung.At
                && m.About.Clock == e.Clock))
        {
            world.Break($"Promise 3: a rung's message is owed with it, and that of {rung.At} % of {e.Clock} is not.");
        }
    }
}
