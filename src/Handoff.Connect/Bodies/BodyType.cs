using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Handoff.Connect.Bodies;

/// <summary>How a body may be written.</summary>
[Flags]
internal enum BodyKinds
{
    None = 0,

    /// <summary>A JSON object.</summary>
    Json = 1,

    /// <summary>A form in one line.</summary>
    Line = 2,

    /// <summary>A form in parts.</summary>
    Multipart = 4,

    /// <summary>Any form.</summary>
    Form = Line | Multipart,

    Any = Json | Form,

    /// <summary>XML, of who sends no other.</summary>
    Xml = 8,
}

/// <summary>What kind of body a request says that it has.</summary>
/// <param name="Charset">How its bytes are text.</param>
/// <param name="Boundary">What parts it, of a multipart form.</param>
internal sealed record BodyType(BodyKinds Kind, Encoding Charset, string? Boundary)
{
    private static readonly BodyType PlainJson = new(BodyKinds.Json, Bodies.Charset.Utf8, null);

    /// <summary>Whether the body is of a kind that is wanted; else what to send (415).</summary>
    public static bool TryRead(string? contentType, BodyKinds wanted, out BodyType body, out string refusal)
    {
        body = PlainJson;
        refusal = "";
        if (wanted.HasFlag(BodyKinds.Json) && contentType == "application/json")
            return true;

        _ = MediaTypeHeaderValue.TryParse(contentType, out var type);
        var kind = KindOf(type?.MediaType ?? StringSegment.Empty);
        if (kind == BodyKinds.None || !wanted.HasFlag(kind))
        {
            refusal = wanted switch
            {
                BodyKinds.Json => "Send the lead as application/json.",
                BodyKinds.Form => "Send the lead as application/x-www-form-urlencoded or multipart/form-data.",
                _ => "Send the lead as application/json, application/x-www-form-urlencoded or multipart/form-data.",
            };
            return false;
        }

        if (!Bodies.Charset.TryFind(type!.Charset, out var charset))
        {
            refusal = "This charset is not known here. Send UTF-8.";
            return false;
        }

        body = new(kind, charset, HeaderUtilities.RemoveQuotes(type.Boundary).Value);
        return true;
    }

    /// <summary>The fields of a form.</summary>
    public ValueTask<FieldsAnswer> ParseFormAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => Kind == BodyKinds.Multipart
        ? new(MultipartFields.ParseAsync(bytes, Boundary, Charset, cancellation))
        : new(FormFields.Parse(bytes.Span, Charset));

    /// <summary>What is read of a JSON body.</summary>
    /// <param name="unreadable">Makes the answer of what cannot be read.</param>
    public T ParseJson<T>(ReadOnlyMemory<byte> bytes, Func<JsonElement, T> reading, Func<string, T> unreadable)
    {
        if (ReferenceEquals(Charset, Bodies.Charset.Utf8))
            return JsonFields.Parse(bytes, reading, unreadable);
        try
        {
            return JsonFields.Parse(Encoding.Convert(Charset, Bodies.Charset.Utf8, bytes.ToArray()), reading, unreadable);
        }
        catch (DecoderFallbackException)
        {
            return unreadable("The body is not in the charset that its Content-Type names. Send it in UTF-8.");
        }
    }

    private static BodyKinds KindOf(StringSegment mediaType) =>
        mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) ? BodyKinds.Json
        : mediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? BodyKinds.Line
        : mediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) ? BodyKinds.Multipart
        : mediaType.Equals("application/xml", StringComparison.OrdinalIgnoreCase)
            || mediaType.Equals("text/xml", StringComparison.OrdinalIgnoreCase) ? BodyKinds.Xml
        : BodyKinds.None;
}
