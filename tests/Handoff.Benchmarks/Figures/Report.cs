using System.Globalization;
using HdrHistogram;

namespace Handoff.Benchmarks.Figures;

/// <summary>Prints figures beside what they are to reach, and keeps them for the page.</summary>
internal static class Report
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>What the scenario under way has printed so far.</summary>
    public static ScenarioFigures? Current { get; private set; }

    public static void Title(string scenario, string about)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        Current = new(scenario, about, today, Machine());
        Console.WriteLine($"\n== {scenario}: {about}");
    }

    public static void Fact(string name, string value)
    {
        Current?.Figures.Add(new(name, null, value, null));
        Console.WriteLine($"  {name,-50} {value}");
    }

    public static void AtLeast(string name, double value, double target, string unit) =>
        Judge(name, value, "at least", target, unit, value >= target);

    public static void Below(string name, double value, double target, string unit) =>
        Judge(name, value, "below", target, unit, value < target);

    /// <summary>A curve over rising numbers.</summary>
    public static void Curve(string title, string x, string y, IReadOnlyList<(double X, double Y)> points, bool logX = false) =>
        Current?.Plots.Add(new(title, x, y, logX, [.. points.Select(point => point.X)], [.. points.Select(point => point.Y)], null));

    /// <summary>Bars side by side.</summary>
    public static void Bars(string title, string y, IReadOnlyList<(string Label, double Y)> bars) => Current?.Plots.Add(
        new(title, "", y, LogX: false, [.. bars.Select((_, at) => (double)at)], [.. bars.Select(bar => bar.Y)],
        [.. bars.Select(bar => bar.Label)]));

    /// <summary>Median, 99th percentile and the longest, in ms, of microseconds.</summary>
    public static string Latency(HistogramBase histogram) => histogram.TotalCount == 0
        ? "none"
        : string.Create(
            Culture, $"p50 {Milliseconds(histogram, 50):F1} ms, p99 {Milliseconds(
            histogram, 99):F1} ms, max {histogram.GetMaxValue() / 1e3:F1} ms");

    public static double Milliseconds(HistogramBase histogram, double percentile) => histogram.GetValueAtPercentile(percentile) / 1e3;

    /// <summary>A histogram of microseconds up to ten minutes, to three digits.</summary>
    public static LongHistogram Microseconds() => new(TimeSpan.FromMinutes(10).Ticks / 10, 3);

    private static void Judge(string name, double value, string how, double target, string unit, bool reached)
    {
        var (seen, bound) = (string.Create(Culture, $"{Number(value)} {unit}"), string.Create(Culture, $"{how} {target:N0} {unit}"));
        Current?.Figures.Add(new(name, bound, seen, reached));
        Console.WriteLine($"  {name,-50} {seen}; target {bound}: {(reached ? "reached" : "NOT REACHED")}");
    }

    private static string Number(double value) => value.ToString(value >= 1_000 ? "N0" : value >= 10 ? "N1" : "N2", Culture);

    private static string Machine()
    {
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";
        return string.Create(Culture, $"{Environment.ProcessorCount} processors, load average {load} at the beginning");
    }
}
