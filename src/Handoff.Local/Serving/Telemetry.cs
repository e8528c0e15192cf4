using System.Diagnostics;
using Handoff.Service.Health;
using Handoff.Service.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Handoff.Local.Serving;

/// <summary>
/// Traces, metrics and logs by OpenTelemetry's own protocol, to where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says; without it nothing is
/// gathered. OpenTelemetry reads its other variables (protocol, headers, sampler) itself. docs/observability.md.
/// </summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Meters =
        [Measures.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint]))
            return;
        var name = builder.Configuration["OTEL_SERVICE_NAME"] is { Length: > 0 } said ? said : "handoff";
        var version = typeof(Telemetry).Assembly.GetName().Version?.ToString();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(name, serviceVersion: version))
            .WithTracing(traces => traces.AddSource(LeadTrace.SourceName).AddAspNetCoreInstrumentation(HideAddresses))
            .WithMetrics(metrics => metrics.AddMeter(Meters))
            .WithLogging(configureBuilder: null, logs => logs.IncludeFormattedMessage = true)
            .UseOtlpExporter();
    }

    /// <summary>The address of a request holds tokens, keys and whatever a stranger types; its route's pattern says enough.</summary>
    private static void HideAddresses(AspNetCoreTraceInstrumentationOptions options)
    {
        options.RecordException = false;
        options.EnrichWithHttpRequest = (span, _) => Hide(span);
        options.EnrichWithHttpResponse = (span, _) => Hide(span);
        options.EnrichWithException = (span, _) => Hide(span);
    }

    private static void Hide(Activity span) => span.SetTag("url.path", null).SetTag("url.query", null).SetTag("user_agent.original", null);
}
