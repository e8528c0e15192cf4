using Handoff.Figures.Statistics;
using Handoff.Leads;

namespace Handoff.Figures.Tallies;

/// <summary>Adds up how far the leads of one period came.</summary>
internal sealed class CohortTally(FigurePeriod period, Minute now)
{
    private static readonly string[] Names = ["qualified", "accepted", "contacted", "sales_qualified", "won"];

    private readonly int[] _reached = new int[Names.Length];
    private readonly KaplanMeier[] _times = [.. Names.Select(_ => new KaplanMeier())];
    private int _open;
    private bool _hasOutcomes;

    public Minute From { get; } = Minute.Of(period.Start);

    /// <summary>Adds a lead of the cohort.</summary>
    public void Add(in LeadFact lead)
    {
        _hasOutcomes |= lead.Outcome is not null;
        _open += lead.Status.IsOpen() ? 1 : 0;
        var won = lead.Outcome == Outcome.Won ? lead.OutcomeAt : Minute.None;
        var real = Earliest(lead.SalesQualifiedAt, won);
        var contacted = Earliest(lead.ContactedAt, real);
        Span<Minute> steps = [lead.QualifiedAt, Earliest(lead.AcceptedAt, contacted), contacted, real, won];
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
        period, [.. Names.Select((name, step) => new CohortStage(
            name, ShareFigure.Of(_reached[step], _reached[0]), step == 0 ? null : _times[step].Quantile(0.5)))],
        ShareFigure.Of(_open, _reached[0]), _hasOutcomes);

    private static Minute Earliest(Minute one, Minute other) =>
        one.IsNone ? other : other.IsNone || one <= other ? one : other;
}
