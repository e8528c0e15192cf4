using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Figures.Tallies;

/// <summary>
/// Counts when the clocks of leads were broken: by weekday and hour in the team's zone, each lead once an hour of the week, beside the time
/// that the team was open then.
/// </summary>
internal sealed class BreachTally(FigurePeriod period, Staff staff, Instant now)
{
    // Every zone has its hours begin on a quarter of UTC's.
    private const int Quarter = 15;
    private const int Hours = 24;
    private const int Cells = (7 * Hours) + Hours;

    private readonly Minute _from = Minute.Of(period.Start);
    private readonly Minute _to = Minute.Of(period.End);
    private readonly SortedDictionary<string, OfTeam?> _teams = new(StringComparer.Ordinal);

    public void Add(in LeadFact lead)
    {
        OfTeam? team = null;
        Span<int> judged = stackalloc int[ClockNames.OfHandoff.Length];
        Span<int> broken = stackalloc int[ClockNames.OfHandoff.Length];
        var (judgedIn, brokenIn) = (0, 0);
        foreach (var name in ClockNames.OfHandoff)
        {
            var clock = lead.Of(name).Clock;
            if (!clock.IsJudged || !clock.Due.IsIn(_from, _to))
                continue;
            team ??= TeamOf(lead.Traits.Team);
            if (team is null)
                return;
            // The hour of the last minute before the deadline: a deadline at closing time belongs to the hour that it ends.
            var cell = team.CellOf[(clock.Due.Since(_from) + Quarter - 1) / Quarter];
            if (!judged[..judgedIn].Contains(cell))
                judged[judgedIn++] = cell;
            if (clock.State == ClockState.Breached && !broken[..brokenIn].Contains(cell))
                broken[brokenIn++] = cell;
        }

        foreach (var cell in judged[..judgedIn])
            team!.Judged[cell]++;
        foreach (var cell in broken[..brokenIn])
            team!.Broken[cell]++;
    }

    public ImmutableArray<TeamBreaches> Build() =>
    [
        .. _teams.Where(team => team.Value is not null).Select(team => new TeamBreaches(team.Key, team.Value!.Calendar.Zone.Id,
        [
            .. Enumerable.Range(0, Cells).Where(cell => team.Value.Judged[cell] > 0 || team.Value.OpenMinutes[cell] > 0)
                .Select(cell => new BreachCell(
                    cell / Hours, cell % Hours, ShareFigure.Of(team.Value.Broken[cell], team.Value.Judged[cell]),
                    team.Value.OpenMinutes[cell])),
        ])),
    ];

    private OfTeam? TeamOf(string name)
    {
        if (!_teams.TryGetValue(name, out var team))
            _teams[name] = team = staff.Team(name) is { } known ? Of(known.Calendar) : null;
        return team;
    }

    /// <summary>The hour of the week of each quarter of an hour, and how long the calendar was open in each until now.</summary>
    private OfTeam Of(BusinessCalendar calendar)
    {
        var team = new OfTeam(calendar, new int[(_to.Since(_from) / Quarter) + 2], new int[Cells], new int[Cells], new int[Cells]);
        for (var at = 0; at < team.CellOf.Length; at++)
        {
            var end = period.Start + Duration.FromMinutes(Quarter * at);
            var local = (end - Duration.FromMinutes(1)).InZone(calendar.Zone);
            team.CellOf[at] = ((int)local.DayOfWeek * Hours) + local.Hour;
            if (at > 0 && end <= period.End)
                team.OpenMinutes[team.CellOf[at]] += (int)calendar
                    .OpenBetween(end - Duration.FromMinutes(Quarter), Instant.Min(end, now)).TotalMinutes;
        }

        return team;
    }

    private sealed record OfTeam(BusinessCalendar Calendar, int[] CellOf, int[] Judged, int[] Broken, int[] OpenMinutes);
}
