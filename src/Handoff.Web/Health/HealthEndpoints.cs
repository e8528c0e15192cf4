using Handoff.Service.Health;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Health;

/// <summary>The process serves.</summary>
/// <param name="Status">Always <c>serving</c>.</param>
public sealed record Liveness(string Status);

/// <summary>How the product is (DESIGN section 8). Open to all: nothing in it is personal or secret.</summary>
public static class HealthEndpoints
{
    /// <summary><c>GET /healthz</c>: 200 whenever the process can answer at all.</summary>
    public static IResult Live() => new JsonAnswer<Liveness>(200, new("serving"), WebJson.Default.Liveness);

    /// <summary><c>GET /readyz</c>: 200 while the store answers, else 503; the body says what is overdue.</summary>
    public static async Task<IResult> ReadyAsync(HttpContext http, UseCases useCases)
    {
        var report = await useCases.ReadHealth(http.RequestAborted);
        return new JsonAnswer<HealthReport>(report.StoreAnswers ? 200 : 503, report, WebJson.Default.HealthReport);
    }

    /// <summary><c>GET /heartbeat</c>: 200 while the promises are kept, else 503 and why; for a watchdog that wakes somebody.</summary>
    public static async Task<IResult> HeartbeatAsync(HttpContext http, UseCases useCases)
    {
        var (isWell, report) = await useCases.ReadHeartbeat(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return new JsonAnswer<HeartbeatReport>(isWell ? 200 : 503, report, WebJson.Default.HeartbeatReport);
    }
}
