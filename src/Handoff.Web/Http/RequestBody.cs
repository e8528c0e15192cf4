using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Http;

/// <summary>The raw bytes of a request.</summary>
internal static class RequestBody
{
    /// <summary>What is answered where <see cref="IsCompressed"/> holds (415).</summary>
    public const string Compressed = "The body is compressed. Send it without Content-Encoding.";

    /// <summary>Whether the body would have to be unpacked: none is, for nobody knows how large it is then.</summary>
    public static bool IsCompressed(HttpRequest request) =>
        request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity";

    /// <summary>Reads the body; null as soon as it is known to be longer than the limit, with or without a Content-Length.</summary>
    public static async ValueTask<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
            return null;

        var part = new byte[4096];
        using var body = new MemoryStream((int)(request.ContentLength ?? part.Length));
        while (await request.Body.ReadAsync(part, cancellation) is > 0 and var read)
        {
            if (body.Length + read > limit)
                return null;
            body.Write(part, 0, read);
        }

        return body.ToArray();
    }
}
