using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Http;

/// <summary>303: the answer to a post is another page, so that looking at it again does not post again.</summary>
internal sealed class SeeOther(string location) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status303SeeOther;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.Location = location;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther).ExecuteAsync(httpContext);
    }
}
