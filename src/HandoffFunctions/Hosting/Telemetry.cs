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
    public static void AddTelemetry(this IServiceCollection services, ILoggingBuilder logs, IConfiguration settings)
    {
        var telemetry = services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource(LeadTrace.SourceName)).WithMetrics(metrics => metrics.AddMeter(Measures.MeterName));
        if (settings["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 } address)
        {
            telemetry.UseAzureMonitorExporter(options =>
            {
                options.ConnectionString = address;
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
