using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Handoff.Agreements;

namespace Handoff.Figures;

/// <summary>A measured figure.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Count), "count")]
[JsonDerivedType(typeof(Share), "share")]
[JsonDerivedType(typeof(Money), "money")]
[JsonDerivedType(typeof(Reported), "reported")]
public abstract record Figure
{
    private Figure()
    {
    }

    /// <summary>How many leads.</summary>
    public sealed record Count(int N, int Undecided) : Figure
    {
        /// <summary>Leads beside the number, whose return is contested.</summary>
        public int Contested { get; init; }
    }

    /// <summary>How many of how many, and how many beside, in neither number.</summary>
    /// <param name="Of">The share.</param>
    /// <param name="Undecided">Leads or clocks that will be told later.</param>
    /// <param name="Erased">Leads that were erased before anybody could tell.</param>
    public sealed record Share(ShareFigure Of, int Undecided, int Erased) : Figure
    {
        /// <inheritdoc cref="Count.Contested"/>
        public int Contested { get; init; }
    }

    /// <summary>Amounts by currency; different currencies are never added.</summary>
    public sealed record Money(ImmutableSortedDictionary<string, decimal> Amounts) : Figure;

    /// <summary>What another tool sent in; null: nothing yet.</summary>
    public sealed record Reported(decimal? Value, int Reports) : Figure;

    /// <summary>
    /// The number that a promise speaks of: a count, percent, an amount in its currency; null: there is nothing to measure.
    /// </summary>
    public decimal? ValueFor(Commitment promise) => this switch
    {
        Count count => count.N,
        Share { Of.N: 0 } => null,
        Share share => 100m * share.Of.S / share.Of.N,
        Money money => money.Amounts.GetValueOrDefault(promise.Currency ?? "", 0m),
        Reported reported => reported.Value,
        _ => throw new InvalidOperationException("A figure is one of these."),
    };
}
