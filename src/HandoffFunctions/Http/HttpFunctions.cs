using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using static Microsoft.Azure.Functions.Worker.AuthorizationLevel;

namespace HandoffFunctions.Http;

/// <summary>
/// Takes every request. Which address takes which method, and who may do what, is decided behind it. It is one function, for of several
/// whose routes fit the Functions host takes any.
/// </summary>
internal sealed class HttpFunctions(HandoffSurface surface)
{
    [Function(nameof(Http))]
    public IResult Http([HttpTrigger(Anonymous, Route = "{*path}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        surface.Serve(client);
}
