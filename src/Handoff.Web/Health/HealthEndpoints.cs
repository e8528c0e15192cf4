using Handoff.Service.Health;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Health;

/// <summary>The process serves.</summary>
/// <param name="Status">Always <c>serving</c>.</param>
public sealed record Liveness(string Status);

/// <summary>How the product is (design section 8). Open to all: nothing in it is personal or secret.</summary>
public static class HealthEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/healthz", Routes.GetAndHead, Live)
            .Describes(new("live", "Health", "Says that the process serves")
            {
                Answers = [OperationAnswer.Json<Liveness>(200, "It does.")],
            });
        app.MapMethods("/readyz", Routes.GetAndHead, ReadyAsync).Describes(new("ready", "Health", "Says how the product is")
        {
            Answers =
            [
                OperationAnswer.Json<HealthReport>(200, "The store answers."),
                OperationAnswer.Json<HealthReport>(503, "The store does not answer."),
            ],
        });
        app.MapMethods("/heartbeat", Routes.GetAndHead, HeartbeatAsync)
            .Describes(new("heartbeat", "Health", "Says to an outside watchdog whether the promises are kept")
            {
                Description =
                    "Call it every minute or two, and wake somebody when it does not answer 200. An answer is at most ten seconds "
                    + "old, however many ask.",
                Answers =
                [
                    OperationAnswer.Json<HeartbeatReport>(200, "Every clock is running."),
                    OperationAnswer.Json<HeartbeatReport>(
                        503, "The store does not answer, the reconciler is silent, something is overdue, no e-mail goes, or a changed "
                            + "agreement was refused."),
                ],
            });
    }

    /// <summary><c>GET /healthz</c>: 200 whenever the process can answer at all.</summary>
    public static IResult Live() => new JsonAnswer<Liveness>(200, new("serving"), WebJson.Default.Liveness);

    /// <summary><c>GET /readyz</c>: 200 while the store answers, else 503; the body says what is overdue.</summary>
    public static async Task<IResult> ReadyAsync(HttpContext http, HealthReading health)
    {
        var report = await health.ReadAsync(http.RequestAborted);
        return new JsonAnswer<HealthReport>(report.StoreAnswers ? 200 : 503, report, WebJson.Default.HealthReport);
    }

    /// <summary><c>GET /heartbeat</c>: 200 while the promises are kept, else 503 and why; for a watchdog that wakes somebody.</summary>
    public static async Task<IResult> HeartbeatAsync(HttpContext http, Heartbeat heartbeat)
    {
        var (isWell, report) = await heartbeat.ReadAsync(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return new JsonAnswer<HeartbeatReport>(isWell ? 200 : 503, report, WebJson.Default.HeartbeatReport);
    }
}
