using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Handoff.Leads;
using Handoff.People;

namespace Handoff.Figures.Tallies;

/// <summary>Adds up when clocks were broken: by weekday and hour in the team's zone.</summary>
internal sealed class BreachTally(FigurePeriod period, Staff staff)
{
    // Every zone has its hours begin on a quarter of UTC's.
    private const int Quarter = 15;

    private readonly Minute _from = Minute.Of(period.Start);
    private readonly Minute _to = Minute.Of(period.End);
    private readonly Dictionary<string, (int Broken, int Judged)[]?> _teams = new(StringComparer.Ordinal);

    public void Add(string team, ClockFact clock)
    {
        if (!clock.IsJudged || !clock.Due.IsIn(_from, _to))
            return;
        ref var quarters = ref CollectionsMarshal.GetValueRefOrAddDefault(_teams, team, out var isKnown);
        if (!isKnown)
            quarters = staff.Team(team) is null ? null : new (int, int)[(_to.Since(_from) / Quarter) + 2];
        // The hour of the last minute before the deadline: a deadline at closing time belongs to the hour that it ends.
        if (quarters is null)
            return;
        ref var cell = ref quarters[(clock.Due.Since(_from) + Quarter - 1) / Quarter];
        cell = (cell.Broken + (clock.State == ClockState.Breached ? 1 : 0), cell.Judged + 1);
    }

    public ImmutableArray<BreachCell> Build()
    {
        var hours = new SortedDictionary<(int Day, int Hour), (int Broken, int Judged)>();
        foreach (var (team, quarters) in _teams)
        {
            for (var at = 0; at < (quarters?.Length ?? 0); at++)
            {
                if (quarters![at] is not { Judged: > 0 } cell)
                    continue;
                var local = _from.Plus((at * Quarter) - 1).ToInstant()!.Value.InZone(staff.Team(team)!.Calendar.Zone);
                var sum = hours.GetValueOrDefault(((int)local.DayOfWeek, local.Hour));
                hours[((int)local.DayOfWeek, local.Hour)] = (sum.Broken + cell.Broken, sum.Judged + cell.Judged);
            }
        }

        return [.. hours.Select(one => new BreachCell(one.Key.Day, one.Key.Hour, ShareFigure.Of(one.Value.Broken, one.Value.Judged)))];
    }
}
