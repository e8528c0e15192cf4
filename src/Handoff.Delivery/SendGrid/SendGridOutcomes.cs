using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Handoff.Service.Delivery;

namespace Handoff.Delivery.SendGrid;

/// <summary>What an answer of SendGrid means. Of its texts only the names of fields are kept: the rest may repeat what was sent.</summary>
internal static partial class SendGridOutcomes
{
    /// <summary>The outcome of an answer.</summary>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="body">The answer's body; read only for a 400.</param>
    /// <param name="now">The real time, for waits given as a date.</param>
    public static SendOutcome Of(HttpStatusCode status, HttpResponseHeaders headers, string body, DateTimeOffset now) => (int)status switch
    {
        >= 200 and < 300 => new SendOutcome.Accepted(MessageId(headers)),
        400 => OfBadRequest(body),
        401 => new SendOutcome.Misconfigured("SendGrid 401: the API key was refused, or the account's credits are used up"),
        403 => new SendOutcome.Misconfigured("SendGrid 403: the key may not send mail, or the From address is not a verified sender"),
        408 or 425 or 429 or >= 500 => new SendOutcome.Failed($"SendGrid {(int)status}: not taken for now", RetryAfter.Read(headers, now)),
        413 => new SendOutcome.Refused("SendGrid 413: the message is too large"),
        _ => new SendOutcome.Misconfigured($"SendGrid {(int)status}: this is not the answer of its mail interface; check the Host setting"),
    };

    /// <summary>The outcome when the request failed without an answer.</summary>
    public static SendOutcome Of(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError => new SendOutcome.Failed($"no connection to SendGrid ({error})", RetryAfter: null),
        _ => new SendOutcome.Unknown($"the connection to SendGrid broke after the message was handed over ({error})"),
    };

    private static SendOutcome OfBadRequest(string body)
    {
        var fields = Fields(body);
        var named = fields.Count == 0 ? "" : $" ({string.Join(", ", fields)})";
        return fields.Any(field => field.Split('.')[0] is "from")
            ? new SendOutcome.Misconfigured($"SendGrid 400{named}: check the From setting")
            : new SendOutcome.Refused($"SendGrid 400{named}: the address or the message was refused");
    }

    private static List<string> Fields(string body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            return [.. answer.RootElement.GetProperty("errors").EnumerateArray()
                .Select(error => error.TryGetProperty("field", out var field) && field.ValueKind == JsonValueKind.String
                    ? field.GetString()!
                    : "")
                .Where(field => FieldName().IsMatch(field))
                .Distinct(StringComparer.Ordinal)
                .Take(3)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return [];
        }
    }

    private static string? MessageId(HttpResponseHeaders headers) =>
        headers.TryGetValues("X-Message-Id", out var values) && values.First() is var id && ProviderId().IsMatch(id) ? id : null;

    [GeneratedRegex(@"\A[a-z_]{1,30}(\.([a-z_]{1,30}|[0-9]{1,4})){0,6}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100)]
    private static partial Regex FieldName();

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,100}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex ProviderId();
}
