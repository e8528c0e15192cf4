using System.Collections.Immutable;
using Handoff.Figures;
using Handoff.Leads;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Figures;

/// <summary>How many leads a goal of revenue takes, as far as the history allows to say.</summary>
public sealed class LeadPlanTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 15, 12, 0);

    private static readonly RevenueGoal Goal = new(700, "EUR", 100, 1);

    [Fact]
    public void A_goal_of_seven_customers_at_five_percent_takes_140_leads()
    {
        var plan = Plan(Goal, Month(10, won: 5, lost: 95, amount: 100m));

        Assert.Equal((1, 7m, 140, 100m), (plan.MatureMonths, plan.Customers, plan.LeadsPerMonth, plan.MeanAmount));
        Assert.Equal(((int)Math.Ceiling(7 / plan.Won.High), (int)Math.Ceiling(7 / plan.Won.Low)), (plan.FewestPerMonth, plan.MostPerMonth));
        Assert.Equal(20, plan.MedianDaysToWon);
    }

    [Fact]
    public void Marketings_part_and_the_months_share_the_goal_out()
    {
        var plan = Plan(new(8400, "EUR", 50, 12), Month(10, 5, 95, 100m));

        Assert.Equal((42m, 70), (plan.Customers, plan.LeadsPerMonth));
    }

    [Fact]
    public void A_month_with_an_open_lead_is_not_mature_and_the_present_one_never_is()
    {
        var open = Lead(10, LeadStatus.SalesQualified, null);
        var plan = Plan(Goal, [.. Month(10, 5, 95, 100m), open, .. Month(11, 9, 1, 100m)]);

        Assert.Equal((0, null, null, null), (plan.MatureMonths, plan.Customers, plan.LeadsPerMonth, plan.MostPerMonth));
    }

    [Fact]
    public void Amounts_of_another_currency_say_nothing() =>
        Assert.Null(Plan(Goal with { Currency = "USD" }, Month(10, 5, 95, 100m)).LeadsPerMonth);

    private static LeadPlan Plan(RevenueGoal goal, ImmutableArray<LeadFact> leads)
    {
        var fold = new LeadPlanFold(goal, Now, DateTimeZone.Utc);
        foreach (var lead in leads)
            fold.Add(lead);
        return fold.Build();
    }

    private static ImmutableArray<LeadFact> Month(int month, int won, int lost, decimal amount) =>
    [
        .. Enumerable.Range(0, won).Select(_ => Lead(month, LeadStatus.Won, amount)),
        .. Enumerable.Range(0, lost).Select(_ => Lead(month, LeadStatus.Lost, null)),
    ];

    private static LeadFact Lead(int month, LeadStatus status, decimal? amount)
    {
        var at = Instant.FromUtc(2026, month, 3, 9, 0);
        return new()
        {
            Traits = new()
            {
                Source = "website",
                Team = "italy",
                Tier = "hot",
                Agreement = "2026-11",
                Country = "IT",
                Dimensions = ImmutableSortedDictionary<string, string>.Empty,
            },
            Status = status,
            QualifiedAt = Minute.Of(at),
            OutcomeAt = status.IsOpen() ? Minute.None : Minute.Of(at + Duration.FromDays(20)),
            Outcome = status == LeadStatus.Won ? Outcome.Won : status == LeadStatus.Lost ? Outcome.Lost : null,
            Money = amount is { } worth ? new(default, new(Minute.Of(at + Duration.FromDays(20)), worth, "EUR")) : default,
        };
    }
}
