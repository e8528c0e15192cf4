using Handoff.Agreements;
using NodaTime;

namespace Handoff.Figures.Tallies;

/// <summary>How it stands with a promise.</summary>
internal static class Standings
{
    private const double EvenChance = 0.5;

    public static Standing Of(
        Commitment promise, FigurePeriod period, Metric? metric, MetricTally? tally, Figure figure, Forecast? forecast, Instant now)
    {
        var isOver = now >= period.End;
        if (tally is not null && Certain(promise, tally, isOver) is { } certain)
            return isOver ? certain ? Standing.Kept : Standing.Missed : certain ? Standing.Safe : Standing.Unreachable;
        if (isOver && now < period.End + FrozenFigure.JudgedWithin
            && (metric is { IsRestated: true } ? tally is { Unsettled: > 0 } : tally is { Good: 0, Bad: 0, Undecided: > 0 }))
            return Standing.Undecided;
        if (figure.ValueFor(promise) is not { } value)
            return isOver ? Standing.Nothing : Standing.Early;
        if (isOver)
            return promise.IsKeptBy(value) ? Standing.Kept : Standing.Missed;

        return forecast is { } chance ? chance.Kept < EvenChance ? Standing.AtRisk : Standing.OnPace
            : tally is null ? promise.IsKeptBy(value) ? Standing.OnPace : Standing.AtRisk
            : Standing.Early;
    }

    /// <summary>True: kept whatever happens; false: missed whatever happens; null: neither is certain.</summary>
    /// <remarks>
    /// While a period goes on nobody knows how many leads are to come, so of a share only a promise of all, or of none, can be out of
    /// reach.
    /// </remarks>
    private static bool? Certain(Commitment promise, MetricTally tally, bool isOver) => tally.Metric.Kind switch
    {
        MetricKind.Count => OfCount(promise, tally, isOver),
        MetricKind.Share when !isOver =>
            promise is { IsMost: false, AtLeast: 100 } && tally.SettledBad > 0 ? false
            : promise is { IsMost: true, AtLeast: 0 } && tally.SettledGood > 0 ? false
            : null,
        MetricKind.Share => OfShare(promise, tally),
        _ => null,
    };

    private static bool? OfCount(Commitment promise, MetricTally tally, bool isOver)
    {
        var (least, most) = (tally.SettledGood, tally.Good + tally.Undecided + tally.Contested + tally.UnsettledOutside);
        if (promise.IsMost)
            return least > promise.AtLeast ? false : isOver && most <= promise.AtLeast ? true : null;
        return least >= promise.AtLeast ? true : isOver && most < promise.AtLeast ? false : null;
    }

    private static bool? OfShare(Commitment promise, MetricTally tally)
    {
        var all = tally.Good + tally.Bad + tally.Undecided + tally.Contested + tally.UnsettledOutside;
        if (all == 0 || tally.SettledGood + tally.SettledBad == 0)
            return null;
        var least = 100m * tally.SettledGood / all;
        var most = 100m * (all - tally.SettledBad) / all;
        return promise.IsKeptBy(least) && promise.IsKeptBy(most) ? true
            : !promise.IsKeptBy(least) && !promise.IsKeptBy(most) ? false
            : null;
    }
}
