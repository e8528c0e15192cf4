using System.Collections.Immutable;

namespace Handoff.Figures.Tallies;

/// <summary>Adds up one metric over one period.</summary>
internal sealed class MetricTally(Metric metric, Minute from, Minute to, Minute now)
{
    private readonly SortedDictionary<string, decimal> _amounts = new(StringComparer.Ordinal);

    public MetricTally(Metric metric, FigurePeriod period, Minute now)
        : this(metric, Minute.Of(period.Start), Minute.Of(period.End), now)
    {
    }

    public Metric Metric => metric;

    public int Good { get; private set; }

    public int Bad { get; private set; }

    public int Undecided { get; private set; }

    /// <summary>Of those, clocks whose deadline is to come.</summary>
    public int UndecidedLater { get; private set; }

    public int Erased { get; private set; }

    /// <summary>In neither number until a contest is answered.</summary>
    public int Contested { get; private set; }

    public int SettledGood { get; private set; }

    public int SettledBad { get; private set; }

    /// <summary>In neither number, but that may be taken back.</summary>
    public int UnsettledOutside { get; private set; }

    /// <summary>When the next of its leads is settled by nothing but time; none: no time settles one.</summary>
    public Minute SettlesNext { get; private set; }

    public void Add(in LeadFact lead, Judged judged)
    {
        if (!judged.At.IsIn(from, to))
            return;
        var isSettled = judged.IsSettled(now);
        if (!isSettled && judged.SettledFrom.IsSome && (SettlesNext.IsNone || judged.SettledFrom < SettlesNext))
            SettlesNext = judged.SettledFrom;
        switch (judged.Verdict)
        {
            case Verdict.Good:
                Good++;
                SettledGood += isSettled ? 1 : 0;
                if (metric.Kind == MetricKind.Money && metric.Amount(lead.Money) is { IsSome: true } amount)
                    Add(amount);
                break;
            case Verdict.Bad:
                Bad++;
                SettledBad += isSettled ? 1 : 0;
                break;
            case Verdict.Undecided:
                Undecided++;
                UndecidedLater += judged.At > now ? 1 : 0;
                break;
            case Verdict.Erased:
                Erased++;
                break;
            case Verdict.Contested:
                Contested++;
                break;
            case Verdict.Outside:
                UnsettledOutside += isSettled ? 0 : 1;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(judged), judged.Verdict, "A verdict is one of these.");
        }
    }

    /// <summary>How many leads may yet be told otherwise.</summary>
    public int Unsettled => Good - SettledGood + Bad - SettledBad + Undecided + Contested + UnsettledOutside;

    public ShareFigure Share => ShareFigure.Of(Good, Good + Bad);

    public Figure Figure => metric.Kind switch
    {
        MetricKind.Count => new Figure.Count(Good, Undecided) { Contested = Contested },
        MetricKind.Share => new Figure.Share(Share, Undecided, Erased) { Contested = Contested },
        MetricKind.Money => Money,
        _ => throw new InvalidOperationException("A metric is one of these."),
    };

    public Figure.Money Money => new(_amounts.ToImmutableSortedDictionary(StringComparer.Ordinal));

    private void Add(AmountFact amount)
    {
        var currency = amount.Currency ?? SliceNames.None;
        _amounts[currency] = _amounts.GetValueOrDefault(currency) + amount.Amount;
    }
}
