using MathNet.Numerics;

namespace Handoff.Figures.Statistics;

/// <summary>
/// The exact test of Fisher 1935 for two shares: how likely a gap at least as unlikely as the one seen is, if there is no difference.
/// </summary>
public static class FisherExact
{
    // A table as likely as the one seen counts, whatever the rounding.
    private const double Alike = 1 + 1e-7;

    /// <summary>The chance of both sides together, 0 to 1.</summary>
    /// <param name="good">How many of the first are good.</param>
    /// <param name="all">How many the first are.</param>
    /// <param name="otherGood">How many of the others are good.</param>
    /// <param name="others">How many the others are.</param>
    public static double Chance(int good, int all, int otherGood, int others)
    {
        var goods = good + otherGood;
        var whole = Chooses(all + others, goods);
        var seen = LogChance(good) is var log ? log + Math.Log(Alike) : 0;
        var sum = 0.0;
        for (var k = Math.Max(0, goods - others); k <= Math.Min(all, goods); k++)
        {
            var chance = LogChance(k);
            sum += chance <= seen ? Math.Exp(chance) : 0;
        }

        return Math.Min(1, sum);

        double LogChance(int k) => Chooses(all, k) + Chooses(others, goods - k) - whole;
    }

    private static double Chooses(int of, int some) => SpecialFunctions.BinomialLn(of, some);
}
