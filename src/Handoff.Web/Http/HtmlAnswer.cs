using System.Buffers;
using Handoff.Service.Mail;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Http;

/// <summary>Writes a page; to HEAD the same without its body.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="html">The document.</param>
/// <param name="contentSecurityPolicy">What it may load.</param>
internal sealed class HtmlAnswer(int status, Utf8Html html, string contentSecurityPolicy) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => status;

    /// <summary>Whether our own pages may show it in a frame.</summary>
    public bool MayBeFramedByUs { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SafeHeaders.Apply(response, contentSecurityPolicy);
        if (MayBeFramedByUs)
            response.Headers.XFrameOptions = "SAMEORIGIN";
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = html.Bytes.Length;
        if (HttpMethods.IsHead(httpContext.Request.Method))
            return Task.CompletedTask;
        response.BodyWriter.Write(html.Bytes.Span);
        return response.BodyWriter.FlushAsync(httpContext.RequestAborted).AsTask();
    }
}
