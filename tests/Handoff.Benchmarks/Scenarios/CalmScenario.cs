using System.Globalization;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;
using Handoff.Benchmarks.Http;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>One lead at a time: from the post to the e-mail handed to the transport.</summary>
internal static class CalmScenario
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var count = options.Count ?? 200;
        Report.Title("calm", string.Create(CultureInfo.InvariantCulture, $"one lead at a time, {count} times"));
        using var run = new LoadRun(options.Keep);
        await using var host = await HostProcess.StartAsync(run.Folder, cancellation);
        using var connection = await Connection.OpenAsync(host.Port, cancellation);
        var mailbox = new MailboxReader(connection);
        var (answered, handed, first) = (Report.Microseconds(), Report.Microseconds(), TimeSpan.Zero);
        var time = TimeProvider.System;
        for (var i = 0; i <= count; i++)
        {
            var start = time.GetUtcNow();
            var (status, body) = await connection.SendAsync(LeadRequests.Post(start.UtcTicks), cancellation);
            if (status != 202)
                throw new IOException($"The intake answers {status.ToString(CultureInfo.InvariantCulture)}.");
            var receipt = time.GetUtcNow() - start;
            var id = LeadRequests.IdOf(body.Span);
            Mailed? mailed = null;
            while (mailed is null && time.GetUtcNow() - start < Longest)
            {
                await Task.Delay(Look, time, cancellation);
                mailed = (await mailbox.ReadAsync(1, cancellation)).Find(message => message.Lead == id);
            }

            // The message carries the product's time at which the transport had taken it: the same machine's clock.
            var took = (mailed?.At ?? throw new TimeoutException("No e-mail in half a minute.")) - start;
            if (i == 0)
            {
                first = took;
                continue;
            }

            answered.RecordValue((long)receipt.TotalMicroseconds);
            handed.RecordValue(Math.Max(1, (long)took.TotalMicroseconds));
        }

        Report.Below("e-mail handed over, median", Report.Milliseconds(handed, 50), 100, "ms");
        Report.Fact("e-mail handed over", Report.Latency(handed));
        Report.Fact("the very first, after a start", string.Create(CultureInfo.InvariantCulture, $"{first.TotalMilliseconds:F0} ms"));
        Report.Fact("intake answered", Report.Latency(answered));
        Report.Fact("host's processor time", string.Create(CultureInfo.InvariantCulture, $"{host.Cpu.TotalSeconds:F1} s, start included"));
    }
}
