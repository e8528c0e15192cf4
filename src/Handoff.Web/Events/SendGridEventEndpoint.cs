using System.Collections.Immutable;
using System.Globalization;
using Handoff.Service.MailEvents;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Handoff.Web.Events;

/// <summary><c>POST /api/events/sendgrid</c>: what SendGrid tells of the mails it took (design section 8).</summary>
public static class SendGridEventEndpoint
{
    private const string Signature = "X-Twilio-Email-Event-Webhook-Signature";
    private const string Timestamp = "X-Twilio-Email-Event-Webhook-Timestamp";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/events/sendgrid", ReceiveAsync)
            .Describes(new("receiveSendGridEvents", "Events", "Takes what SendGrid tells of mails that it took")
            {
                Description =
                    "The signed event webhook. The same event twice changes nothing; events of other mails and of other kinds are "
                    + "passed over.",
                Parameters =
                [
                    new("X-Twilio-Email-Event-Webhook-Signature", InHeader: true, "ECDSA signature of the timestamp and the raw body."),
                    new("X-Twilio-Email-Event-Webhook-Timestamp", InHeader: true, "When it was signed, in seconds since 1970."),
                ],
                Body = new("An array of events; at most 1 MiB.", ("application/json", typeof(IReadOnlyList<Dictionary<string, string>>))),
                Answers =
                [
                    OperationAnswer.Empty(204, "Recorded, now or before."),
                    OperationAnswer.Problem(400, "The body is not a JSON array."),
                    OperationAnswer.Problem(401, "The signature or its time is missing or wrong."),
                    OperationAnswer.Problem(404, "The webhook is closed: no verification key is set."),
                    OperationAnswer.Problem(413, "The body is larger than 1 MiB."),
                    OperationAnswer.Problem(503, "The store does not answer; SendGrid tells it again."),
                ],
            });
    }

    /// <summary>SendGrid posts a batch when it has reached 768 KB.</summary>
    private const int Limit = 1 << 20;

    /// <summary>
    /// How old a post may be: SendGrid repeats one that was not answered for a day. One that is repeated changes nothing.
    /// </summary>
    private static readonly Duration Oldest = Duration.FromHours(25);

    /// <summary>How far SendGrid's clock may be ahead of ours.</summary>
    private static readonly Duration Ahead = Duration.FromMinutes(5);

    /// <summary>
    /// Answers 204 when all that concerns us is recorded. Nothing of the body is looked at before its signature over the raw bytes is
    /// checked, and nothing of it is repeated or logged.
    /// </summary>
    public static Task<IResult> ReceiveAsync(HttpContext http, SendGridEventKey key, IClock clock, MailEventRecording events) =>
        TakeAsync(http, key, clock, events.RecordAsync);

    internal static async Task<IResult> TakeAsync(
        HttpContext http, SendGridEventKey key, IClock clock, Func<ImmutableArray<MailEvent>, CancellationToken, Task> record)
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

        var body = await RequestBody.ReadAsync(http.Request, Limit, http.RequestAborted);
        if (body is null)
            return ProblemAnswer.Of(413, "The body is larger than 1 MiB. Send fewer events at once.");
        if (!key.IsSigned(signature, seconds, body))
            return NotSigned();
        if (SendGridEvents.Read(body) is not { } told)
            return ProblemAnswer.Of(400, "The body is not a JSON array of events.");
        await record(told, http.RequestAborted);
        return TypedResults.NoContent();
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
