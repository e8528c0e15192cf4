using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Handoff.Agreements;
using Handoff.Figures.Statistics;
using Handoff.People;

namespace Handoff.Figures;

/// <summary>
/// Finds where some leads of a period are out of line with all others: by Fisher's exact test of each slice against the rest, with the
/// share of false ones among those that are told kept by Benjamini and Hochberg 1995 over all that was asked.
/// </summary>
/// <param name="period">The period.</param>
/// <param name="dimensions">By what leads are told apart.</param>
/// <param name="reasons">The codes of the reasons for which leads end, with whose fault they are.</param>
/// <param name="staff">Knows the teams' zones.</param>
public sealed class DisagreementFold(
    FigurePeriod period, ImmutableArray<string> dimensions, ImmutableArray<(string Code, Fault Fault)> reasons, Staff staff)
{
    /// <summary>How many leads a slice, and the rest, have at least.</summary>
    public const int Fewest = 10;

    /// <summary>The share of false ones among those that are told, at most.</summary>
    public const double FalseShare = 0.10;

    private readonly Question[] _questions = [.. Questions(reasons, period, staff)];
    private readonly Minute _from = Minute.Of(period.Start);
    private readonly Minute _to = Minute.Of(period.End);
    private readonly Dictionary<(int Question, int Dimension, string Value), (int Good, int All)> _slices = [];
    private readonly (int Good, int All)[] _whole = new (int, int)[1 + Metrics.OfClocks.Length + reasons.Length];
    private readonly List<(int Question, string[] Values)> _leads = [];

    private sealed record Question(string Name, MetricRule Rule, Func<string, Side> Against);

    public void Add(in LeadFact lead)
    {
        string[]? values = null;
        for (var question = 0; question < _questions.Length; question++)
        {
            var judged = _questions[question].Rule(lead);
            if (!judged.Counts || !judged.At.IsIn(_from, _to))
                continue;
            values ??= ValuesOf(lead);
            _leads.Add((question, values));
            _whole[question] = Plus(_whole[question], judged);
            for (var dimension = 0; dimension < values.Length; dimension++)
            {
                ref var slice = ref CollectionsMarshal.GetValueRefOrAddDefault(_slices, (question, dimension, values[dimension]), out _);
                slice = Plus(slice, judged);
            }
        }
    }

    /// <summary>All that stand out, those of most leads first.</summary>
    public ImmutableArray<Disagreement> Build()
    {
        var asked = _slices
            .Select(slice => (slice.Key, Part: slice.Value, Others: Less(_whole[slice.Key.Question], slice.Value)))
            .Where(one => one.Part.All >= Fewest && one.Others.All >= Fewest)
            .Select(one => (one.Key, one.Part, one.Others,
                Chance: FisherExact.Chance(one.Part.Good, one.Part.All, one.Others.Good, one.Others.All)))
            .OrderBy(one => one.Chance).ToList();
        var told = asked.Select((one, rank) => one.Chance <= FalseShare * (rank + 1) / asked.Count ? rank + 1 : 0).DefaultIfEmpty().Max();
        return
        [
            .. asked.Take(told)
                .Select(one => Disagree(one.Key, one.Part, one.Others, one.Chance))
                .OrderByDescending(one => one.OutOfLine).ThenBy(one => one.Chance)
                .ThenBy(one => one.Question, StringComparer.Ordinal).ThenBy(one => one.Dimension, StringComparer.Ordinal)
                .ThenBy(one => one.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>How much of the leads of one are leads of another: 0 to 1.</summary>
    public double Within(Disagreement one, Disagreement other)
    {
        var question = Array.FindIndex(_questions, asked => asked.Name == one.Question);
        var (mine, others) = (dimensions.IndexOf(one.Dimension), dimensions.IndexOf(other.Dimension));
        var own = _leads.Where(lead => lead.Question == question && lead.Values[mine] == one.Value).ToList();
        return own.Count == 0 ? 0 : (double)own.Count(lead => lead.Values[others] == other.Value) / own.Count;
    }

    private Disagreement Disagree(
        (int Question, int Dimension, string Value) key, (int Good, int All) slice, (int Good, int All) rest, double chance)
    {
        var (share, others) = (ShareFigure.Of(slice.Good, slice.All), ShareFigure.Of(rest.Good, rest.All));
        var gap = share.Rate > others.Rate ? share.Low - others.Rate : others.Rate - share.High;
        var question = _questions[key.Question];
        var dimension = dimensions[key.Dimension];
        return new(
            question.Name, dimension, key.Value, share, others, chance, Math.Max(0, gap ?? 0) * slice.All, question.Against(dimension));
    }

    private string[] ValuesOf(in LeadFact lead)
    {
        var values = new string[dimensions.Length];
        for (var dimension = 0; dimension < values.Length; dimension++)
            values[dimension] = DayParts.ValueOf(lead, dimensions[dimension], staff);
        return values;
    }

    private static IEnumerable<Question> Questions(
        ImmutableArray<(string Code, Fault Fault)> reasons, FigurePeriod period, Staff staff)
    {
        yield return new(
            Metrics.AcceptanceRate.Name, Metrics.AcceptanceRate.Rule,
            dimension => dimension is SliceNames.Team or DayParts.Dimension ? Side.Sales : Side.Marketing);
        foreach (var metric in Metrics.OfClocks)
            yield return new(metric.Name, metric.Rule, _ => Side.Sales);
        foreach (var (code, fault) in reasons)
        {
            var name = $"{FigureLeadNames.Reason}.{code}";
            yield return new(
                name, FigureLeads.RuleOf(name, period, staff) ?? throw new InvalidOperationException("A reason has a figure."),
                _ => fault == Fault.Marketing ? Side.Marketing : Side.Sales);
        }
    }

    private static (int Good, int All) Plus((int Good, int All) sum, Judged judged) =>
        (sum.Good + (judged.IsGood ? 1 : 0), sum.All + 1);

    private static (int Good, int All) Less((int Good, int All) whole, (int Good, int All) part) =>
        (whole.Good - part.Good, whole.All - part.All);
}
