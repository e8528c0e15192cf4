using MathNet.Numerics;

namespace Handoff.Figures.Statistics;

/// <summary>
/// How many leads come in the rest of a period: Poisson with a rate that is itself uncertain (gamma), and counts in bursts of
/// <see cref="Burst"/>, for campaigns come in bursts. The prior is worth five working days of the last period.
/// </summary>
/// <param name="SoFar">How many have come.</param>
/// <param name="Elapsed">In how many working days, parts of days included.</param>
/// <param name="Left">How many working days are left.</param>
/// <param name="BeforePerDay">Leads a working day in the last period; null: there was none.</param>
/// <param name="Burst">Variance by mean of the daily counts, 1 or more.</param>
public sealed record CountForecast(int SoFar, double Elapsed, double Left, double? BeforePerDay, double Burst)
{
    private const double PriorDays = 5;

    private double Shape => (SoFar + (BeforePerDay is > 0 ? PriorDays * BeforePerDay.Value : 0.5)) / Burst;

    private double Days => Elapsed + (BeforePerDay is > 0 ? PriorDays : 0);

    private double Success => Days / (Days + Left);

    /// <summary>The mean of what the count may be at the end.</summary>
    public double Expected => SoFar + (Left <= 0 || Days <= 0 ? 0 : Burst * Shape * Left / Days);

    /// <summary>The burst of daily counts: variance by mean, 1 at least.</summary>
    public static double BurstOf(ReadOnlySpan<int> daily)
    {
        if (daily.Length < 2)
            return 1;
        double sum = 0, squares = 0;
        foreach (var count in daily)
            sum += count;
        var mean = sum / daily.Length;
        if (mean <= 0)
            return 1;
        foreach (var count in daily)
            squares += (count - mean) * (count - mean);
        return Math.Max(1, squares / (daily.Length - 1) / mean);
    }

    /// <summary>The count at the end, with the chance of at least (or at most) the target.</summary>
    public Forecast For(decimal target, bool isMost)
    {
        var missing = ((double)target - SoFar) / Burst;
        var kept = isMost ? UpTo(Math.Floor(missing)) : 1 - UpTo(Math.Ceiling(missing) - 1);
        return new(Quantile(Forecast.LowTail), Quantile(Forecast.Half), Quantile(Forecast.HighTail), Math.Clamp(kept, 0, 1));
    }

    /// <summary>How many will have come with this probability, at most.</summary>
    public double Quantile(double probability)
    {
        if (Left <= 0 || Days <= 0)
            return SoFar;
        var (low, high) = (-1L, 1L);
        while (UpTo(high) < probability)
            (low, high) = (high, high * 2);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = UpTo(middle) < probability ? (middle, high) : (low, middle);
        }

        return SoFar + (Burst * high);
    }

    /// <summary>The chance that no more than so many bursts come: the negative binomial.</summary>
    private double UpTo(double bursts) => bursts < 0 ? 0
        : Left <= 0 || Days <= 0 ? 1
        : SpecialFunctions.BetaRegularized(Shape, bursts + 1, Success);
}
