using System.Collections.Immutable;
using Handoff.Calendars;
using Handoff.People;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>Who is charged with a breach: those who held the lead while the clock ran, by their shares of its time (DESIGN section 5).</summary>
internal static class Charging
{
    public static ImmutableArray<Charge> Of(LeadTurn turn, ClockRun clock)
    {
        var ran = new List<(PersonId? Who, Duration Ran)>();
        for (var i = 0; i < clock.Holdings.Length; i++)
        {
            var (who, from) = clock.Holdings[i];
            var to = i + 1 < clock.Holdings.Length ? Instant.Min(clock.Holdings[i + 1].From, clock.Plan.Due) : clock.Plan.Due;
            var share = to <= from ? Duration.Zero : Open(turn, clock, who, from, to);
            var at = ran.FindIndex(one => one.Who == who);
            if (at < 0)
                ran.Add((who, share));
            else
                ran[at] = (who, ran[at].Ran + share);
        }

        var total = ran.Aggregate(Duration.Zero, (sum, one) => sum + one.Ran);
        return total == Duration.Zero
            ? [new(clock.Holdings[^1].Who, Duration.Zero, 100)]
            : [.. ran.Where(one => one.Ran > Duration.Zero).Select(one => new Charge(one.Who, one.Ran, Percent(one.Ran, total)))];
    }

    /// <summary>The clock's time between the two, without its pauses.</summary>
    private static Duration Open(LeadTurn turn, ClockRun clock, PersonId? who, Instant from, Instant to)
    {
        var calendar = turn.CalendarOf(clock.Name == Agreements.ClockName.Accept ? null : who);
        Duration Between(Instant start, Instant end) =>
            start >= end ? Duration.Zero : clock.Mode == ClockMode.Elapsed ? end - start : calendar.OpenBetween(start, end);
        return clock.Pauses.Aggregate(Between(from, to), (ran, pause) => ran - Between(Instant.Max(from, pause.From), Instant.Min(to, pause.To)));
    }

    private static int Percent(Duration part, Duration whole) =>
        (int)Math.Round(100 * part.TotalSeconds / whole.TotalSeconds, MidpointRounding.AwayFromZero);
}
