using MathNet.Numerics.Distributions;

namespace Handoff.Figures;

/// <summary>A share: <see cref="S"/> of <see cref="N"/>, with the interval of Jeffreys in which it lies with 95 %.</summary>
/// <param name="S">How many are good.</param>
/// <param name="N">Of how many.</param>
/// <param name="Low">The lower end, 0 to 1; 0 where nobody is good.</param>
/// <param name="High">The upper end, 0 to 1; 1 where all are.</param>
public sealed record ShareFigure(int S, int N, double Low, double High)
{
    private const double Tail = 0.025;

    /// <summary>0 to 1, or null: there is nothing to share.</summary>
    public double? Rate => N == 0 ? null : (double)S / N;

    /// <summary>The share with its interval. Brown, Cai and DasGupta 2001: of few, too.</summary>
    public static ShareFigure Of(int good, int all) => new(
        good, all,
        good == 0 ? 0 : Beta.InvCDF(good + 0.5, all - good + 0.5, Tail),
        good == all ? 1 : Beta.InvCDF(good + 0.5, all - good + 0.5, 1 - Tail));
}
