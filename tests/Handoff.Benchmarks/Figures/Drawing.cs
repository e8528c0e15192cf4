using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Handoff.Benchmarks.Figures;

/// <summary>Draws a plot as SVG.</summary>
internal static class Drawing
{
    private const int Width = 720;
    private const int Height = 320;

    private static readonly Color Blue = Color.FromHex("#2456d6");

    public static void Draw(Figures.Plot plot, string path)
    {
        using var drawn = new ScottPlot.Plot();
        drawn.Title(plot.Title);
        drawn.YLabel(plot.Y);
        drawn.XLabel(plot.X);
        var (xs, ys) = (plot.LogX ? [.. plot.Xs.Select(x => Math.Log10(Math.Max(1, x)))] : plot.Xs.ToArray(), plot.Ys.ToArray());
        if (plot.Labels is { } labels)
        {
            drawn.Add.Bars(xs, ys).Color = Blue;
            for (var i = 0; i < ys.Length; i++)
                drawn.Add.Text(ys[i].ToString("N0", CultureInfo.InvariantCulture), xs[i], ys[i]).Alignment = Alignment.LowerCenter;
            drawn.Axes.Bottom.TickGenerator = new NumericManual(xs, [.. labels]);
        }
        else
        {
            var line = drawn.Add.Scatter(xs, ys);
            (line.Color, line.LineWidth, line.MarkerSize) = (Blue, 2, 6);
            if (plot.LogX)
                drawn.Axes.Bottom.TickGenerator =
                    new NumericManual(xs, [.. plot.Xs.Select(x => x.ToString("N0", CultureInfo.InvariantCulture))]);
        }

        drawn.Axes.SetLimitsY(0, ys.Max() * 1.15);
        drawn.SaveSvg(path, Width, Height);
    }
}
