using System.Collections.Concurrent;
using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Figures;

/// <summary>Reads in how many of its own periods within a longer one a promise was kept, by what was said of each then.</summary>
public sealed class PastPeriods(IFactStore store)
{
    // A verdict stays, and so it is read once.
    private readonly ConcurrentDictionary<(string Period, Side By, string Metric, bool IsMost), Standing> _verdicts = new();

    /// <summary>Counts them; null: none is judged, or its periods are no shorter.</summary>
    /// <param name="promised">The promise in its last period.</param>
    /// <param name="within">The longer period; a shorter one is of that in which it ended.</param>
    /// <param name="now">What ends later is not over.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<PeriodsKept?> ReadAsync(Promised promised, FigurePeriod within, Instant now, CancellationToken cancellation)
    {
        if (promised.Period.Kind >= within.Kind)
            return null;
        List<Promised> over = [];
        for (var period = promised.Period; period.End > within.Start; period = period.Before)
        {
            if (period.End <= within.End && period.End <= now)
                over.Add(promised with { Period = period });
        }

        // What was not frozen is asked for again: all at once.
        var verdicts = await Task.WhenAll(over.Select(one => VerdictAsync(one, cancellation)));
        var judged = verdicts.Count(verdict => verdict is Standing.Kept or Standing.Missed);
        return judged == 0 ? null : new(verdicts.Count(verdict => verdict == Standing.Kept), judged);
    }

    private async Task<Standing?> VerdictAsync(Promised promised, CancellationToken cancellation)
    {
        var (promise, period) = (promised.Promise, promised.Period);
        var key = (period.Name, promise.By, promise.Metric, promise.IsMost);
        if (_verdicts.TryGetValue(key, out var known))
            return known;
        var frozen = await FrozenFigures.ReadAsync(store, [promised], cancellation);
        if (frozen.GetValueOrDefault(promised)?.Verdict() is not { } verdict)
            return null;
        _verdicts[key] = verdict;
        return verdict;
    }
}
