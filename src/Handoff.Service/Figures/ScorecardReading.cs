using System.Collections.Concurrent;
using System.Collections.Immutable;
using Handoff.Figures;
using Handoff.Service.Company;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Figures;

/// <summary>Reads the scorecard for somebody. While nothing changes, who asks again within a minute is told the same.</summary>
public sealed class ScorecardReading(
    FactReading facts, IFactStore store, PastPeriods past, ReportedMetrics reported, CompanyInForce company, AgreementVersions versions,
    IClock clock)
{
    private const int MostKept = 50;

    private static readonly Duration KeptFor = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Sight, string Period), (FactMark Facts, Scorecard Scorecard)> _kept = new();

    /// <summary>The period of a name in the organisation's zone; null: it names none.</summary>
    public FigurePeriod? PeriodNamed(string name) =>
        FigurePeriod.Named(name, company.Agreement.TimeZone, company.Agreement.Figures.YearStarts);

    /// <summary>Reads it.</summary>
    /// <param name="sight">Whose leads are counted.</param>
    /// <param name="period">Which period; null: the month that goes on.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Scorecard> ReadAsync(FigureSight sight, FigurePeriod? period, CancellationToken cancellation)
    {
        var agreement = company.Agreement;
        var now = clock.GetCurrentInstant();
        var asked = period ?? FigurePeriod.At(Agreements.Period.Month, now, agreement.TimeZone, agreement.Figures.YearStarts);
        var inForce = await versions.InForceAsync(cancellation);
        var promises = Promised.At(inForce, now < asked.End ? now : asked.End - Duration.Epsilon)
            .Where(one => sight.Judges(one.Promise)).ToImmutableArray();
        var reports = await reported.ReadAsync(
            promises.Where(one => one.Promise.Reported).Select(one => one.Promise.Metric), cancellation);
        // What was reported is of all leads.
        var ended = promises.Where(one => sight.Teams is null && one.Period.End <= now);
        var frozen = await FrozenFigures.ReadAsync(store, ended, cancellation);
        var card = await facts.ReadAsync(
            (asOf, book) =>
            {
                var whose = sight.Teams is { } teams ? string.Join('\n', teams) : "all";
                var said = string.Join(' ', promises.Where(one => one.Promise.Reported).Select(reports)) + string.Join(' ', frozen.Values);
                var key = (whose, $"{agreement.Version} {inForce.Length} {asked.Name} {said}");
                if (_kept.TryGetValue(key, out var kept) && kept.Facts == book.Mark && asOf - kept.Scorecard.AsOf < KeptFor)
                    return kept.Scorecard;
                var scorecard = Fold(book, sight, new()
                {
                    Now = asOf,
                    Period = asked,
                    Promises = promises,
                    Dimensions = [.. agreement.Dimensions.Select(dimension => dimension.Name)],
                    Staff = company.Staff,
                    Pace = ScorecardQuestion.PaceOf(agreement, company.Staff),
                    Reported = reports,
                    Frozen = frozen.GetValueOrDefault,
                });
                if (_kept.Count >= MostKept)
                    _kept.Clear();
                _kept[key] = (book.Mark, scorecard);
                return scorecard;
            },
            cancellation);
        var commitments = card.Commitments.ToBuilder();
        for (var i = 0; sight.Teams is null && i < promises.Length; i++)
            commitments[i] = commitments[i] with { Past = await past.ReadAsync(promises[i], asked, now, cancellation) };
        return card with { Commitments = commitments.ToImmutable(), Reps = [.. card.Reps.Where(sight.Names)] };
    }

    private static Scorecard Fold(FactBook book, FigureSight sight, ScorecardQuestion question)
    {
        var fold = new ScorecardFold(question);
        foreach (ref readonly var lead in book.FactsSince(fold.Earliest))
        {
            if (sight.Sees(lead))
                fold.Add(lead);
        }

        return fold.Build() with { Teams = sight.Teams?.ToImmutableArray() };
    }
}
