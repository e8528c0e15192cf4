using System.Security.Cryptography;
using Handoff.Agreements;
using Handoff.Service.Health;
using Handoff.Service.Intake;
using Handoff.Web.Access;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Intake;

/// <summary><c>POST /api/leads/{source}</c>: takes a lead (DESIGN section 8).</summary>
public static class IntakeEndpoint
{
    private const string KeyHeader = "X-Handoff-Key";
    private const string NoSource = "There is no such source. Post to /api/leads/{source} with a name from sources.yaml.";
    private const string NoKey = "The source's key is missing or wrong. Send it in the header X-Handoff-Key, or as ?key= in the address.";

    /// <summary>Answers a post, and counts the answer.</summary>
    public static async Task<IResult> ReceiveAsync(
        HttpContext http, string source, ISourceCatalog sources, AdminAccess access, UseCases useCases)
    {
        try
        {
            var answer = await TakeAsync(http, source, sources, access, useCases);
            Measures.Answered((answer as IStatusCodeHttpResult)?.StatusCode ?? 200);
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
    private static async Task<IResult> TakeAsync(
        HttpContext http, string source, ISourceCatalog sources, AdminAccess access, UseCases useCases)
    {
        if (sources.Find(source) is not { } known)
            return ProblemAnswer.Of(404, NoSource);

        CrossOrigin.Apply(http, known);
        var request = http.Request;
        if (!SourceKeys.Match(known, KeyOf(request)))
            return new ProblemAnswer(Problem.Of(401, NoKey)) { Challenge = KeyHeader };
        if (!IntakeBody.TryRead(request, known.Format, out var kind, out var refusal))
            return ProblemAnswer.Of(415, refusal);

        var idempotencyKey = request.Headers["Idempotency-Key"];
        if (idempotencyKey.Count > 1 || idempotencyKey.ToString().Length > IntakeLimits.IdempotencyKey)
            return ProblemAnswer.Of(400, $"Send one Idempotency-Key of at most {IntakeLimits.IdempotencyKey} characters.");

        using var body = await RequestBody.ReadAsync(request, IntakeLimits.Body, http.RequestAborted);
        if (body is null)
            return ProblemAnswer.Of(413, "The body is larger than 1 MiB. Send the lead's fields only; files are not kept.");

        return await kind.ParseAsync(body.Bytes, http.RequestAborted) switch
        {
            FieldsAnswer.Unreadable unreadable => ProblemAnswer.Of(400, unreadable.Detail),
            FieldsAnswer.Read read => Answer(await useCases.Receive(
                new()
                {
                    Source = known,
                    Fields = read.Fields,
                    Aliases = read.Aliases,
                    IdempotencyKey = string.IsNullOrEmpty(idempotencyKey) ? null : idempotencyKey.ToString(),
                    BodyHash = SHA256.HashData(body.Bytes.Span),
                },
                http.RequestAborted), known, isTrusted: request.Headers.ContainsKey(KeyHeader) || access.Knows(request)),
            _ => throw new InvalidOperationException("A body is read or unreadable."),
        };
    }

    /// <summary>Answers a browser that asks whether it may post (CORS preflight): 204, with leave for the listed origins only.</summary>
    public static IResult Preflight(HttpContext http, string source, ISourceCatalog sources)
    {
        if (sources.Find(source) is not { } known)
            return ProblemAnswer.Of(404, NoSource);

        CrossOrigin.ApplyPreflight(http, known);
        return new EmptyAnswer(204);
    }

    /// <summary>What an answer of the use case is over HTTP.</summary>
    private static IResult Answer(IntakeAnswer answer, LeadSource source, bool isTrusted) => answer switch
    {
        IntakeAnswer.Stored stored => new StoredAnswer(stored, source, isTrusted),
        IntakeAnswer.Unusable unusable => new ProblemAnswer(Problem.Unusable("The lead cannot be used as it is. Correct the fields named in errors and send it again.", unusable.Problems.Select(problem => (problem.Field, problem.Message)))),
        IntakeAnswer.KeyReused => ProblemAnswer.Of(422, "This Idempotency-Key was used for another body. Send each lead under a key of its own."),
        IntakeAnswer.TooMany tooMany => new ProblemAnswer(Problem.Of(429, "Too many leads at once. Send this one again after the seconds in Retry-After."))
        {
            RetryAfterSeconds = Math.Max(1, tooMany.RetryAfterSeconds),
        },
        _ => throw new InvalidOperationException("Every answer of the intake has a status."),
    };

    private static string? KeyOf(HttpRequest request) =>
        request.Headers.TryGetValue(KeyHeader, out var header) ? header.ToString()
        : request.QueryString.HasValue && request.Query.TryGetValue("key", out var query) ? query.ToString()
        : null;
}
