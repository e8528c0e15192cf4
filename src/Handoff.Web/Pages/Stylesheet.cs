using System.Security.Cryptography;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Pages;

/// <summary><c>/assets/handoff.css</c>: the one stylesheet of all pages, known by a fingerprint so that browsers may keep it.</summary>
public static class Stylesheet
{
    internal const string Path = "/assets/handoff.css";

    private static readonly byte[] Content = Read();
    private static readonly string Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 6));

    /// <summary>Its address on a page.</summary>
    internal static string Href(HttpRequest request) => $"{request.PathBase}{Path}?v={Fingerprint}";

    /// <summary>Serves it: for a year under its fingerprint, else not to be kept.</summary>
    public static IResult Serve(HttpContext http) => new StylesheetAnswer(http.Request.Query["v"] == Fingerprint);

    private static byte[] Read()
    {
        using var resource = typeof(Stylesheet).Assembly.GetManifestResourceStream("handoff.css")
            ?? throw new InvalidOperationException("The stylesheet is built into the assembly.");
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }

    private sealed class StylesheetAnswer(bool lasts) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            SafeHeaders.Apply(response, SafeHeaders.NothingLoads);
            if (lasts)
                response.Headers.CacheControl = "public, max-age=31536000, immutable";
            response.ContentType = "text/css; charset=utf-8";
            response.ContentLength = Content.Length;
            return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(Content, httpContext.RequestAborted).AsTask();
        }
    }
}
