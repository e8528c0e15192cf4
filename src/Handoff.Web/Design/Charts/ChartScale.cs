using System.Globalization;

namespace Handoff.Web.Design.Charts;

/// <summary>Places numbers on an axis of a chart, from zero up.</summary>
/// <param name="Most">The largest number that is shown; at least 1 is taken.</param>
/// <param name="Start">Where zero stands, in the units of the drawing.</param>
/// <param name="End">Where the top stands; less than <paramref name="Start"/> where the axis goes up.</param>
internal sealed record ChartScale(double Most, double Start, double End)
{
    private double Step
    {
        get
        {
            var rough = Math.Max(Most, 1) / 3;
            var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
            var step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
            return Math.Max(1, step);
        }
    }

    private double Top => Math.Ceiling(Math.Max(Most, 1) / Step) * Step;

    /// <summary>Round numbers from zero to the top of the axis.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round(Top / Step) + 1).Select(number => number * Step);

    public double At(double number) => Start + ((End - Start) * number / Top);

    /// <summary>A coordinate as SVG writes it.</summary>
    public static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
