using Handoff.Leads;

namespace Handoff.Figures;

/// <summary>An amount of a lead as it was last told; the default: none was.</summary>
public readonly record struct AmountFact(Minute At, decimal Amount, string? Currency)
{
    public bool IsSome => At.IsSome;

    public static AmountFact Of(LeadAmount? amount) =>
        amount is null ? default : new(Minute.Of(amount.At), amount.Amount, amount.Currency);
}

/// <summary>The money of a lead. A million leads may have some: it is part of the fact, and no object.</summary>
public readonly record struct MoneyFact(AmountFact Pipeline, AmountFact Won)
{
    public bool IsSome => Pipeline.IsSome || Won.IsSome;
}
