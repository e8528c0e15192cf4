using System.Collections.Immutable;
using Handoff.Figures.Tallies;

namespace Handoff.Figures;

/// <summary>
/// Makes a scorecard of facts: each is added once, in any order, and nothing else is looked at. What is not added is in no figure, so who
/// may see less is shown fewer leads.
/// </summary>
public sealed class ScorecardFold
{
    private const int CohortsBefore = 5;

    private readonly ScorecardQuestion _question;
    private readonly Minute _from;
    private readonly Minute _to;
    private readonly PromiseTally[] _promises;
    private readonly CohortTally[] _cohorts;
    private readonly SliceTally _slices = new();
    private readonly TimeTally _times;
    private readonly SpreadTally _spread;
    private readonly RepTally _reps;
    private readonly MetricTally[] _money;
    private readonly MetricTally _yes;
    private readonly MetricTally _no;
    private int _cameBack;

    /// <param name="question">What is asked.</param>
    public ScorecardFold(ScorecardQuestion question)
    {
        _question = question;
        var (period, now) = (question.Period, Minute.Of(question.Now));
        (_from, _to) = (Minute.Of(period.Start), Minute.Of(period.End));
        _promises = [.. question.Promises.Select(promised => new PromiseTally(question, promised))];
        // The cohorts of six periods, and of each promise the days before now and its period before.
        Earliest = Minute.Of(CohortPeriods(period)[0].Start);
        foreach (var promise in _promises)
            Earliest = promise.Earliest < Earliest ? promise.Earliest : Earliest;
        _cohorts = [.. CohortPeriods(period).Select(one => new CohortTally(one, now))];
        _times = new(period, question.Staff, question.Now);
        _spread = new(period);
        _reps = new(period);
        (_yes, _no) = (new(Metrics.LeadsSayingYes, period, now), new(Metrics.LeadsSayingNo, period, now));
        _money =
        [
            .. new[] { Metrics.PipelineCreated, Metrics.WonAmount, Metrics.PipelineOfCohort, Metrics.WonOfCohort }
                .Select(metric => new MetricTally(metric, period, now)),
        ];
    }

    /// <summary>No lead whose <see cref="LeadFact.LastAt"/> is before is in any figure.</summary>
    public Minute Earliest { get; }

    public void Add(in LeadFact lead)
    {
        if (!lead.Counts || lead.LastAt < Earliest)
            return;
        foreach (var promise in _promises)
            promise.Add(lead);
        AddToCohort(lead);
        _times.Add(lead);
        _spread.Add(lead);
        _reps.Add(lead);
        if (lead.AskedAt.IsSome)
        {
            _yes.Add(lead, _yes.Metric.Rule(lead));
            _no.Add(lead, _no.Metric.Rule(lead));
        }

        if (lead.Money.IsSome)
        {
            foreach (var money in _money)
                money.Add(lead, money.Metric.Rule(lead));
        }

        if (!lead.QualifiedAt.IsIn(_from, _to))
            return;
        if (lead.CameBack)
        {
            _cameBack++;
            return;
        }

        _slices.Add(lead);
    }

    /// <summary>The scorecard of all that was added.</summary>
    public Scorecard Build() => new()
    {
        AsOf = _question.Now,
        Period = _question.Period,
        Commitments = [.. _promises.Select(promise => promise.Build())],
        Funnel = [.. _cohorts.Select(cohort => cohort.Build())],
        Slices =
        [
            .. new[] { SliceNames.Source, SliceNames.Team, SliceNames.Tier, SliceNames.Country }.Concat(Dimensions)
                .Distinct(StringComparer.Ordinal).Select(_slices.By),
        ],
        // Team and tier are what we made of a lead, not what the customer is.
        LookedFor = _slices.LookedFor(
            new[] { SliceNames.Source, SliceNames.Country }.Concat(Dimensions).Distinct(StringComparer.Ordinal)),
        Asked = new(_yes.Share, _no.Share),
        Reasons = _slices.Reasons(),
        Waiting = _times.Waiting,
        Times = _times.Times,
        Breaches = _times.Breaches,
        Spread = _spread.Build(),
        Reps = _reps.Build(),
        Money = new(_money[0].Money, _money[1].Money, _money[2].Money, _money[3].Money),
        CameBack = _cameBack,
    };

    private IEnumerable<string> Dimensions =>
        _question.Dimensions.Select(name => name == SliceNames.Source ? SliceNames.UtmSource : name);

    private void AddToCohort(in LeadFact lead)
    {
        if (!lead.IsOfCohort || lead.QualifiedAt >= _to)
            return;
        for (var at = _cohorts.Length - 1; at >= 0; at--)
        {
            if (lead.QualifiedAt < _cohorts[at].From)
                continue;
            _cohorts[at].Add(lead);
            return;
        }
    }

    private static ImmutableArray<FigurePeriod> CohortPeriods(FigurePeriod last)
    {
        var periods = ImmutableArray.Create(last);
        for (var before = 0; before < CohortsBefore; before++)
            periods = periods.Insert(0, periods[0].Before);
        return periods;
    }
}
