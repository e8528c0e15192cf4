using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Handoff.Service.Packing;
using Handoff.Service.Serialization;

namespace Handoff.Service.Mail;

/// <summary>
/// How the copy of a message is written before it is sealed: as JSON, and behind it the HTML as it is (UTF-8), packed. Inside the JSON every quotation mark
/// of ten thousand characters would be escaped, which takes nearly as long as packing them. The HTML of earlier copies is in the JSON.
/// </summary>
internal static class CopyFormat
{
    /// <summary>Writes a copy.</summary>
    public static byte[] Pack(MailboxMessage message)
    {
        var html = Encoding.UTF8.GetBytes(message.Html);
        var head = LedgerJson.Write(message with { Html = "" });
        var plain = ArrayPool<byte>.Shared.Rent(head.Length + html.Length);
        head.CopyTo(plain, 0);
        html.CopyTo(plain.AsSpan(head.Length));
        var packed = Packer.Mails.Pack(plain.AsSpan(0, head.Length + html.Length));
        ArrayPool<byte>.Shared.Return(plain);
        return packed;
    }

    /// <summary>Reads a copy, of today or earlier.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or a newer version packed it.</exception>
    public static MailboxMessage Unpack(byte[] packed)
    {
        ReadOnlySpan<byte> copy = Plain(packed);
        var reader = new Utf8JsonReader(copy);
        var message = LedgerJson.ReadMessage(ref reader);
        var html = copy[(int)reader.BytesConsumed..];
        return html.IsEmpty ? message : message with { Html = Encoding.UTF8.GetString(html) };
    }

    /// <summary>The copy as it was before it was packed.</summary>
    private static byte[] Plain(byte[] packed) => Packer.IsPacked(packed) ? Packer.Mails.Unpack(packed) : Expanded(packed);

    /// <summary>A copy of before there were dictionaries.</summary>
    private static byte[] Expanded(byte[] small)
    {
        using var reading = new BrotliStream(new MemoryStream(small), CompressionMode.Decompress);
        using var copy = new MemoryStream();
        reading.CopyTo(copy);
        return copy.ToArray();
    }
}
