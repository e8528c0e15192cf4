using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Meetings;
using Handoff.Service.Company;
using Handoff.Service.Figures;
using NodaTime;

namespace Handoff.Service.Meetings;

/// <summary>Reads the figures by which decisions are judged.</summary>
public sealed class DecisionJudging(ScorecardReading scorecards, CompanyInForce company, IClock clock)
{
    /// <summary>With fewer leads than this a figure after a decision says nothing yet.</summary>
    private const int FewestAfter = 20;

    /// <summary>For so long a closed decision is still told of.</summary>
    private static readonly Duration Told = Duration.FromDays(28);

    /// <summary>The figures that a decision may name: those that are promised.</summary>
    public ImmutableArray<string> Metrics => [.. company.Agreement.Commitments.Select(one => one.Metric).Distinct(StringComparer.Ordinal)];

    /// <summary>What became of each decision that is open, or was closed lately.</summary>
    public async Task<ImmutableArray<DecisionFate>> ReadAsync(MeetingState meetings, CancellationToken cancellation)
    {
        var fates = ImmutableArray.CreateBuilder<DecisionFate>();
        foreach (var decision in meetings.Decisions.Where(one => one.IsOpen || one.ClosedAt >= clock.GetCurrentInstant() - Told))
            fates.Add(await JudgeAsync(decision, cancellation));
        return fates.ToImmutable();
    }

    private async Task<DecisionFate> JudgeAsync(Decision decision, CancellationToken cancellation)
    {
        var agreement = company.Agreement;
        var fate = new DecisionFate(
            decision.Number, decision.Text, decision.Owner, decision.Due, decision.IsDone, decision.Metric, decision.Expected, null, null);
        if (agreement.Commitments.FirstOrDefault(one => one.Metric == decision.Metric) is not { } promise)
            return fate;
        var (zone, starts) = (agreement.TimeZone, agreement.Figures.YearStarts);
        var before = await FigureAsync(promise, FigurePeriod.At(promise.Per, decision.At, zone, starts).Before, cancellation);
        var last = FigurePeriod.At(promise.Per, clock.GetCurrentInstant(), zone, starts).Before;
        var after = last.Start >= decision.At ? await FigureAsync(promise, last, cancellation) : null;
        return fate with
        {
            Before = before?.ValueFor(promise),
            After = after is Figure.Share { Of.N: < FewestAfter } ? null : after?.ValueFor(promise),
            IsPercent = promise.IsPercent,
        };
    }

    private async Task<Figure?> FigureAsync(Commitment promise, FigurePeriod period, CancellationToken cancellation) =>
        (await scorecards.ReadAsync(FigureSight.Everything, period, cancellation)).Commitments
            .FirstOrDefault(figure => figure.Promise.Metric == promise.Metric && figure.Period.Name == period.Name)?.Now;
}
