using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Handoff.Service.Telemetry;
using HandoffFunctions.Orchestrations;
using HandoffFunctions.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace HandoffFunctions.Tests;

/// <summary>What a lead costs in Log Analytics at the default level.</summary>
public sealed class LogCostTests(ITestOutputHelper output)
{
    /// <summary>What a line takes there beside its own text: times, ids, the role and its instance, the operation.</summary>
    private const int AroundALine = 1_000;

    [AzuriteFact]
    public async Task An_ordinary_life_leaves_less_than_five_kilobytes_of_log()
    {
        using var log = new Lines();
        await using var app = await Deployment.StartInProductionAsync(services =>
            services.AddSingleton<ILoggerProvider>(log)
                .Configure<LoggerFilterOptions>(options => options.AddFilter(null, LogLevel.Information)));
        await app.LiveAsync("grace@before.example");
        app.Get<ILogger<Nudges>>().LogInformation("A line of the default level.");
        Assert.Contains(log.Seen, line => line.Contains("default level", StringComparison.Ordinal));
        log.Seen.Clear();
        using var spans = Spans.Watch();

        var lead = await app.LiveAsync("ada@analytical.example");

        output.WriteLine($"{log.Seen.Count} lines, {log.Seen.Sum(Encoding.UTF8.GetByteCount)} bytes; {spans.Of(lead)} spans");
        foreach (var line in log.Seen)
            output.WriteLine(line);
        Assert.InRange(log.Seen.Sum(line => Encoding.UTF8.GetByteCount(line) + AroundALine), 0, 5_000);
        Assert.InRange(spans.Of(lead), 1, 30);
    }

    /// <summary>Keeps what is logged by anything in the app.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Seen { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Seen.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // Nothing is held.
        }
    }

    /// <summary>Counts the spans of leads.</summary>
    private sealed class Spans : IDisposable
    {
        private readonly ConcurrentQueue<string> _traces = new();
        private readonly ActivityListener _listener;

        private Spans()
        {
            _listener = new()
            {
                ShouldListenTo = source => source.Name == LeadTrace.SourceName,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = span => _traces.Enqueue(span.TraceId.ToHexString()),
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public static Spans Watch() => new();

        public int Of(string lead) => _traces.Count(trace => trace == lead);

        public void Dispose() => _listener.Dispose();
    }
}
