using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Web;
using HandoffFunctions.Orchestrations;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace HandoffFunctions.Http;

/// <summary>
/// Hands requests over to the same endpoints as the embedded host has. When the answer has gone, the request carries out what follows of it
/// (an offer, a mail) and tells orchestrations what they have to know.
/// </summary>
internal sealed class HandoffSurface(IServiceProvider services, Nudges nudges, SilenceBreaker silence, ILogger<HandoffSurface> log)
{
    private readonly RequestDelegate _handle = HandoffWeb.BuildHandoff(services);

    /// <summary>The answer to a function's request.</summary>
    public IResult Answer(DurableTaskClient client) => new Handover(this, client);

    private Task<bool> AnswerAsync(HttpContext http, DurableTaskClient client) => nudges.TellAfterAsync(
        client,
        own: null,
        async () =>
        {
            // What follows holds the connection, and the Functions host's next request on it would wait for a slow mail.
            if (!HttpMethods.IsGet(http.Request.Method))
                http.Response.Headers.Connection = "close";
            await _handle(http);
            // Nobody waits for what follows.
            await http.Response.CompleteAsync();
            return await BreakSilenceAsync();
        });

    /// <summary>Timers may stand still while requests are answered (azure-functions-host#11828).</summary>
    private async Task<bool> BreakSilenceAsync()
    {
        try
        {
            return await silence.ReconcileIfSilentAsync(CancellationToken.None);
        }
        catch (StoreUnavailableException e)
        {
            log.LogError(LogEvents.StoreDown, e, "The store does not answer; reconciling after a later request.");
            return false;
        }
    }

    private sealed class Handover(HandoffSurface surface, DurableTaskClient client) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => surface.AnswerAsync(httpContext, client);
    }
}
