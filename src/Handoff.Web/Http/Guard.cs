using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Handoff.Web.Http;

/// <summary>
/// Stands around every request: the safe headers are on every answer, whatever is not found is answered as a problem, and whatever breaks
/// is answered without details and logged without anything that came with the request (promise 7).
/// </summary>
internal sealed class Guard(RequestDelegate next, ILogger<Guard> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        SafeHeaders.Apply(http.Response);
        // The answer to HEAD has the headers of the answer to GET, its length too, and no body.
        if (HttpMethods.IsHead(http.Request.Method))
            http.Response.Body = Stream.Null;
        try
        {
            await next(http);
            if (!http.Response.HasStarted && http.Response is { ContentLength: null, ContentType: null } && Unanswered(http) is { } answer)
                await answer.ExecuteAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Exception broken) when (!http.Response.HasStarted)
        {
            var answer = Broken(broken);
            if (answer.StatusCode == 500)
            {
                // The route's pattern, not its address, and no message: both may hold a token or what a person wrote.
                var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
                log.LogError(LogEvents.RequestBroke, "{Failure} at {Route}\n{Trace}", broken.GetType().FullName, route, broken.StackTrace);
            }

            var vary = http.Response.Headers.Vary;
            var origin = http.Response.Headers.AccessControlAllowOrigin;
            http.Response.Clear();
            SafeHeaders.Apply(http.Response);
            if (origin.Count > 0)
                http.Response.Headers.AccessControlAllowOrigin = origin;
            if (vary.Count > 0)
                http.Response.Headers.Vary = vary;
            await answer.ExecuteAsync(http);
        }
    }

    /// <summary>What an exception is over HTTP.</summary>
    internal static ProblemAnswer Broken(Exception broken) => broken switch
    {
        BadHttpRequestException { StatusCode: 413 } => ProblemAnswer.Of(413, "The body is too large. Send less."),
        BadHttpRequestException bad => ProblemAnswer.Of(
            bad.StatusCode, "The request is not valid HTTP or broke off. Send it again, whole."),
        StoreUnavailableException => new ProblemAnswer(Problem.Of(
            503, "The store does not answer, and nothing was stored. Send the request again after the seconds in Retry-After."))
        {
            RetryAfterSeconds = 5,
        },
        _ => ProblemAnswer.Of(
            500, "Something broke here, and was noted. Send the request again later; with an Idempotency-Key no lead is taken twice."),
    };

    private static ProblemAnswer? Unanswered(HttpContext http) => http.Response.StatusCode switch
    {
        404 => ProblemAnswer.Of(404, "There is nothing at this address. /openapi/v1.json describes what is."),
        405 => ProblemAnswer.Of(405, "This address does not take this method. The header Allow lists those that it takes."),
        >= 400 and var status => ProblemAnswer.Of(status, "The request cannot be answered as it is. /openapi/v1.json describes what can."),
        _ => null,
    };
}
