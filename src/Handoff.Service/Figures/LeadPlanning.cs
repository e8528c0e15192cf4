using Handoff.Figures;
using Handoff.Service.Company;

namespace Handoff.Service.Figures;

/// <summary>Derives from the history how many leads a goal of revenue takes.</summary>
public sealed class LeadPlanning(FactReading facts, CompanyInForce company)
{
    public Task<LeadPlan> PlanAsync(RevenueGoal goal, CancellationToken cancellation) => facts.ReadAsync(
        (now, book) =>
        {
            var fold = new LeadPlanFold(goal, now, company.Agreement.TimeZone);
            foreach (ref readonly var lead in book.Facts)
                fold.Add(lead);
            return fold.Build();
        },
        cancellation);
}
