using Handoff.Service.Running;
using Handoff.Web;
using HandoffFunctions.Orchestrations;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace HandoffFunctions.Http;

/// <summary>
/// The embedded host's endpoints; when the answer has gone, what follows of it is carried out, and orchestrations are told.
/// </summary>
internal sealed class HandoffSurface(IServiceProvider services, Nudges nudges, SilenceBreaker silence)
{
    private readonly RequestDelegate _handle = HandoffWeb.BuildHandoff(services);

    public IResult Serve(DurableTaskClient client) =>
        new Handover(http => nudges.TellAfterAsync(client, own: null, () => AnswerAsync(http)));

    private async Task<bool> AnswerAsync(HttpContext http)
    {
        // What follows holds the connection, and the Functions host's next request on it would wait for a slow mail.
        if (!HttpMethods.IsGet(http.Request.Method))
            http.Response.Headers.Connection = "close";
        await _handle(http);
        // Nobody waits for what follows.
        await http.Response.CompleteAsync();
        return await silence.ReconcileIfSilentAsync(CancellationToken.None);
    }

    private sealed class Handover(Func<HttpContext, Task> answer) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => answer(httpContext);
    }
}
