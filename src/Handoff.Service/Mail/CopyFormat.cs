using System.Text;
using System.Text.Json;
using Handoff.Service.Serialization;

namespace Handoff.Service.Mail;

/// <summary>
/// How the copy of a message is written before it is sealed: as JSON, and behind it the HTML as it is (UTF-8). Inside the JSON every quotation mark of ten
/// thousand characters would be escaped, which takes nearly as long as packing them. The HTML of earlier copies is in the JSON.
/// </summary>
internal static class CopyFormat
{
    /// <summary>Writes a copy.</summary>
    public static byte[] Write(MailboxMessage message)
    {
        var head = LedgerJson.Write(message with { Html = "" });
        var copy = new byte[head.Length + Encoding.UTF8.GetByteCount(message.Html)];
        head.CopyTo(copy, 0);
        Encoding.UTF8.GetBytes(message.Html, copy.AsSpan(head.Length));
        return copy;
    }

    /// <summary>Reads a copy, of today or earlier.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static MailboxMessage Read(ReadOnlySpan<byte> copy)
    {
        var reader = new Utf8JsonReader(copy);
        var message = LedgerJson.ReadMessage(ref reader);
        var html = copy[(int)reader.BytesConsumed..];
        return html.IsEmpty ? message : message with { Html = Encoding.UTF8.GetString(html) };
    }
}
