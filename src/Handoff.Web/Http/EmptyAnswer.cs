using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Http;

/// <summary>A status without a body.</summary>
/// <param name="status">The HTTP status.</param>
internal sealed class EmptyAnswer(int status) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        SafeHeaders.Apply(httpContext.Response, SafeHeaders.NothingLoads);
        httpContext.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
