using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Http;

/// <summary>Sends the browser to another page of ours, by GET.</summary>
/// <param name="path">The path, with the base.</param>
internal sealed class SeeOther(string path) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => 303;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        SafeHeaders.Apply(httpContext.Response, SafeHeaders.NothingLoads);
        httpContext.Response.StatusCode = 303;
        httpContext.Response.Headers.Location = path;
        httpContext.Response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
