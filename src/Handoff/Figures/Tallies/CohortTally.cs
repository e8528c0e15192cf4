using Handoff.Figures.Statistics;
using Handoff.Leads;

namespace Handoff.Figures.Tallies;

/// <summary>Adds up how far the leads of one period came.</summary>
internal sealed class CohortTally(FigurePeriod period, Minute now)
{
    private readonly int[] _reached = new int[FunnelSteps.Count];
    private readonly KaplanMeier[] _times = [.. FunnelSteps.Names.Select(_ => new KaplanMeier())];
    private int _open;
    private bool _hasOutcomes;

    public Minute From { get; } = Minute.Of(period.Start);

    /// <summary>Adds a lead of the cohort.</summary>
    public void Add(in LeadFact lead)
    {
        _hasOutcomes |= lead.Outcome is not null;
        _open += lead.Status.IsOpen() ? 1 : 0;
        Span<Minute> steps = stackalloc Minute[FunnelSteps.Count];
        FunnelSteps.Of(lead, steps);
        for (var step = 0; step < steps.Length && steps[step].IsSome; step++)
        {
            _reached[step]++;
            if (step > 0)
                _times[step].Add(Math.Max(0, steps[step].Since(steps[step - 1])), hasEnded: true);
            // Who has not taken the next step may still do so, or never will.
            if (step + 1 < steps.Length && steps[step + 1].IsNone)
                _times[step + 1].Add(lead.Status.IsOpen() ? Math.Max(0, now.Since(steps[step])) : int.MaxValue, hasEnded: false);
        }
    }

    public Cohort Build() => new(
        period, [.. FunnelSteps.Names.Select((name, step) => new CohortStage(
            name, ShareFigure.Of(_reached[step], _reached[0]), step == 0 ? null : _times[step].Quantile(0.5)))],
        ShareFigure.Of(_open, _reached[0]), _hasOutcomes);
}
