using Handoff.Agreements;
using Handoff.Connect.Bodies;
using Handoff.Connect.Fetching;
using Handoff.Connect.Forms;
using Handoff.Leads;
using Handoff.Service.Health;
using Handoff.Service.Intake;
using Handoff.Web.Access;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Intake;

/// <summary><c>POST /api/leads/{source}</c>: takes a lead (design section 8).</summary>
public static class IntakeEndpoint
{
    internal const string KeyHeader = "X-Handoff-Key";
    private const string NoSource = "There is no such source. Post to /api/leads/{source} with a name from sources.yaml.";
    private const string NoKey = "The source's key is missing or wrong. Send it in the header X-Handoff-Key, or as ?key= in the address.";
    private const string OtherOrigin = "This page may not post to the source: its origin is not in allow_origins of sources.yaml. A page "
        + "that hides its origin (null) has to name it: Referrer-Policy strict-origin-when-cross-origin.";
    private const string NoSignature = "The signature is missing or wrong, or its time is not now. Look at the source's secret.";

    /// <summary>Maps the post, and what browsers ask before it.</summary>
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/leads/{source}", ReceiveAsync).Describes(new("receiveLead", "Intake", "Takes a lead")
        {
            Description = "The lead is stored, durably, when 202 is answered. The same delivery sent twice (Idempotency-Key, else the same "
                + "body within 10 minutes) gets the same answer.",
            PathParameter = "The source's name in sources.yaml.",
            TakesSourceKey = true,
            Parameters = [new("Idempotency-Key", InHeader: true, "One of your own for each lead, at most 255 characters.")],
            Body = new(
                "The lead's fields, by the names that the source maps, or what the source's vendor sends; at most 1 MiB and 200 fields.",
                ("application/json", null), ("application/x-www-form-urlencoded", null), ("multipart/form-data", null))
            {
                IsLead = true,
            },
            Answers =
            [
                OperationAnswer.Json<IntakeReceipt>(200, "Stored, or nothing to store: what a vendor's own format is answered."),
                OperationAnswer.Json<IntakeReceipt>(
                    202, "Stored. Who sends the source's key in the header, or the administrator's, is told status, tier "
                        + "and score; the public the id only."),
                OperationAnswer.Empty(303, "Stored; a visitor's browser goes to the source's thanks."),
                OperationAnswer.Problem(400, "The body cannot be read."),
                OperationAnswer.Problem(401, "The source's key or signature is missing or wrong."),
                OperationAnswer.Problem(403, "A browser posts from an origin that the source does not list in allow_origins."),
                OperationAnswer.Problem(404, "There is no such source."),
                OperationAnswer.Problem(413, "The body is larger than 1 MiB."),
                OperationAnswer.Problem(415, "The body is not in the source's format, or in a charset that is not known."),
                OperationAnswer.Problem(422, "The lead cannot be used; errors says what to send, field by field."),
                OperationAnswer.Problem(429, "Too many leads at once; Retry-After says when to send it again."),
                OperationAnswer.Problem(503, "The store does not answer; Retry-After says when to send it again."),
            ],
        });
        app.MapMethods("/api/leads/{source}", ["OPTIONS"], Preflight).ExcludeFromDescription();
    }

    /// <summary>Answers a post, and counts the answer.</summary>
    public static async Task<IResult> ReceiveAsync(
        HttpContext http, string source, ISourceCatalog sources, AdminAccess access, FormDoor door, LeadIntake intake)
    {
        try
        {
            var answer = await TakeAsync(http, source, sources, access, door, intake.ReceiveAsync);
            var status = (answer as IStatusCodeHttpResult)?.StatusCode ?? 200;
            Measures.Answered(status);
            if (status >= 400 && sources.Find(source) is { } known)
                await door.RefusedAsync(known.Name, status, http.RequestAborted);
            return answer;
        }
        catch (Exception broken) when (!http.RequestAborted.IsCancellationRequested)
        {
            Measures.Answered(Guard.Broken(broken).StatusCode ?? 500);
            throw;
        }
    }

    /// <summary>
    /// Answers a post: who asks is checked before the body is read, the body before it is parsed, and nothing that was sent is repeated in
    /// an answer.
    /// </summary>
    internal static async Task<IResult> TakeAsync(
        HttpContext http, string source, ISourceCatalog sources, AdminAccess access, FormDoor door,
        Func<IntakeRequest, CancellationToken, Task<IntakeAnswer>> receive)
    {
        if (sources.Find(source) is not { } known)
            return ProblemAnswer.Of(404, NoSource);

        CrossOrigin.Apply(http, known);
        if (door.IsForeign(known, http.Request))
            return ProblemAnswer.Of(403, OtherOrigin);
        if (door.TooMany(known, http) is { } seconds)
            return TooMany(seconds);
        var request = http.Request;
        var format = FormFormats.Of(known.Format);
        if (!Authenticity.NeedsBody(known) && !await door.KnowsAsync(known, request, body: []))
            return Unknown(known);
        if (RequestBody.IsCompressed(request))
            return ProblemAnswer.Of(415, RequestBody.Compressed);
        if (!format.IsVendors && format.Refuse(request.ContentType) is { } refusal)
            return ProblemAnswer.Of(415, refusal);

        var idempotencyKey = request.Headers["Idempotency-Key"];
        if (idempotencyKey.Count > 1 || idempotencyKey.ToString().Length > IntakeLimits.IdempotencyKey)
            return ProblemAnswer.Of(400, $"Send one Idempotency-Key of at most {IntakeLimits.IdempotencyKey} characters.");

        var body = await RequestBody.ReadAsync(request, IntakeLimits.Body, http.RequestAborted);
        if (body is null)
            return ProblemAnswer.Of(413, "The body is larger than 1 MiB. Send the lead's fields only; files are not kept.");
        if (Authenticity.NeedsBody(known) && !await door.KnowsAsync(known, request, body))
            return Unknown(known);

        var isTrusted = request.Headers.ContainsKey(KeyHeader) || access.Knows(request);
        var post = door.PostOf(request, body);
        return await format.ReadAsync(post, http.RequestAborted) switch
        {
            FormReading.Lead lead => Answer(
                await receive(FormDoor.RequestOf(known, lead, post, request.Headers.Referer), http.RequestAborted), known, isTrusted),
            FormReading.Nothing => new AcknowledgedAnswer(null),
            FormReading.Erased erased => await EraseAsync(door, known, erased.DeliveryKey, http.RequestAborted),
            FormReading.Elsewhere => Answer(
                await receive(
                    VendorRequest.Held(known, body, known.Fetch is null ? QuarantineCause.NotUnderstood : QuarantineCause.Awaited),
                    http.RequestAborted),
                known, isTrusted),
            FormReading.NotUnderstood when format.IsVendors => Answer(
                await receive(VendorRequest.Held(known, body, QuarantineCause.NotUnderstood), http.RequestAborted), known, isTrusted),
            FormReading.NotUnderstood unreadable => ProblemAnswer.Of(400, unreadable.Because),
            _ => throw new InvalidOperationException("A post is a lead, nothing or not understood."),
        };
    }

    private static async Task<IResult> EraseAsync(FormDoor door, LeadSource source, string deliveryKey, CancellationToken cancellation)
    {
        await door.EraseAsync(source, deliveryKey, cancellation);
        return new AcknowledgedAnswer(null);
    }

    private static ProblemAnswer TooMany(int seconds) =>
        new(Problem.Of(429, "Too many leads at once. Send this one again after the seconds in Retry-After."))
        {
            RetryAfterSeconds = Math.Max(1, seconds),
        };

    private static ProblemAnswer Unknown(LeadSource source) =>
        new(Problem.Of(401, source.Secrets.IsEmpty ? NoKey : NoSignature)) { Challenge = KeyHeader };

    /// <summary>Answers a browser that asks whether it may post (CORS preflight): 204, with leave for the listed origins only.</summary>
    public static IResult Preflight(HttpContext http, string source, ISourceCatalog sources)
    {
        if (sources.Find(source) is not { } known)
            return ProblemAnswer.Of(404, NoSource);

        CrossOrigin.ApplyPreflight(http, known);
        return TypedResults.NoContent();
    }

    /// <summary>What an answer of the use case is over HTTP.</summary>
    private static IResult Answer(IntakeAnswer answer, LeadSource source, bool isTrusted) => answer switch
    {
        IntakeAnswer.Stored stored when FormFormats.Of(source.Format).IsVendors => new AcknowledgedAnswer(stored.Id),
        IntakeAnswer.Stored stored => new StoredAnswer(stored, source, isTrusted),
        IntakeAnswer.NothingToJoin => new AcknowledgedAnswer(null),
        IntakeAnswer.Unusable unusable =>
            new ProblemAnswer(
                Problem.Unusable(
                    "The lead cannot be used as it is. Correct the fields named in errors and send it again.",
                    unusable.Problems.Select(problem => (problem.Field, problem.Message)))),
        IntakeAnswer.KeyReused =>
            ProblemAnswer.Of(422, "This Idempotency-Key was used for another body. Send each lead under a key of its own."),
        IntakeAnswer.TooMany tooMany => TooMany(tooMany.RetryAfterSeconds),
        _ => throw new InvalidOperationException("Every answer of the intake has a status."),
    };
}
