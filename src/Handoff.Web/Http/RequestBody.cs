using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Http;

/// <summary>The raw bytes of a request, read once into a rented buffer.</summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>What is answered where <see cref="IsCompressed"/> holds (415).</summary>
    public const string Compressed = "The body is compressed. Send it without Content-Encoding.";

    private const int FirstRead = 4096;

    private byte[] _buffer;
    private int _length;

    private RequestBody(byte[] buffer) => _buffer = buffer;

    /// <summary>The bytes; not to be used after disposal.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Whether the body would have to be unpacked: none is, for nobody knows how large it is then.</summary>
    public static bool IsCompressed(HttpRequest request) => request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity";

    /// <summary>Reads the body, or answers null as soon as it is known to be longer than the limit, with or without a Content-Length.</summary>
    public static async ValueTask<RequestBody?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
            return null;

        // One byte more than is said, so that the read that finds the end needs no larger buffer.
        var body = new RequestBody(ArrayPool<byte>.Shared.Rent((int)(request.ContentLength ?? FirstRead) + 1));
        try
        {
            while (true)
            {
                var read = await request.Body.ReadAsync(body._buffer.AsMemory(body._length), cancellation);
                if (read == 0)
                    return body;
                body._length += read;
                if (body._length > limit)
                {
                    body.Dispose();
                    return null;
                }

                if (body._length == body._buffer.Length)
                    body.Grow();
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>Gives the buffer back, emptied: what was in it is personal.</summary>
    public void Dispose()
    {
        if (_buffer.Length == 0)
            return;
        _buffer.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        _buffer.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
