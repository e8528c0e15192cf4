using Handoff.Figures;
using Handoff.Service.Company;

namespace Handoff.Service.Figures;

/// <summary>Derives from the history how many leads a goal of revenue takes.</summary>
public sealed class LeadPlanning(FactReading facts, CompanyInForce company)
{
    /// <summary>Derives it.</summary>
    public Task<LeadPlan> PlanAsync(RevenueGoal goal, CancellationToken cancellation) => facts.ReadAsync(
        (now, book) => LeadPlan.Of(
            Enumerable.Range(0, book.Count).Select(place => book.At(place)), goal, now, company.Agreement.TimeZone),
        cancellation);
}
