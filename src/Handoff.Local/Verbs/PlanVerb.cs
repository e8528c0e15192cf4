using System.CommandLine;
using System.Globalization;
using Handoff.Figures;
using Handoff.Service.Figures;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff plan</c>: how many leads a goal of revenue takes, from the history of a data folder.</summary>
internal static class PlanVerb
{
    public static Command Make(Option<string> data, Option<string> agreement)
    {
        var amount = new Option<decimal>("--goal") { Description = "How much is to be won.", Required = true };
        var currency = new Option<string>("--currency") { Description = "Of the goal: EUR.", DefaultValueFactory = _ => "EUR" };
        var share = new Option<decimal>("--share")
        {
            Description = "Percent of it that is to come from marketing's leads.",
            DefaultValueFactory = _ => 100,
        };
        var months = new Option<int>("--months") { Description = "Over how many months.", DefaultValueFactory = _ => 12 };
        var plan = new Command("plan", "How many leads a goal of revenue takes, with the range that the history allows.")
        {
            amount, currency, share, months, data, agreement,
        };
        plan.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(agreement),
            new(
                parsed.GetRequiredValue(amount), parsed.GetRequiredValue(currency).ToUpperInvariant(), parsed.GetRequiredValue(share),
                parsed.GetRequiredValue(months)),
            Console.Out, Console.Error, cancellation));
        return plan;
    }

    public static Task<int> RunAsync(
        string data, string agreement, RevenueGoal goal, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (goal.Amount <= 0 || goal.SharePercent is <= 0 or > 100 || goal.Months is < 1 or > 120)
            return Task.FromResult(Tell.Refusal("Give --goal above 0, --share from 1 to 100 and --months from 1 to 120.", error));
        if (goal.Currency.Length != 3 || !goal.Currency.All(char.IsAsciiLetterUpper))
            return Task.FromResult(Tell.Refusal("Give --currency as three letters, such as EUR.", error));
        return StoreWork.RunAsync(
            data, agreement, async (_, services) =>
            {
                foreach (var line in Say(await services.GetRequiredService<LeadPlanning>().PlanAsync(goal, cancellation), goal))
                    output.WriteLine(line);
                return 0;
            },
            error, " Ask while nothing serves it, or of a copy that `handoff backup` made.", cancellation);
    }

    /// <summary>The plan in sentences.</summary>
    internal static IEnumerable<string> Say(LeadPlan plan, RevenueGoal goal)
    {
        var mature = Invariant($"{plan.MatureMonths} of the last {LeadPlan.MonthsBack} months are mature: none of their leads is open");
        if (plan is not { LeadsPerMonth: { } leads, FewestPerMonth: { } fewest, Customers: { } customers, MeanAmount: { } mean })
        {
            yield return $"It cannot be derived: {mature}, {Invariant($"{plan.Won.S} of {plan.Won.N} were won")}.";
            yield return $"Send outcomes with amounts in {goal.Currency} by POST /api/leads/{{id}}/outcome.";
            yield break;
        }

        var most = plan.MostPerMonth is { } upper ? Invariant($"{upper}") : "any number";
        yield return Invariant($"{fewest} to {most} qualified leads a month, {leads} by the share that was won.");
        yield return Invariant($"{customers:0.#} customers of {mean:0.##} {goal.Currency} on average, for {goal.SharePercent:0.##} % of ")
            + Invariant($"{goal.Amount:0.##} {goal.Currency} in {goal.Months} months.");
        yield return Invariant($"{plan.Won.S} of {plan.Won.N} leads were won, ")
            + Invariant($"{100 * plan.Won.Low:0.#} % to {100 * plan.Won.High:0.#} % with 95 % confidence; {mature}.");
        if (plan.MedianDaysToWon is { } days)
            yield return Invariant($"Half of those won took {days} days at most: the leads must come so much earlier.");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
