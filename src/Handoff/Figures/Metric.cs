using Handoff.Agreements;

namespace Handoff.Figures;

/// <summary>What a metric's figure is.</summary>
public enum MetricKind
{
    /// <summary>How many leads are good.</summary>
    Count,

    /// <summary>The good of those that count.</summary>
    Share,

    /// <summary>The amounts of the good, by currency.</summary>
    Money,
}

/// <summary>The one rule of a metric: what it says of a lead.</summary>
public delegate Judged MetricRule(in LeadFact lead);

/// <summary>
/// A figure of the agreement, with its one definition: by this rule it is counted, its leads are listed, and it is counted again from the
/// events.
/// </summary>
/// <param name="Name">Its name in <c>agreement.yaml</c>.</param>
/// <param name="By">Who owes it.</param>
/// <param name="Kind">What the figure is.</param>
/// <param name="IsRestated">
/// Whether what happens after the period's end changes it: then what was reported and what it is as of now may differ.
/// </param>
/// <param name="Rule">What it says of a lead.</param>
public sealed record Metric(string Name, Side By, MetricKind Kind, bool IsRestated, MetricRule Rule)
{
    /// <summary>Of a promise that a clock measures: which; null: none does.</summary>
    public ClockName? Clock { get; init; }

    /// <summary>Of <see cref="MetricKind.Money"/>: the amount of a good lead.</summary>
    public Func<MoneyFact, AmountFact> Amount { get; init; } = static _ => default;
}
