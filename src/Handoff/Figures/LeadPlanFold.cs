using Handoff.Figures.Statistics;
using Handoff.Leads;
using NodaTime;

namespace Handoff.Figures;

/// <summary>
/// Makes a plan of the leads of the twelve months before the present one, each added once, in any order: customers are the goal by the
/// mean amount won, leads the customers by the share of leads that were won. Only months without an open lead count, for in others more
/// will be won.
/// </summary>
public sealed class LeadPlanFold
{
    private readonly RevenueGoal _goal;
    private readonly Minute[] _starts;
    private readonly Month[] _months = [.. Enumerable.Range(0, LeadPlan.MonthsBack).Select(_ => new Month())];

    /// <param name="goal">The goal.</param>
    /// <param name="now">When it is asked.</param>
    /// <param name="zone">The organisation's zone.</param>
    public LeadPlanFold(RevenueGoal goal, Instant now, DateTimeZone zone)
    {
        _goal = goal;
        var present = FigurePeriod.At(Agreements.Period.Month, now, zone, yearStarts: 1).First;
        _starts =
        [
            .. Enumerable.Range(-LeadPlan.MonthsBack, LeadPlan.MonthsBack + 1)
                .Select(month => Minute.Of(zone.AtStartOfDay(present.PlusMonths(month)).ToInstant())),
        ];
    }

    public void Add(in LeadFact lead)
    {
        if (!lead.IsOfCohort || !lead.QualifiedAt.IsIn(_starts[0], _starts[^1]))
            return;
        var at = Array.BinarySearch(_starts, lead.QualifiedAt);
        var month = _months[at < 0 ? ~at - 1 : at];
        month.Leads++;
        month.HasOpen |= lead.Status.IsOpen();
        if (lead.Outcome != Outcome.Won)
            return;
        month.Times.Add(Math.Max(0, lead.OutcomeAt.Since(lead.QualifiedAt)));
        if (lead.Money.Won is { IsSome: true } won && won.Currency == _goal.Currency)
            month.Amounts.Add(won.Amount);
    }

    /// <summary>The plan by all that was added.</summary>
    public LeadPlan Build()
    {
        var mature = _months.Where(month => month is { Leads: > 0, HasOpen: false }).ToList();
        var times = new KaplanMeier();
        foreach (var time in mature.SelectMany(month => month.Times))
            times.Add(time, hasEnded: true);
        var share = ShareFigure.Of(times.Count, mature.Sum(month => month.Leads));
        var amounts = mature.SelectMany(month => month.Amounts).ToList();
        decimal? mean = amounts.Count == 0 || amounts.Sum() == 0 ? null : amounts.Sum() / amounts.Count;
        var customers = mean is { } each ? _goal.Amount * _goal.SharePercent / 100 / each : (decimal?)null;
        return new(
            mature.Count, share, mean, customers, Leads(share.Rate), Leads(share.High), Leads(share.Low),
            times.Quantile(0.5) is { } minutes ? (minutes + NodaConstants.MinutesPerDay - 1) / NodaConstants.MinutesPerDay : null);

        int? Leads(double? rate) => customers is { } count && rate is > 0
            ? (int)Math.Min(int.MaxValue, Math.Ceiling((double)count / rate.Value / _goal.Months)) : null;
    }

    private sealed class Month
    {
        public int Leads { get; set; }

        public bool HasOpen { get; set; }

        public List<int> Times { get; } = [];

        public List<decimal> Amounts { get; } = [];
    }
}
