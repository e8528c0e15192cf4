namespace Handoff.Routing;

/// <summary>
/// The smallest load for its measure; of equals, who waited longest, then the order of the file. The measure is the capacity; of a rep
/// without a limit it is weight times the largest capacity among those who can take this lead (1 when none has a limit, so that loads are
/// then compared by weight).
/// </summary>
internal static class LeastLoaded
{
    /// <summary>Returns the rep whose load is the smallest share of their measure.</summary>
    public static Candidate Of(IReadOnlyList<Candidate> pool)
    {
        var largest = Largest(pool.Select(candidate => candidate.Rep.Capacity));
        var best = pool[0];
        for (var i = 1; i < pool.Count; i++)
        {
            if (ComesBefore(pool[i], best, largest))
                best = pool[i];
        }

        return best;
    }

    /// <summary>The largest capacity, or 1.</summary>
    public static int Largest(IEnumerable<int?> capacities) => capacities.Max() ?? 1;

    /// <summary>What a load is measured against.</summary>
    public static long Measure(int? capacity, int weight, int largest) => capacity ?? (long)weight * largest;

    private static bool ComesBefore(Candidate one, Candidate other, int largest)
    {
        // one/measure < other/measure, without fractions
        var left = one.Load * Measure(other.Rep.Capacity, other.Rep.Weight, largest);
        var right = other.Load * Measure(one.Rep.Capacity, one.Rep.Weight, largest);
        return left < right || (left == right && one.Entry.LastTurn < other.Entry.LastTurn);
    }
}
