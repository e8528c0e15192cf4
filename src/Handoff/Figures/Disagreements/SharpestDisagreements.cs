using System.Collections.Immutable;

namespace Handoff.Figures;

/// <summary>
/// Chooses the few disagreements of a report: at most one of a value, two against a side, and none whose leads another of them explains.
/// One that was told the last time is told again only while it does not become smaller.
/// </summary>
public static class SharpestDisagreements
{
    private const int Most = 3;
    private const int MostOfASide = 2;
    private const double Explained = 0.9;

    /// <summary>Those that stand out, with for how many weeks in a row they have.</summary>
    /// <param name="found">All that stand out now.</param>
    /// <param name="before">All that stood out the week before.</param>
    public static ImmutableArray<Disagreement> InARow(ImmutableArray<Disagreement> found, ImmutableArray<Disagreement> before) =>
        [.. found.Select(one => one with { InARow = 1 + (before.FirstOrDefault(one.IsSameAs)?.InARow ?? 0) })];

    /// <summary>The sharpest.</summary>
    /// <param name="found">All that stand out now, those of most leads first.</param>
    /// <param name="told">Those that the last report told.</param>
    /// <param name="within">How much of the leads of one are leads of another, 0 to 1.</param>
    public static ImmutableArray<Disagreement> Of(
        ImmutableArray<Disagreement> found, ImmutableArray<Disagreement> told, Func<Disagreement, Disagreement, double> within)
    {
        var chosen = ImmutableArray.CreateBuilder<Disagreement>();
        foreach (var one in found.Where(one => one.OutOfLine > 0))
        {
            if (chosen.Count == Most)
                break;
            var shrank = told.FirstOrDefault(one.IsSameAs) is { } last && one.OutOfLine < last.OutOfLine;
            if (shrank || chosen.Any(other => (other.Dimension, other.Value) == (one.Dimension, one.Value))
                || chosen.Count(other => other.Against == one.Against) == MostOfASide
                || chosen.Any(other => IsExplained(one, other, within(one, other))))
                continue;
            chosen.Add(one);
        }

        return chosen.ToImmutable();
    }

    /// <summary>Whether they are nearly the leads of the other, or nearly all that are not.</summary>
    private static bool IsExplained(Disagreement one, Disagreement other, double within) => within >= Explained
        || (within <= 1 - Explained && one.Slice.N >= Explained * other.Rest.N);
}
