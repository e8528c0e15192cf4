using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Meetings;
using Handoff.Service.Company;
using Handoff.Service.Figures;
using NodaTime;

namespace Handoff.Service.Meetings;

/// <summary>Reads the figures by which decisions are judged, as they were reported.</summary>
public sealed class DecisionJudging(ScorecardReading scorecards, CompanyInForce company, IClock clock)
{
    /// <summary>For so long a closed decision is told of at least.</summary>
    private static readonly Duration Told = Duration.FromDays(28);

    /// <summary>The figures that a decision may name: those that are promised.</summary>
    public ImmutableArray<string> Metrics => [.. company.Agreement.Commitments.Select(one => one.Metric).Distinct(StringComparer.Ordinal)];

    /// <summary>What became of each decision that is open, was closed lately, or of which no report has told what came of it.</summary>
    public async Task<ImmutableArray<DecisionFate>> ReadAsync(
        MeetingState meetings, ReportState reports, CancellationToken cancellation)
    {
        var since = clock.GetCurrentInstant() - Told;
        var fates = ImmutableArray.CreateBuilder<DecisionFate>();
        foreach (var decision in meetings.Decisions.Where(one => one.IsOpen || one.ClosedAt >= since || reports.Owes(one)))
            fates.Add(await JudgeAsync(decision, cancellation));
        return fates.ToImmutable();
    }

    private async Task<DecisionFate> JudgeAsync(Decision decision, CancellationToken cancellation)
    {
        var agreement = company.Agreement;
        var fate = new DecisionFate(
            decision.Number, decision.Text, decision.Owner, decision.Due, decision.IsDone, decision.Metric, decision.Expected, null, null);
        if (agreement.Commitments.FirstOrDefault(one => one.Metric == decision.Metric) is not { } promise)
            return fate with { IsJudged = true };
        var (zone, starts, now) = (agreement.TimeZone, agreement.Figures.YearStarts, clock.GetCurrentInstant());
        var decided = FigurePeriod.At(promise.Per, decision.At, zone, starts);
        var periods = 0;
        for (var one = decided.Start < decision.At ? decided.After : decided; one.End <= now && periods < DecisionFate.MostPeriods;)
            (one, periods) = (one.After, periods + 1);
        var before = await FigureAsync(promise, decided.Before, cancellation);
        var last = FigurePeriod.At(promise.Per, now, zone, starts).Before;
        return fate.Judged(promise, before, periods == 0 ? null : await FigureAsync(promise, last, cancellation), periods);
    }

    private async Task<Figure?> FigureAsync(Commitment promise, FigurePeriod period, CancellationToken cancellation) =>
        (await scorecards.ReadAsync(FigureSight.Everything, period, cancellation)).Commitments
            .FirstOrDefault(figure => figure.Promise.Metric == promise.Metric && figure.Period.Name == period.Name) is { } figure
            ? figure.Frozen?.Figure ?? figure.Now : null;
}
