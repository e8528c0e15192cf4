using System.Collections.Immutable;
using Handoff.Calendars;
using Handoff.People;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>
/// Who is charged with a breach: those who held the lead while the clock ran, by their shares of its time (design section 5). Nobody for
/// the time before the mail could tell them: that is the team's.
/// </summary>
internal static class Charging
{
    public static ImmutableArray<Charge> Of(DecisionDraft draft, ClockRun clock)
    {
        var ran = new List<(PersonId? Who, Duration Ran)>();
        for (var i = 0; i < clock.Holdings.Length; i++)
        {
            var holding = clock.Holdings[i];
            var to = i + 1 < clock.Holdings.Length ? Instant.Min(clock.Holdings[i + 1].From, clock.Plan.Due) : clock.Plan.Due;
            var told = Instant.Min(AnswersFrom(draft, clock, i), to);
            Add(ran, who: null, Open(draft, clock, holding.Who, holding.From, told));
            Add(ran, holding.Who, Open(draft, clock, holding.Who, told, to));
        }

        var total = ran.Aggregate(Duration.Zero, (sum, one) => sum + one.Ran);
        if (total > Duration.Zero)
            return [.. ran.Where(one => one.Ran > Duration.Zero).Select(one => new Charge(one.Who, one.Ran, Percent(one.Ran, total)))];
        return [new(AnswersFrom(draft, clock, clock.Holdings.Length - 1) <= clock.Plan.Due ? clock.Holdings[^1].Who
            : null, Duration.Zero, 100)];
    }

    /// <summary>Since when they know of the lead; who is yet to be told, whatever the reason, does not.</summary>
    private static Instant AnswersFrom(DecisionDraft draft, ClockRun clock, int index)
    {
        var holding = clock.Holdings[index];
        var isToBeTold = draft.Lead.Outbox.Any(message => message.TellsOfLead && message.To == holding.Who)
            && !clock.Holdings.Skip(index + 1).Any(later => later.Who == holding.Who);
        return isToBeTold ? Instant.Max(holding.AnswersFrom, draft.Now) : holding.AnswersFrom;
    }

    private static void Add(List<(PersonId? Who, Duration Ran)> ran, PersonId? who, Duration share)
    {
        var at = ran.FindIndex(one => one.Who == who);
        if (at >= 0)
            ran[at] = (who, ran[at].Ran + share);
        else
            ran.Add((who, share));
    }

    /// <summary>The clock's time between the two, without its pauses.</summary>
    private static Duration Open(DecisionDraft draft, ClockRun clock, PersonId? who, Instant from, Instant to)
    {
        var calendar = draft.CalendarOf(clock.Name == Agreements.ClockName.Accept ? null : who);
        Duration Between(Instant start, Instant end) =>
            start >= end ? Duration.Zero : clock.Mode == ClockMode.Elapsed ? end - start : calendar.OpenBetween(start, end);
        return clock.Pauses.Aggregate(
            Between(from, to), (ran, pause) => ran - Between(Instant.Max(from, pause.From), Instant.Min(to, pause.To)));
    }

    private static int Percent(Duration part, Duration whole) =>
        (int)Math.Round(100 * part.TotalSeconds / whole.TotalSeconds, MidpointRounding.AwayFromZero);
}
