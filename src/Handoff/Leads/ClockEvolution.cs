using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using NodaTime;

namespace Handoff.Leads;

/// <summary>How events change the clocks of a lead.</summary>
internal static class ClockEvolution
{
    /// <summary>The clocks after one event; those that do not concern clocks leave them as they are.</summary>
    public static ImmutableArray<ClockRun> Evolve(ImmutableArray<ClockRun> clocks, LeadEvent happened) => happened switch
    {
        ClockStarted e => clocks.Add(new ClockRun
        {
            Name = e.Clock,
            Within = e.Within,
            Mode = e.Mode,
            Ladder = e.Ladder,
            StartedAt = e.At,
            MeetingEnds = e.MeetingEnds,
            Plan = e.Plan,
            Holdings = [new(e.Holder, e.At)],
        }),
        ClockReplanned e => Change(clocks, e.Clock, e, static (clock, e) => clock with
        {
            Plan = e.Plan,
            ExcuseUsedFor = e.Cause == ReplanCause.ChangedHands ? clock.ExcuseUsedFor : clock.AbsentSince ?? clock.ExcuseUsedFor,
            Pauses = clock.PausedAt is { } since ? clock.Pauses.Add(new(since, e.At)) : clock.Pauses,
            PausedAt = null,
            PauseEndsAt = null,
            AbsentSince = null,
        }),
        ClockPaused e => Change(clocks, e.Clock, e, static (clock, e) => clock with
        {
            // Only its end moves when the absence is prolonged or cut short.
            PausedAt = clock.PausedAt ?? e.At,
            PauseEndsAt = e.Until,
            AbsentSince = e.AbsentSince,
            Plan = clock.PausedAt is null ? clock.Plan with { Ran = e.Ran, DaysRun = e.DaysRun, From = e.At } : clock.Plan,
        }),
        ClockMet e => Change(clocks, e.Clock, e, static (clock, e) => clock with { MetAt = e.At, PausedAt = null, PauseEndsAt = null }),
        ClockBreached e => Change(clocks, e.Clock, e, static (clock, e) => clock with { BreachedAt = e.At, Charges = e.Charges }),
        ClockCancelled e =>
            Change(clocks, e.Clock, e, static (clock, e) =>
            clock with { CancelledAt = e.At, IsWithdrawn = e.Withdrawn, PausedAt = null, PauseEndsAt = null }),
        ClockReopened e => Reopen(clocks, e),
        RungPassed e => Change(clocks, e.Clock, e, static (clock, e) => clock with { RungsPassed = e.Index + 1, RepeatAt = e.RepeatAt }),
        AlertRepeated e => Change(clocks, e.Clock, e, static (clock, e) => clock with { RepeatAt = e.RepeatAt }),
        _ => clocks,
    };

    /// <summary>The clocks when the lead is held by <paramref name="holder"/> from <paramref name="at"/> on; null: by the team.</summary>
    public static ImmutableArray<ClockRun> Hand(ImmutableArray<ClockRun> clocks, PersonId? holder, Instant at)
    {
        for (var i = 0; i < clocks.Length; i++)
        {
            var clock = clocks[i];
            if (clock.IsUnmet && clock.Holdings[^1].Who != holder)
                clocks = clocks.SetItem(
                    i, clock with { Holdings = clock.Holdings.Add(new(holder, at)), AbsentSince = null, ExcuseUsedFor = null });
        }

        return clocks;
    }

    /// <summary>The clocks when the mail that tells <paramref name="holder"/> of the lead can go at <paramref name="at"/>.</summary>
    public static ImmutableArray<ClockRun> Tell(ImmutableArray<ClockRun> clocks, PersonId? holder, Instant at)
    {
        for (var i = 0; i < clocks.Length; i++)
        {
            var clock = clocks[i];
            if (clock.IsUnmet && clock.Holdings[^1] is var last && last.Who == holder && holder is not null)
                clocks = clocks.SetItem(i,
                    clock with { Holdings = clock.Holdings.SetItem(clock.Holdings.Length - 1, last with { ToldAt = at }) });
        }

        return clocks;
    }

    /// <summary>The clocks when the mail that was to tell <paramref name="former"/>, who no longer has the lead, is not sent.</summary>
    public static ImmutableArray<ClockRun> NeverTold(ImmutableArray<ClockRun> clocks, PersonId former)
    {
        for (var i = 0; i < clocks.Length; i++)
        {
            var holdings = clocks[i].Holdings;
            for (var at = holdings.Length - 2; clocks[i].IsUnmet && at >= 0; at--)
            {
                if (holdings[at].Who != former)
                    continue;
                clocks = clocks.SetItem(i,
                    clocks[i] with { Holdings = holdings.SetItem(at, holdings[at] with { ToldAt = Instant.MaxValue }) });
                break;
            }
        }

        return clocks;
    }

    private static ImmutableArray<ClockRun> Reopen(ImmutableArray<ClockRun> clocks, ClockReopened e)
    {
        for (var i = clocks.Length - 1; i >= 0; i--)
        {
            if (clocks[i].Name == e.Clock)
                return clocks.SetItem(i, clocks[i] with { MetAt = null, CancelledAt = null });
        }

        return clocks;
    }

    private static ImmutableArray<ClockRun> Change<TEvent>(
        ImmutableArray<ClockRun> clocks, ClockName name, TEvent happened, Func<ClockRun, TEvent, ClockRun> change)
    {
        for (var i = 0; i < clocks.Length; i++)
        {
            if (clocks[i].Name == name && clocks[i].IsUnmet)
                return clocks.SetItem(i, change(clocks[i], happened));
        }

        return clocks;
    }
}
