using System.Collections.Immutable;
using System.Globalization;
using Handoff.Service.ApiKeys;
using Handoff.Service.Auditing;
using Handoff.Service.Storage;
using Handoff.Web.Access;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Handoff.Web.Administration;

/// <summary>One entry of the audit log, as it is shown.</summary>
/// <param name="On">On what; empty: on nothing in particular.</param>
public sealed record AuditLine(Instant At, string Act, string By, string On, string Outcome);

/// <summary>A page of the audit log, the newest entry first.</summary>
/// <param name="Next">What <c>?before=</c> takes for the entries before these; null: there are none.</param>
public sealed record AuditPage(ImmutableArray<AuditLine> Entries, string? Next);

/// <summary>The audit log of administration.</summary>
public static class AuditEndpoints
{
    private const int UsualLimit = 100;
    private const int LargestLimit = 1_000;
    private const int LongestPlace = 100;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/audit", ListAsync).Describes(new("listAudit", "Audit", "Lists administrative acts, the newest first")
        {
            Needs = ApiScopes.Administer,
            Parameters =
            [
                new("limit", InHeader: false, "How many entries at most, from 1 to 1,000; 100 if not said.") { IsNumber = true },
                new("before", InHeader: false, "next of an earlier answer: the entries before those."),
            ],
            Answers =
            [
                OperationAnswer.Json(
                    200, "Who did what, when, on what (opaque ids) and with what outcome.",
                    new AuditPage([new(Examples.Later, "read lead", "api key 3fk0zq9t", Examples.Lead, "done")], "42")),
                OperationAnswer.Problem(400, "limit or before is none."),
                OperationAnswer.NoAdmin,
            ],
        });
    }

    /// <summary><c>GET /api/audit</c>: who did what, when and on what.</summary>
    public static Task<IResult> ListAsync(HttpContext http, ApiDoor door, AuditLog audit) =>
        door.KeptAsync(http, ApiScopes.Administer, Acts.ReadAudit, "", () => ReadAsync(http, audit));

    private static async Task<IResult> ReadAsync(HttpContext http, AuditLog audit)
    {
        var (limitText, before) = (http.Request.Query["limit"].ToString(), http.Request.Query["before"].ToString());
        var limit = UsualLimit;
        if (limitText.Length > 0 && !int.TryParse(limitText, NumberStyles.None, CultureInfo.InvariantCulture, out limit))
            limit = 0;
        if (limit is < 1 or > LargestLimit)
            return ProblemAnswer.Of(400, $"Send ?limit= with a number from 1 to {LargestLimit}.");
        if (before.Length > LongestPlace || !before.All(one => char.IsAsciiLetterOrDigit(one) || one == '-'))
            return ProblemAnswer.Of(400, "Send ?before= with what an earlier answer had as next.");

        var rows = await audit.ListAsync(before.Length == 0 ? null : before, limit, http.RequestAborted);
        var page = new AuditPage([.. rows.Select(row => Show(row.Entry))], rows.Count == limit ? rows[^1].Place : null);
        return new JsonAnswer<AuditPage>(200, page, WebJson.Default.AuditPage);
    }

    private static AuditLine Show(AuditEntry entry) => new(entry.At, entry.Act, entry.By, entry.On, entry.Outcome);
}
