using System.Globalization;
using BenchmarkDotNet.Reports;
using Handoff.Benchmarks.Figures;

namespace Handoff.Benchmarks.Core;

/// <summary>Puts what BenchmarkDotNet measured beside what it is to reach.</summary>
internal static class CoreFigures
{
    public static void Say(Summary summary)
    {
        Report.Title("core", "the parts alone, in one process, with the sample's agreement, people and calendars");
        foreach (var report in summary.Reports)
        {
            var (method, culture) = (report.BenchmarkCase.Descriptor.WorkloadMethod.Name, CultureInfo.InvariantCulture);
            if (report.ResultStatistics is not { } statistics)
            {
                Report.Fact(method, "failed");
                continue;
            }

            var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
            var target = method switch
            {
                nameof(CoreBenchmarks.DueInHours) or nameof(CoreBenchmarks.DueInDays) => 1_000,
                nameof(CoreBenchmarks.DecideOffer) or nameof(CoreBenchmarks.DecideAccept) => 2_000,
                _ => 0,
            };
            var name = string.Create(culture, $"{Words(method)} (allocates {bytes:N0} B)");
            if (target > 0)
                Report.Below(name, statistics.Mean, target, "ns");
            else
                Report.Fact(name, string.Create(culture, $"{statistics.Mean / 1e3:N1} µs ± {statistics.StandardDeviation / 1e3:N1}"));
            if (Decision(method) is { } decide)
                Report.Fact(
                    string.Create(culture, $"{Words(method)}: what stays of it, the result"),
                    string.Create(culture, $"{Weight.OfResult(decide):N0} of {bytes:N0} B"));
        }
    }

    private static Func<object>? Decision(string method) => method switch
    {
        nameof(CoreBenchmarks.DecideOffer) => new CoreBenchmarks().DecideOffer,
        nameof(CoreBenchmarks.DecideAccept) => new CoreBenchmarks().DecideAccept,
        _ => null,
    };

    private static string Words(string method) => method switch
    {
        nameof(CoreBenchmarks.DueInHours) => "due in 4 open hours, over a list of two calendars",
        nameof(CoreBenchmarks.DueInDays) => "due in 3 working days",
        nameof(CoreBenchmarks.Score) => "a form mapped, normalised, scored",
        nameof(CoreBenchmarks.Route) => "route among three reps",
        nameof(CoreBenchmarks.DecideOffer) => "decide: offer",
        nameof(CoreBenchmarks.DecideAccept) => "decide: accept",
        nameof(CoreBenchmarks.ProtectLink) => "protect a link",
        nameof(CoreBenchmarks.RenderMail) => "render the offer's e-mail, HTML and text",
        _ => method,
    };
}
