namespace Handoff.Figures;

/// <summary>What a figure will be at its period's end.</summary>
/// <param name="Low">With one chance in ten it is less.</param>
/// <param name="Mid">As likely more as less.</param>
/// <param name="High">With one chance in ten it is more.</param>
/// <param name="Kept">The chance, 0 to 1, that the promise is kept.</param>
public sealed record Forecast(double Low, double Mid, double High, double Kept)
{
    internal const double LowTail = 0.1;
    internal const double Half = 0.5;
    internal const double HighTail = 0.9;
}
