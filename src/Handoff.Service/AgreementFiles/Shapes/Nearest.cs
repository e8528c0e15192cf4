namespace Handoff.Service.AgreementFiles.Shapes;

/// <summary>Finds what somebody probably meant.</summary>
internal static class Nearest
{
    private const int LongestWord = 60;

    /// <summary><c>; did you mean 'within'?</c>, or nothing when no known word is near.</summary>
    public static string Hint(string written, IEnumerable<string> known) =>
        Of(written, known) is { } near ? $"; did you mean '{near}'?" : "";

    /// <summary>The nearest known word, or null when none is near.</summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        if (written.Length > LongestWord)
            return null;
        // A third of the letters may differ, a single one in a short word; more is another word.
        var best = Math.Max(1, written.Length / 3) + 1;
        string? near = null;
        foreach (var word in known)
        {
            var distance = Distance(written.ToLowerInvariant(), word.ToLowerInvariant());
            if (distance < best)
                (best, near) = (distance, word);
        }

        return near;
    }

    /// <summary>Letters to insert, delete, replace or swap with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[a.Length, b.Length];
    }
}
