using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Handoff.Service.Health;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace HandoffFunctions.Hosting;

/// <summary>Traces, metrics and logs by OpenTelemetry, to Application Insights where its address is set.</summary>
internal static class Telemetry
{
    // Not the usual name: by that the Functions host would send spans of its own, with whole addresses of requests, and those hold tokens.
    private const string Variable = "HANDOFF_TELEMETRY_CONNECTION_STRING";

    public static void AddTelemetry(this IServiceCollection services, ILoggingBuilder logs, IConfiguration settings)
    {
        var telemetry = services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource(LeadTrace.SourceName)).WithMetrics(metrics => metrics.AddMeter(Measures.MeterName));
        // The client and the worker of Durable Functions tell of each call.
        logs.AddFilter("Microsoft.DurableTask", LogLevel.Warning);
        if (settings[Variable] is { Length: > 0 } address)
        {
            telemetry.UseAzureMonitorExporter(options =>
            {
                options.ConnectionString = address;
                // A lead's trace has no holes: the default keeps five traces a second.
                (options.SamplingRatio, options.TracesPerSecond) = (1, null);
                // The workspace takes no keys; the identity may publish.
                options.Credential = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings["AZURE_CLIENT_ID"]));
            });
        }
        else
        {
            // On a developer's machine the host shows what the app writes to its console.
            logs.AddSimpleConsole(console => console.SingleLine = true);
        }
    }
}
