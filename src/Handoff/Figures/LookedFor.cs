using System.Collections.Immutable;

namespace Handoff.Figures;

/// <summary>
/// The customer that both sides look for: who was won or accepted, against who was returned as bad, by what is known of all of them. It is
/// said of 30 won or accepted leads or more, and of no value with fewer than 5 leads, so that it describes nobody.
/// </summary>
/// <param name="Wanted">Leads won or accepted, of those and the ones returned as bad.</param>
/// <param name="Missing">How many won or accepted leads are missing until something is said; 0: it is said.</param>
/// <param name="Tables">By each dimension; none while leads are missing.</param>
public sealed record LookedFor(ShareFigure Wanted, int Missing, ImmutableArray<LookedForTable> Tables)
{
    /// <summary>From how many won or accepted leads on it is said.</summary>
    public const int FewestWanted = 30;

    /// <summary>How many leads a value has at least.</summary>
    public const int FewestOfValue = 5;
}

/// <param name="Dimension">As <see cref="SliceTable.Dimension"/>.</param>
/// <param name="Slices">Its values, the most leads first.</param>
public sealed record LookedForTable(string Dimension, ImmutableArray<LookedForSlice> Slices);

/// <param name="Value">The value.</param>
/// <param name="Wanted">Leads of the value that were won or accepted, of those and the ones returned as bad.</param>
/// <param name="Others">The same of all other leads.</param>
public sealed record LookedForSlice(string Value, ShareFigure Wanted, ShareFigure Others)
{
    /// <summary>Whether they differ by more than chance: the two intervals have nothing in common. It says nothing of a cause.</summary>
    public LookedForDifference Difference => Others.N == 0 ? LookedForDifference.None
        : Wanted.Low > Others.High ? LookedForDifference.MoreOften
        : Wanted.High < Others.Low ? LookedForDifference.LessOften
        : LookedForDifference.None;
}

/// <summary>What is said of a value against all others.</summary>
public enum LookedForDifference
{
    /// <summary>No difference can be told.</summary>
    None,

    /// <summary>It was won or accepted more often than the others.</summary>
    MoreOften,

    /// <summary>It was won or accepted less often than the others.</summary>
    LessOften,
}
