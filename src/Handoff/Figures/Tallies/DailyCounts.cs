using System.Collections.Immutable;
using Handoff.Calendars;
using Handoff.Figures.Statistics;
using NodaTime;

namespace Handoff.Figures.Tallies;

/// <summary>Counts leads by day: over the last 60 working days before now, and to the period's end.</summary>
internal sealed class DailyCounts
{
    private const int WorkingDaysBack = 60;
    private const int MostDaysBack = 120;

    private readonly Minute[] _starts;
    private readonly LocalDate[] _dates;
    private readonly int[] _counts;
    private readonly FigurePeriod _period;
    private readonly Instant _now;

    public DailyCounts(FigurePeriod period, Instant now)
    {
        (_period, _now) = (period, now);
        var today = now.InZone(period.Zone).Date;
        var first = LocalDate.Min(period.First, today.PlusDays(-MostDaysBack));
        var days = NodaTime.Period.DaysBetween(first, LocalDate.Max(period.Next, today.PlusDays(1)));
        _dates = [.. Enumerable.Range(0, days).Select(first.PlusDays)];
        _starts = [.. _dates.Append(first.PlusDays(days)).Select(day => Minute.Of(period.Zone.AtStartOfDay(day).ToInstant()))];
        _counts = new int[days];
    }

    /// <summary>The midnight of the first day.</summary>
    public Minute From => _starts[0];

    public void Add(Minute at)
    {
        if (!at.IsIn(_starts[0], _starts[^1]))
            return;
        // A day has 23 to 25 hours: the guess is one too many or too few at most.
        var day = Math.Min(at.Since(_starts[0]) / NodaConstants.MinutesPerDay, _counts.Length - 1);
        day += at < _starts[day] ? -1 : at >= _starts[day + 1] ? 1 : 0;
        _counts[day]++;
    }

    public double Burst(BusinessCalendar pace)
    {
        var today = _now.InZone(_period.Zone).Date;
        var counts = new List<int>(WorkingDaysBack);
        for (var at = Array.IndexOf(_dates, today) - 1; at >= 0 && counts.Count < WorkingDaysBack; at--)
        {
            if (pace.OpenBetween(_starts[at].ToInstant()!.Value, _starts[at + 1].ToInstant()!.Value) > Duration.Zero)
                counts.Add(_counts[at]);
        }

        return CountForecast.BurstOf([.. counts]);
    }

    /// <summary>The line of the period against the pace of a target.</summary>
    public ImmutableArray<PacePoint> Line(WorkingPace pace, decimal target)
    {
        var points = ImmutableArray.CreateBuilder<PacePoint>(pace.Days.Length);
        var (actual, working) = (0, 0.0);
        var first = Array.IndexOf(_dates, _period.First);
        for (var at = 0; at < pace.Days.Length; at++)
        {
            var day = pace.Days[at];
            actual += _counts[first + at];
            working += day.Working;
            points.Add(new(
                day.Date, day.Working > 0, day.Start <= _now ? actual : null,
                pace.InForce == 0 ? 0 : (double)target * working / pace.InForce));
        }

        return points.MoveToImmutable();
    }
}
