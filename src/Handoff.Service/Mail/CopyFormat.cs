using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Handoff.Service.Serialization;

namespace Handoff.Service.Mail;

/// <summary>
/// How the copy of a message is written before it is sealed: as JSON, and behind it the HTML as it is (UTF-8), compressed. Inside the JSON
/// every quotation mark of ten thousand characters would be escaped, which takes nearly as long as compressing them.
/// </summary>
internal static class CopyFormat
{
    // Higher ones take several times as long for a few per cent.
    private const int Quality = 1;
    private const int Window = 18;

    public static byte[] Pack(MailboxMessage message)
    {
        byte[] plain = [.. LedgerJson.Write(message with { Html = "" }), .. Encoding.UTF8.GetBytes(message.Html)];
        var packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(plain.Length));
        try
        {
            return BrotliEncoder.TryCompress(plain, packed, out var length, Quality, Window)
                ? packed[..length]
                : throw new InvalidOperationException("Brotli needs more room than it said.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    /// <summary>Reads a copy.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static MailboxMessage Unpack(byte[] packed)
    {
        using var reading = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var copy = new MemoryStream();
        reading.CopyTo(copy);
        var plain = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        var reader = new Utf8JsonReader(plain);
        var message = LedgerJson.ReadMessage(ref reader);
        var html = plain[(int)reader.BytesConsumed..];
        return html.IsEmpty ? message : message with { Html = Encoding.UTF8.GetString(html) };
    }
}
