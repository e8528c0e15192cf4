namespace Handoff.Routing;

/// <summary>
/// Smooth weighted round robin, over those who can take this lead only: each is credited with their weight, the highest credit wins
/// (of equals, who waited longest; then the order of the file), and the winner pays the sum of the weights.
/// </summary>
/// <remarks>
/// <para>So over n leads that all can take, each gets n · weight / sum: never a whole lead more, and hardly ever a whole lead less (at most
/// 1.1 in trials with teams of 20). A turn leaves the sum of a team's credits as it was, and so does taking one back.</para>
/// <para>Who cannot take a lead is not credited for it: somebody back from leave has the credit they left with, and no claim to the leads
/// of the meantime. And nobody goes into a turn more than <see cref="LargestGap"/> leads behind another, whatever was credited back, paid
/// as an existing owner or earned in a larger team: what is beyond is shared out evenly among them.</para>
/// <para>A rep who is alone in the pool pays nothing, because no other rep was passed over.</para>
/// </remarks>
internal static class RoundRobin
{
    /// <summary>The most leads that one rep may be owed more than another. In an undisturbed rota the gap stays below 2.1.</summary>
    public const int LargestGap = 3;

    /// <summary>Gives the lead to one of the pool and sets what the turn costs each of them.</summary>
    /// <param name="pool">Those who can take the lead, in the order of the file; not empty.</param>
    /// <param name="owner">The existing owner among them, who has it in any case and pays like any other; or null.</param>
    /// <returns>The rep who gets the lead, and the credits that the lead costs. Each candidate's change is set.</returns>
    public static (Candidate Winner, int Cost) Turn(List<Candidate> pool, Candidate? owner)
    {
        if (pool.Count == 1)
            return (pool[0], 0);

        var sum = 0;
        foreach (var candidate in pool)
            sum = checked(sum + candidate.Rep.Weight);

        NarrowGaps(pool, (long)LargestGap * sum);
        var winner = owner ?? Highest(pool);
        foreach (var candidate in pool)
            candidate.Change = candidate.Credit - candidate.Entry.Credit + candidate.Rep.Weight - (candidate == winner ? sum : 0);

        return (winner, sum);
    }

    private static Candidate Highest(List<Candidate> pool)
    {
        var best = pool[0];
        for (var i = 1; i < pool.Count; i++)
        {
            var other = pool[i];
            var lead = (long)other.Credit + other.Rep.Weight - best.Credit - best.Rep.Weight;
            if (lead > 0 || (lead == 0 && other.Entry.LastTurn < best.Entry.LastTurn))
                best = other;
        }

        return best;
    }

    /// <summary>
    /// Raises every credit that is more than the largest gap behind the highest. All pay for it, so the sum does not change.
    /// </summary>
    private static void NarrowGaps(List<Candidate> pool, long gap)
    {
        var highest = long.MinValue;
        foreach (var candidate in pool)
            highest = Math.Max(highest, candidate.Credit);
        var floor = highest - gap;
        var raised = 0L;
        foreach (var candidate in pool)
            raised += Math.Max(0, floor - candidate.Credit);
        if (raised == 0)
            return;

        var (each, rest) = Math.DivRem(raised, pool.Count);
        for (var i = 0; i < pool.Count; i++)
            pool[i].Credit = checked((int)(Math.Max(floor, pool[i].Credit) - each - (i < rest ? 1 : 0)));
    }
}
