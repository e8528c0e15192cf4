using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Handoff.Connect.Bodies;

/// <summary>Reads the fields of a <c>multipart/form-data</c> body. Files are left out.</summary>
internal static class MultipartFields
{
    private const int LongestBoundary = 70;
    private const string Malformed =
        "The multipart body cannot be read. Send every part with its Content-Disposition, and the closing boundary.";

    public static async Task<FieldsAnswer> ParseAsync(
        ReadOnlyMemory<byte> body, string? boundary, Encoding charset, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(boundary) || boundary.Length > LongestBoundary)
            return new FieldsAnswer.Unreadable(
                "Content-Type names no usable boundary. Send multipart/form-data with a boundary of at most 70 characters.");

        var fields = new FieldCollection();
        try
        {
            using var stream = new MemoryStream(body.ToArray(), writable: false);
            var reader = new MultipartReader(boundary, stream);
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about) || !about.IsFormDisposition())
                    continue;
                var name = HeaderUtilities.RemoveQuotes(about.Name).Value ?? "";
                if (!fields.Add(name, await ReadAsync(section, charset, cancellation)))
                    break;
            }
        }
        catch (DecoderFallbackException)
        {
            fields.Refuse(FormFields.WrongCharset);
        }
        catch (Exception mistake) when (mistake is IOException or InvalidDataException)
        {
            fields.Refuse(Malformed);
        }

        return fields.Finish();
    }

    private static async Task<string> ReadAsync(MultipartSection section, Encoding charset, CancellationToken cancellation)
    {
        if (MediaTypeHeaderValue.TryParse(section.ContentType, out var type) && Charset.TryFind(type.Charset, out var own)
            && type.Charset.HasValue)
            charset = own;

        using var bytes = new MemoryStream();
        await section.Body.CopyToAsync(bytes, cancellation);
        return charset.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
