using MathNet.Numerics;

namespace Handoff.Figures.Statistics;

/// <summary>What a share will be when so many more are judged: beta-binomial.</summary>
/// <param name="Good">How many are good so far.</param>
/// <param name="All">Of how many.</param>
/// <param name="ToCome">How many more will be judged.</param>
public sealed record ShareForecast(int Good, int All, int ToCome)
{
    /// <summary>The share in percent at the end, with the chance of at least (or at most) the target.</summary>
    public Forecast For(decimal targetPercent, bool isMost)
    {
        var (kept, sum) = (0.0, 0.0);
        double? low = null, mid = null, high = null;
        var log = LogOfNone();
        for (var more = 0; more <= ToCome; more++)
        {
            var chance = Math.Exp(log);
            var percent = Percent(more);
            sum += chance;
            kept += (isMost ? percent <= targetPercent : percent >= targetPercent) ? chance : 0;
            low ??= sum >= Forecast.LowTail ? (double)percent : null;
            mid ??= sum >= Forecast.Half ? (double)percent : null;
            high ??= sum >= Forecast.HighTail ? (double)percent : null;
            log += Math.Log((ToCome - more) * (Good + 0.5 + more) / ((more + 1) * (All - Good - 0.5 + ToCome - more)));
        }

        var last = (double)Percent(ToCome);
        return new(low ?? last, mid ?? last, high ?? last, Math.Clamp(kept, 0, 1));
    }

    private decimal Percent(int more) => All + ToCome == 0 ? 0 : 100m * (Good + more) / (All + ToCome);

    /// <summary>The logarithm of the chance that none of those to come is good.</summary>
    private double LogOfNone()
    {
        var (good, bad) = (Good + 0.5, All - Good + 0.5);
        return SpecialFunctions.GammaLn(bad + ToCome) + SpecialFunctions.GammaLn(good + bad)
            - SpecialFunctions.GammaLn(bad) - SpecialFunctions.GammaLn(good + bad + ToCome);
    }
}
