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
}
