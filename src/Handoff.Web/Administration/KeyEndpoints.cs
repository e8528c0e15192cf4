using System.Collections.Immutable;
using Handoff.Service.ApiKeys;
using Handoff.Service.Auditing;
using Handoff.Web.Access;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Handoff.Web.Administration;

/// <summary>A program's key, as it is listed.</summary>
/// <param name="Id">The audit log names it by this.</param>
/// <param name="Scopes">read, act, contact, administer.</param>
/// <param name="LastUsedAt">To the hour; null: never.</param>
/// <param name="RevokedAt">Null: it is good.</param>
public sealed record KeyView(
    string Id, string Name, ImmutableArray<string> Scopes, Instant AddedAt, Instant? LastUsedAt, Instant? RevokedAt)
{
    internal static KeyView Of(ApiKey key) => new(key.Id, key.Name, key.Scopes.Words(), key.AddedAt, key.LastUsedAt, key.RevokedAt);
}

/// <summary>A key to be made.</summary>
public sealed record KeyReport(string? Name, ImmutableArray<string> Scopes);

/// <summary>A key that was made.</summary>
/// <param name="Key">The key itself, shown this once.</param>
public sealed record KeyMade(string Id, string Name, ImmutableArray<string> Scopes, Instant AddedAt, string Key);

/// <summary>The keys of programs (design section 8).</summary>
public static class KeyEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/keys", ListAsync).Describes(new("listKeys", "Keys", "Lists the keys of programs, revoked ones too")
        {
            Needs = ApiScopes.Administer,
            Answers =
            [
                OperationAnswer.Json(
                    200, "The keys, without what they are.",
                    ImmutableArray.Create(new KeyView("3fk0zq9t", "crm", ["read", "act"], Examples.Received, Examples.Later, null))),
                OperationAnswer.NoAdmin,
            ],
        });
        app.MapPost("/api/keys", AddAsync).Describes(new("addKey", "Keys", "Makes a key, and shows it this once")
        {
            Needs = ApiScopes.Administer,
            Body = OperationBody.Json(
                "name says whose it is; scopes are of read, act, contact, administer.", new KeyReport("crm", ["read", "act"])),
            Answers =
            [
                OperationAnswer.Json(
                    201, "Made: keep key, nobody can show it again.",
                    new KeyMade("3fk0zq9t", "crm", ["read", "act"], Examples.Received, "hk_3fk0zq9t_SHOWN-THIS-ONCE")),
                OperationAnswer.NoAdmin,
                .. JsonObject.Refusals,
            ],
        });
        app.MapDelete("/api/keys/{id}", RevokeAsync).Describes(new("revokeKey", "Keys", "Revokes a key, at once")
        {
            Needs = ApiScopes.Administer,
            PathParameter = "The key's id in the list of keys.",
            Answers =
            [
                OperationAnswer.Empty(204, "Revoked, now or before."),
                OperationAnswer.NoAdmin,
                OperationAnswer.Problem(404, "There is no key with this id."),
            ],
        });
    }

    /// <summary><c>GET /api/keys</c>.</summary>
    public static Task<IResult> ListAsync(HttpContext http, ApiDoor door, ApiKeyBook keys) =>
        door.KeptAsync(http, ApiScopes.Administer, Acts.ListKeys, "", async () => new JsonAnswer<ImmutableArray<KeyView>>(
            200, [.. (await keys.ListAsync(http.RequestAborted)).Select(KeyView.Of)], WebJson.Default.ImmutableArrayKeyView));

    /// <summary><c>POST /api/keys</c>.</summary>
    public static Task<IResult> AddAsync(HttpContext http, ApiDoor door, ApiKeyBook keys) =>
        door.KeptAsync(http, ApiScopes.Administer, Acts.AddKey, "", async () =>
        {
            var (sent, unreadable) = await JsonObject.ReadAsync(http);
            if (sent is null)
                return unreadable!;
            var report = new KeyReport(sent.Text("name")?.Trim(), sent.Texts("scopes"));
            if (sent.Refusal is { } refusal)
                return refusal;
            if (!ApiKeyBook.IsName(report.Name))
                return Wrong("name", $"Send a name of 1 to {ApiKeyBook.LongestName} characters.");
            var scopes = ApiScopeWords.Read(report.Scopes);
            if (scopes == ApiScopes.None)
                return Wrong("scopes", $"Send one or more of {ApiScopeWords.Choices}.");
            var made = await keys.AddAsync(report.Name, scopes, http.RequestAborted);
            return new JsonAnswer<KeyMade>(
                201, new(made.Key.Id, made.Key.Name, made.Key.Scopes.Words(), made.Key.AddedAt, made.Secret), WebJson.Default.KeyMade);
        });

    /// <summary><c>DELETE /api/keys/{id}</c>.</summary>
    public static Task<IResult> RevokeAsync(HttpContext http, string id, ApiDoor door, ApiKeyBook keys) =>
        door.KeptAsync(http, ApiScopes.Administer, Acts.RevokeKey, AuditLog.ApiKey(LeadEndpoints.IsId(id) ? id : ""), async () =>
            LeadEndpoints.IsId(id) && await keys.RevokeAsync(id, http.RequestAborted)
                ? TypedResults.NoContent()
                : ProblemAnswer.Of(404, "There is no key with this id. GET /api/keys lists them."));

    private static ProblemAnswer Wrong(string field, string message) =>
        new(Problem.Unusable("Correct the field named in errors and send it again.", (field, message)));
}
