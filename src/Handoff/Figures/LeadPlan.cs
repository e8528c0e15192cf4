using System.Collections.Immutable;
using Handoff.Figures.Statistics;
using Handoff.Leads;
using NodaTime;

namespace Handoff.Figures;

/// <summary>A goal of revenue.</summary>
/// <param name="Amount">How much is to be won.</param>
/// <param name="Currency">ISO 4217; won amounts of other currencies say nothing about it.</param>
/// <param name="SharePercent">The part of it that is to come from leads of marketing, above 0 to 100.</param>
/// <param name="Months">Over how many months, 1 or more.</param>
public sealed record RevenueGoal(decimal Amount, string Currency, decimal SharePercent, int Months);

/// <summary>How many leads a goal takes, as far as the history allows to say.</summary>
/// <param name="MatureMonths">Months of the last twelve in which leads qualified and none is open any more.</param>
/// <param name="Won">Won, of the leads that qualified in those months.</param>
/// <param name="MeanAmount">The mean amount of those that were won in the goal's currency; null: there is none.</param>
/// <param name="Customers">Customers that the goal takes; null: it cannot be derived.</param>
/// <param name="LeadsPerMonth">Qualified leads a month; null: it cannot be derived.</param>
/// <param name="FewestPerMonth">With the upper end of the interval of <paramref name="Won"/>.</param>
/// <param name="MostPerMonth">With its lower end.</param>
/// <param name="MedianDaysToWon">From qualification to won, of those that were: so much earlier the leads must come.</param>
public sealed record LeadPlan(
    int MatureMonths, ShareFigure Won, decimal? MeanAmount, decimal? Customers, int? LeadsPerMonth, int? FewestPerMonth, int? MostPerMonth,
    int? MedianDaysToWon)
{
    /// <summary>How many months are looked at.</summary>
    public const int MonthsBack = 12;

    /// <summary>
    /// The plan from the leads of the twelve months before the present one: customers are the goal by the mean amount won, leads the
    /// customers by the share of leads that were won. Only months without an open lead count, for others will be won more.
    /// </summary>
    /// <param name="leads">All leads.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="now">When it is asked.</param>
    /// <param name="zone">The organisation's zone.</param>
    public static LeadPlan Of(IEnumerable<LeadFact> leads, RevenueGoal goal, Instant now, DateTimeZone zone)
    {
        var present = FigurePeriod.At(Agreements.Period.Month, now, zone, yearStarts: 1);
        var (from, to) = (Minute.Of(zone.AtStartOfDay(present.First.PlusMonths(-MonthsBack)).ToInstant()), Minute.Of(present.Start));
        var mature = leads.Where(lead => lead.IsOfCohort && lead.QualifiedAt.IsIn(from, to))
            .GroupBy(lead => lead.QualifiedAt.ToInstant()!.Value.InZone(zone).Date.ToYearMonth())
            .Select(month => month.ToImmutableArray()).Where(month => !month.Any(lead => lead.Status.IsOpen())).ToList();
        var all = mature.SelectMany(month => month).ToList();
        var won = all.Where(lead => lead.Outcome == Outcome.Won).ToList();
        var amounts = won.Select(lead => lead.Money?.Won).Where(one => one?.Currency == goal.Currency).Select(one => one!.Amount).ToList();
        var times = new KaplanMeier();
        foreach (var lead in won)
            times.Add(Math.Max(0, lead.OutcomeAt.Since(lead.QualifiedAt)), hasEnded: true);
        var share = ShareFigure.Of(won.Count, all.Count);
        decimal? mean = amounts.Count == 0 || amounts.Sum() == 0 ? null : amounts.Sum() / amounts.Count;
        var customers = mean is { } each ? goal.Amount * goal.SharePercent / 100 / each : (decimal?)null;
        return new(
            mature.Count, share, mean, customers, Leads(share.Rate), Leads(share.High), Leads(share.Low),
            times.Quantile(0.5) is { } minutes ? (minutes + NodaConstants.MinutesPerDay - 1) / NodaConstants.MinutesPerDay : null);

        int? Leads(double? rate) => customers is { } count && rate is > 0
            ? (int)Math.Min(int.MaxValue, Math.Ceiling((double)count / rate.Value / goal.Months)) : null;
    }
}
