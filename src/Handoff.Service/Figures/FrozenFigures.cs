using System.Collections.Concurrent;
using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Service.Company;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Figures;

/// <summary>
/// Keeps what was said of each promise when its period ended, once and for ever: whoever freezes it first, and whatever happens later. Of a
/// figure that is sent in, when no report is taken any more. Where leads were undecided then, the promise is judged once more and for
/// ever when none is, or 30 days later: that figure is kept beside.
/// </summary>
public sealed class FrozenFigures(
    IFactStore facts, FactReading leads, ScorecardReading scorecards, ReportedMetrics reported, AgreementVersions versions, IClock clock)
{
    /// <summary>How many periods of a kind are caught up at most, after the product did not run.</summary>
    private const int MostAtOnce = 60;

    private const string Judged = ":judged";

    private readonly ConcurrentDictionary<string, Look> _looks = new(StringComparer.Ordinal);
    private Instant _nextLook = Instant.MinValue;

    /// <summary>The last look at a period.</summary>
    /// <param name="Promises">The promises that were due.</param>
    /// <param name="Facts">The facts by which some stayed undecided; null: all are judged, and for ever.</param>
    /// <param name="Until">When time alone may judge one.</param>
    private sealed record Look(ImmutableArray<Promised> Promises, FactMark? Facts, Instant Until);

    /// <summary>Freezes what has ended since it last did; most calls find that nothing has, without a look at the store.</summary>
    /// <returns>How many figures it froze.</returns>
    public async Task<int> FreezeAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (now < _nextLook)
            return 0;
        var inForce = await versions.InForceAsync(cancellation);
        var frozen = 0;
        foreach (var period in Ended(inForce, now).OrderBy(period => period.End))
            frozen += await FreezeAsync(period, inForce, now, cancellation);
        // Reports close in the middle of a day.
        _nextLook = now + Duration.FromMinutes(10) - Duration.FromTicks(now.ToUnixTimeTicks() % (10 * NodaConstants.TicksPerMinute));
        return frozen;
    }

    /// <summary>What was said of these promises, by promise.</summary>
    internal static async Task<IReadOnlyDictionary<Promised, FrozenFigure>> ReadAsync(
        IFactStore facts, IEnumerable<Promised> promises, CancellationToken cancellation)
    {
        var frozen = new Dictionary<Promised, FrozenFigure>();
        foreach (var promised in promises)
        {
            if (await facts.FindTextAsync(Name(promised), cancellation) is not { } text)
                continue;
            var then = FigureJson.Read(text.Content);
            var judged = then.Verdict() is null ? await facts.FindTextAsync(Name(promised) + Judged, cancellation) : null;
            frozen[promised] = judged is null ? then : then with { Judged = FigureJson.Read(judged.Content) };
        }

        return frozen;
    }

    private async Task<int> FreezeAsync(
        FigurePeriod period, IReadOnlyList<(Instant From, Agreement Agreement)> inForce, Instant now, CancellationToken cancellation)
    {
        var due = Promised.At(inForce, period.Start).Where(one => one.Period.Kind == period.Kind)
            .Where(one => !one.Promise.Reported || reported.ClosesAt(one.Period) <= now).ToImmutableArray();
        if (await IsSettledAsync(period, due, now, cancellation))
            return 0;
        var known = await ReadAsync(facts, due, cancellation);
        var open = due.Where(one => known.GetValueOrDefault(one)?.Verdict() is null).ToList();
        if (open.Count == 0)
        {
            _looks[period.Name] = new(due, null, Instant.MaxValue);
            return 0;
        }

        var mark = await leads.MarkAsync(cancellation);
        var until = Instant.MaxValue;
        var scorecard = await scorecards.ReadAsync(FigureSight.Everything, period, cancellation);
        var kept = 0;
        foreach (var promised in open)
        {
            var figure = scorecard.Commitments.First(one => one.Promise == promised.Promise && one.Period.Name == period.Name);
            var frozen = new FrozenFigure(scorecard.AsOf, figure.Now, figure.Standing);
            if (frozen.Verdict() is null)
                until = Instant.Min(until, LooksAgainAt(period, figure, now));
            if (known.ContainsKey(promised) && frozen.Verdict() is null)
                continue;
            var name = Name(promised) + (known.ContainsKey(promised) ? Judged : "");
            await facts.SaveTextAsync(new(name, FigureJson.Write(frozen)), cancellation);
            kept++;
        }

        _looks[period.Name] = new(due, mark, until);
        return kept;
    }

    /// <summary>Whether a look would find what the last one found: then no lead is counted, and no figure is read.</summary>
    private async Task<bool> IsSettledAsync(
        FigurePeriod period, ImmutableArray<Promised> due, Instant now, CancellationToken cancellation) =>
        _looks.TryGetValue(period.Name, out var last) && last.Promises.SequenceEqual(due)
        && (last.Facts is null || (now < last.Until && !await leads.HaveChangedAsync(period, last.Facts, cancellation)));

    private static Instant LooksAgainAt(FigurePeriod period, CommitmentFigure figure, Instant now)
    {
        var last = period.End + FrozenFigure.JudgedWithin;
        return figure.SettlesNext is { } next ? now < last ? Instant.Min(next, last) : next : now < last ? last : Instant.MaxValue;
    }

    /// <summary>The periods that have ended since the first agreement came into force, as many as are caught up.</summary>
    private static IEnumerable<FigurePeriod> Ended(IReadOnlyList<(Instant From, Agreement Agreement)> inForce, Instant now)
    {
        var agreement = inForce[^1].Agreement;
        foreach (var kind in Enum.GetValues<Agreements.Period>())
        {
            var period = FigurePeriod.At(kind, now, agreement.TimeZone, agreement.Figures.YearStarts).Before;
            for (var i = 0; i < MostAtOnce && (period.End > inForce[0].From || (i == 0 && inForce[0].From == Instant.MinValue)); i++)
            {
                yield return period;
                if (inForce[0].From == Instant.MinValue)
                    break;
                period = period.Before;
            }
        }
    }

    private static string Name(Promised promised) =>
        $"figure:{promised.Period.Name}:{promised.Promise.By}:{Uri.EscapeDataString(promised.Promise.Metric)}"
        + (promised.Promise.IsMost ? ":most" : "");
}
