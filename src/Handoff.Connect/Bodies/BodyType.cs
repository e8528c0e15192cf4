using System.Text;
using Handoff.Agreements;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Handoff.Web.Intake;

/// <summary>What kind of body a request says that it has.</summary>
/// <param name="Charset">How its bytes are text.</param>
/// <param name="Boundary">What parts it, of a multipart form.</param>
internal sealed record IntakeBody(BodyKind Kind, Encoding Charset, string? Boundary)
{
    private static readonly IntakeBody PlainJson = new(BodyKind.Json, Http.Charset.Utf8, null);

    /// <summary>Whether the body is what the format wants; else what to send (415).</summary>
    public static bool TryRead(HttpRequest request, SourceFormat format, out IntakeBody body, out string refusal)
    {
        body = PlainJson;
        refusal = "";
        if (Http.RequestBody.IsCompressed(request))
        {
            refusal = Http.RequestBody.Compressed;
            return false;
        }

        if (format == SourceFormat.Json && request.ContentType == "application/json")
            return true;

        _ = MediaTypeHeaderValue.TryParse(request.ContentType, out var type);
        var kind = KindOf(type?.MediaType ?? StringSegment.Empty);
        if (kind is null || kind == BodyKind.Json != (format == SourceFormat.Json))
        {
            refusal = format == SourceFormat.Json
                ? "Send the lead as application/json."
                : "Send the lead as application/x-www-form-urlencoded or multipart/form-data.";
            return false;
        }

        if (!Http.Charset.TryFind(type!.Charset, out var charset))
        {
            refusal = "This charset is not known here. Send UTF-8.";
            return false;
        }

        body = new(kind.Value, charset, HeaderUtilities.RemoveQuotes(type.Boundary).Value);
        return true;
    }

    public ValueTask<FieldsAnswer> ParseAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => Kind switch
    {
        BodyKind.Json => new(ParseJson(bytes)),
        BodyKind.Form => new(FormFields.Parse(bytes.Span, Charset)),
        BodyKind.Multipart => new(MultipartFields.ParseAsync(bytes, Boundary, Charset, cancellation)),
        _ => throw new InvalidOperationException("A kind of body is read."),
    };

    private FieldsAnswer ParseJson(ReadOnlyMemory<byte> bytes)
    {
        if (ReferenceEquals(Charset, Http.Charset.Utf8))
            return JsonFields.Parse(bytes);
        try
        {
            return JsonFields.Parse(Encoding.Convert(Charset, Http.Charset.Utf8, bytes.ToArray()));
        }
        catch (DecoderFallbackException)
        {
            return new FieldsAnswer.Unreadable("The body is not in the charset that its Content-Type names. Send it in UTF-8.");
        }
    }

    private static BodyKind? KindOf(StringSegment mediaType) =>
        mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) ? BodyKind.Json
        : mediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? BodyKind.Form
        : mediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) ? BodyKind.Multipart
        : null;
}

/// <summary>How a body is read.</summary>
internal enum BodyKind
{
    /// <summary>A JSON object.</summary>
    Json,

    /// <summary>A form in one line.</summary>
    Form,

    /// <summary>A form in parts.</summary>
    Multipart,
}
