using System.Globalization;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Handoff.Web.Events;

/// <summary><c>POST /api/events/sendgrid</c>: what SendGrid tells of the mails it took (DESIGN section 8).</summary>
public static class SendGridEventEndpoint
{
    private const string Signature = "X-Twilio-Email-Event-Webhook-Signature";
    private const string Timestamp = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>SendGrid posts a batch when it has reached 768 KB.</summary>
    private const int Limit = 1 << 20;

    /// <summary>How old a post may be: SendGrid repeats one that was not answered for a day. One that is repeated changes nothing.</summary>
    private static readonly Duration Oldest = Duration.FromHours(25);

    /// <summary>How far SendGrid's clock may be ahead of ours.</summary>
    private static readonly Duration Ahead = Duration.FromMinutes(5);

    /// <summary>
    /// Answers 204 when all that concerns us is recorded. Nothing of the body is looked at before its signature over the raw bytes is checked, and
    /// nothing of it is repeated or logged.
    /// </summary>
    public static async Task<IResult> ReceiveAsync(HttpContext http, SendGridEventKey key, IClock clock, UseCases useCases)
    {
        if (!key.IsSet)
            return ProblemAnswer.Of(404, $"The event webhook is closed: no {SendGridEventKey.Variable} is set.");
        var headers = http.Request.Headers;
        if (headers[Signature] is not [{ Length: > 0 } signature] || SignedAt(headers[Timestamp].ToString()) is not { } seconds)
            return NotSigned();
        // A wrong time needs no body read to be refused.
        var age = clock.GetCurrentInstant() - Instant.FromUnixTimeSeconds(seconds);
        if (age > Oldest || age < -Ahead)
            return NotSigned();

        using var body = await RequestBody.ReadAsync(http.Request, Limit, http.RequestAborted);
        if (body is null)
            return ProblemAnswer.Of(413, "The body is larger than 1 MiB. Send fewer events at once.");
        if (!key.IsSigned(signature, seconds, body.Bytes.Span))
            return NotSigned();
        if (SendGridEvents.Read(body.Bytes) is not { } told)
            return ProblemAnswer.Of(400, "The body is not a JSON array of events.");
        await useCases.RecordMailEvents(told, http.RequestAborted);
        return new EmptyAnswer(204);
    }

    private static ProblemAnswer NotSigned() => ProblemAnswer.Of(
        401,
        "The signature or its time is missing or wrong. Only SendGrid posts here, with signed events switched on and its key in "
        + $"{SendGridEventKey.Variable}.");

    private static long? SignedAt(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= NodaConstants.SecondsPerDay * 1_000_000L
        && text == seconds.ToString(CultureInfo.InvariantCulture)
            ? seconds
            : null;
}
