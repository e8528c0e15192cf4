using Handoff.Figures.Statistics;

namespace Handoff.Figures.Tallies;

/// <summary>Adds up one promise: its period, the one before, and the days.</summary>
internal sealed class PromiseTally
{
    private readonly ScorecardQuestion _question;
    private readonly Promised _promised;
    private readonly Metric? _metric;
    private readonly MetricTally? _present;
    private readonly MetricTally? _before;
    private readonly DailyCounts _days;
    private readonly Minute _now;

    public PromiseTally(ScorecardQuestion question, Promised promised)
    {
        (_question, _promised, _now) = (question, promised, Minute.Of(question.Now));
        _days = new(promised.Period, question.Now);
        if (promised.Promise.Reported || Metrics.Find(promised.Promise.Metric) is not { } metric)
            return;
        (_metric, _present, _before) = (metric, new(metric, promised.Period, _now), new(metric, promised.Period.Before, _now));
    }

    /// <summary>No lead counts whose instants are all before.</summary>
    public Minute Earliest => Minute.Of(_promised.Period.Before.Start) is var before && before < _days.From ? before : _days.From;

    public void Add(in LeadFact lead)
    {
        if (_metric is null)
            return;
        var judged = _metric.Rule(lead);
        if (judged.At.IsNone)
            return;
        _present!.Add(lead, judged);
        _before!.Add(lead, judged);
        // A deadline to come is none of the days that have passed.
        if (judged.Verdict is Verdict.Good || (_metric.Kind == MetricKind.Share && judged.Verdict is Verdict.Bad or Verdict.Undecided))
        {
            if (judged.At <= _now)
                _days.Add(judged.At);
        }
    }

    public CommitmentFigure Build()
    {
        var (promise, period) = (_promised.Promise, _promised.Period);
        var pace = WorkingPace.Of(_question.Pace, period, _promised.InForceFrom, _question.Now);
        var isPartial = _promised.InForceFrom > period.Start || pace.Whole == 0;
        var isCount = _metric is { Kind: MetricKind.Count };
        var scales = _metric is { Kind: MetricKind.Count or MetricKind.Money };
        var target = isPartial && scales ? pace.PartOf(promise.AtLeast) : promise.AtLeast;
        var goesOn = _question.Now < period.End;
        var forecast = goesOn && pace.IsTelling ? ForecastOf(pace, target) : null;
        var figure = _present?.Figure ?? _question.Reported(_promised);
        var frozen = _question.Frozen(_promised);
        return new()
        {
            Promise = promise,
            Period = period,
            IsPartial = isPartial,
            Target = target,
            Now = figure,
            Before = !_promised.HeldBefore ? null
                : _before?.Figure ?? _question.Reported(_promised with { Period = period.Before }),
            Frozen = frozen,
            Standing = frozen?.Verdict()
                ?? Standings.Of(promise with { AtLeast = target }, period, _metric, _present, figure, forecast, _question.Now),
            SettlesNext = _present?.SettlesNext.ToInstant(),
            Pace = goesOn && isCount ? PaceOf(pace, target) : null,
            Forecast = forecast,
            Line = isCount ? _days.Line(pace, target) : [],
        };
    }

    private Pace PaceOf(WorkingPace pace, decimal target)
    {
        var expected = pace.ExpectedOf(target);
        var gap = _present!.Good - expected;
        var perDay = pace.InForce == 0 ? 0 : (double)target / pace.InForce;
        return new(
            expected, gap, perDay == 0 ? 0 : gap / perDay,
            pace.Left <= 0 ? null : Math.Max(0, ((double)target - _present.Good) / pace.Left));
    }

    private Forecast? ForecastOf(WorkingPace pace, decimal target)
    {
        if (_metric is null or { Kind: MetricKind.Money } || _present is null || _before is null)
            return null;
        var come = _metric.Kind == MetricKind.Count ? _present.Good
            : _present.Good + _present.Bad + _present.Undecided - _present.UndecidedLater;
        var comeBefore = _metric.Kind == MetricKind.Count ? _before.Good : _before.Good + _before.Bad + _before.Undecided;
        var daysBefore = WorkingPace.Of(_question.Pace, _promised.Period.Before, NodaTime.Instant.MinValue, _question.Now).Whole;
        var counts = new CountForecast(
            come, pace.Elapsed, pace.Left, _promised.HeldBefore && daysBefore > 0 ? (double)comeBefore / daysBefore : null,
            _days.Burst(_question.Pace));
        if (_metric.Kind == MetricKind.Count)
            return counts.For(target, _promised.Promise.IsMost);
        // Clocks that run are judged by the period's end; those that have not begun are as many as the pace makes likely.
        var judged = _present.Good + _present.Bad;
        var toCome = _present.Undecided - _present.UndecidedLater
            + Math.Max(_present.UndecidedLater, (int)Math.Round(counts.Quantile(Forecast.Half) - come));
        return judged + toCome == 0 ? null
            : new ShareForecast(_present.Good, judged, toCome).For(target, _promised.Promise.IsMost);
    }
}
