using System.Diagnostics;
using System.Globalization;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>Waits until every lead that was acknowledged has had its e-mail.</summary>
internal static class Draining
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    public static async Task RunAsync(StoreGauge gauge, long leads, CancellationToken cancellation)
    {
        var culture = CultureInfo.InvariantCulture;
        var (watch, before) = (Stopwatch.StartNew(), gauge.Messages);
        var messages = before;
        while (messages < leads && watch.Elapsed < Longest)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellation);
            messages = gauge.Messages;
        }

        var seconds = watch.Elapsed.TotalSeconds;
        Report.Fact(
            "backlog at the end of the intake", string.Create(culture, $"{leads - before:N0} of {leads:N0} leads without their e-mail"));
        Report.Fact("backlog drained in", messages < leads
            ? string.Create(culture, $"NOT in {seconds:F0} s: {leads - messages:N0} left")
            : string.Create(culture, $"{seconds:F1} s, {(leads - before) / Math.Max(seconds, 0.001):N0} e-mails/s"));
    }
}
