using System.Text;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Http;

internal sealed class HtmlAnswer(int status, string html, string contentSecurityPolicy) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    /// <summary>Whether our own pages may show it in a frame.</summary>
    public bool MayBeFramedByUs { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy = contentSecurityPolicy;
        if (MayBeFramedByUs)
            headers.XFrameOptions = "SAMEORIGIN";
        return TypedResults.Text(html, "text/html", Encoding.UTF8, status).ExecuteAsync(httpContext);
    }
}
