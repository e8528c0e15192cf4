using System.Globalization;
using HdrHistogram;

namespace Handoff.Benchmarks.Figures;

/// <summary>Prints figures beside what they are to reach.</summary>
internal static class Report
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static void Title(string text) => Console.WriteLine($"\n== {text}");

    public static void Fact(string name, string value) => Console.WriteLine($"  {name,-44} {value}");

    public static void AtLeast(string name, double value, double target, string unit) => Judge(name, value, "at least", target, unit, value >= target);

    public static void Below(string name, double value, double target, string unit) => Judge(name, value, "below", target, unit, value < target);

    /// <summary>Median, 99th percentile and the longest, in ms, of microseconds.</summary>
    public static string Latency(HistogramBase histogram) => histogram.TotalCount == 0
        ? "none"
        : string.Create(Culture, $"p50 {Milliseconds(histogram, 50):F1} ms, p99 {Milliseconds(histogram, 99):F1} ms, max {histogram.GetMaxValue() / 1e3:F1} ms");

    public static double Milliseconds(HistogramBase histogram, double percentile) => histogram.GetValueAtPercentile(percentile) / 1e3;

    /// <summary>A histogram of microseconds up to ten minutes, to three digits.</summary>
    public static LongHistogram Microseconds() => new(TimeSpan.FromMinutes(10).Ticks / 10, 3);

    private static void Judge(string name, double value, string how, double target, string unit, bool reached) =>
        Console.WriteLine(string.Create(Culture, $"  {name,-44} {value:N1} {unit}; target {how} {target:N0} {unit}: {(reached ? "reached" : "NOT REACHED")}"));
}
