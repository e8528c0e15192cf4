using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Handoff.Local.Tests.Channels.Crm;

/// <summary>
/// HubSpot's contacts and deals, with the bodies that its documentation and its users' issues show: 404 and 409 of contacts, the message
/// that holds JSON of properties that are not valid, a token that is not one.
/// </summary>
internal sealed class HubspotStandIn : StandIn
{
    public const string Token = "pat-eu1-0f2e1d3c";
    public const string Secret = "9c1f2d3e-app-secret";
    private const string Correlation = "b6881283-187e-4088-a778-5c933a14547c";

    static HubspotStandIn()
    {
        Environment.SetEnvironmentVariable("HANDOFF_TEST_HUBSPOT_TOKEN", Token);
        Environment.SetEnvironmentVariable("HANDOFF_TEST_HUBSPOT_SECRET", Secret);
    }

    public Dictionary<string, Dictionary<string, string>> Contacts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (Dictionary<string, string> Properties, string[] Contacts)> Deals { get; } = new(StringComparer.Ordinal);

    /// <summary>Properties that the account does not have.</summary>
    public HashSet<string> Unknown { get; } = new(StringComparer.Ordinal);

    /// <summary>Owners that the account has.</summary>
    public HashSet<string> Owners { get; } = new(["4711", "4712"], StringComparer.Ordinal);

    /// <summary>Whether data privacy settings are on.</summary>
    public bool DeletesForGood { get; set; } = true;

    public static async Task<HubspotStandIn> StartedAsync()
    {
        var one = new HubspotStandIn();
        await one.StartAsync();
        return one;
    }

    /// <summary>The only contact there is.</summary>
    public Dictionary<string, string> Contact => Assert.Single(Contacts).Value;

    public ChannelFolder Folder(string more = "") => new($$"""
        channels:
          - name: hubspot
            type: hubspot
            url: {{Url}}
            allow_private: true
            crm:
              token: ${HANDOFF_TEST_HUBSPOT_TOKEN}
              secret: ${HANDOFF_TEST_HUBSPOT_SECRET}
              app_id: 1601234
        {{more}}
        """);

    protected override bool IsQuestion(Call call) => call.Path.EndsWith("/batch/read", StringComparison.Ordinal);

    protected override Reply Answer(Call call, HttpRequest request)
    {
        if (request.Headers.Authorization != $"Bearer {Token}")
            return Error(401, "INVALID_AUTHENTICATION", "Authentication credentials not found. This API supports OAuth 2.0 authentication");
        var parts = call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)[3..];
        var query = QueryHelpers.ParseQuery(call.Query);
        var json = call.Body.Length == 0 ? null : JsonNode.Parse(call.Body)!.AsObject();
        return (call.Method, parts) switch
        {
            ("GET", ["contacts", var id]) => Find(query.TryGetValue("idProperty", out var by) && by == "handoff_id" ? IdOf(id) : id),
            ("POST", ["contacts"]) => Make(json!["properties"]!.AsObject()),
            ("PATCH", ["contacts", var id]) => Change(id, json!["properties"]!.AsObject()),
            ("POST", ["contacts", "gdpr-delete"]) => DeletesForGood ? Remove(json!["objectId"]!.ToString())
                : Error(403, "FORBIDDEN", "GDPR delete is not enabled for this portal"),
            ("DELETE", ["contacts", var id]) => Remove(id),
            ("POST", ["contacts", "batch", "read"]) => Batch(json!["inputs"]!.AsArray().Select(one => one!["id"]!.ToString())),
            ("GET", ["deals", var id]) => Deal(id),
            _ => Error(405, "METHOD_NOT_ALLOWED", "no"),
        };
    }

    public static Reply Error(int status, string category, string message) => new(status, new JsonObject
    {
        ["status"] = "error", ["message"] = message, ["correlationId"] = Correlation, ["category"] = category,
    }.ToJsonString());

    public static Reply Limit(string policy, string? after = null) => new(429, new JsonObject
    {
        ["status"] = "error", ["message"] = $"You have reached your {policy.ToLowerInvariant()} limit.", ["errorType"] = "RATE_LIMIT",
        ["correlationId"] = Correlation, ["policyName"] = policy, ["groupName"] = "publicapi:private-app:6748263",
    }.ToJsonString(), after);

    private string? IdOf(string lead) =>
        Contacts.Where(one => one.Value.GetValueOrDefault("handoff_id") == lead).Select(one => one.Key).FirstOrDefault();

    private Reply Find(string? id) => id is not null && Contacts.TryGetValue(id, out var contact) ? Shown(200, id, contact)
        : new(404, """{"status":"error","message":"resource not found","correlationId":"b6881283-187e-4088-a778-5c933a14547c"}""");

    private Reply Make(JsonObject properties)
    {
        if (NotValid(properties) is { } invalid)
            return invalid;
        var email = properties["email"]?.ToString();
        var same = Contacts.Where(one => email is not null && one.Value.GetValueOrDefault("email") == email).Select(one => one.Key);
        if (same.FirstOrDefault() is { } existing)
        {
            return new(409, $$"""
                {"message":"Contact already exists. Existing ID: {{existing}}","identityProfile":{"vid":{{existing}},"identity":[
                {"value":"{{email}}","type":"EMAIL","timestamp":1665417061370,"isPrimary":true}]},
                "errors":[{"message":"A contact with email {{email}} already exists. Existing ID: {{existing}}","in":"email"}],
                "status":"error","correlationId":"{{Correlation}}","category":"OBJECT_ALREADY_EXISTS","error":"CONTACT_EXISTS"}
                """);
        }

        var id = (151 + Contacts.Count).ToString(CultureInfo.InvariantCulture);
        Contacts[id] = properties.ToDictionary(one => one.Key, one => one.Value!.ToString(), StringComparer.Ordinal);
        return Shown(201, id, Contacts[id]);
    }

    private Reply Change(string id, JsonObject properties)
    {
        if (NotValid(properties) is { } invalid)
            return invalid;
        if (!Contacts.TryGetValue(id, out var contact))
            return Find(null);
        foreach (var (name, value) in properties)
            contact[name] = value!.ToString();
        return Shown(200, id, contact);
    }

    private Reply Remove(string id) => Contacts.Remove(id) ? new(204, "") : Find(null);

    private Reply? NotValid(JsonObject properties)
    {
        var wrong = new JsonArray();
        foreach (var (name, value) in properties)
        {
            var error = Unknown.Contains(name) ? "PROPERTY_DOESNT_EXIST"
                : name == "hubspot_owner_id" && !Owners.Contains(value!.ToString()) ? "INVALID_OWNER_ID" : null;
            if (error is not null)
                wrong.Add(new JsonObject { ["isValid"] = false, ["message"] = $"{value} is not", ["error"] = error, ["name"] = name });
        }

        return wrong.Count == 0 ? null : Error(400, "VALIDATION_ERROR", $"Property values were not valid: {wrong.ToJsonString()}");
    }

    private Reply Batch(IEnumerable<string> ids) => new(200, new JsonObject
    {
        ["status"] = "COMPLETE",
        ["results"] = new JsonArray([.. ids.Where(Contacts.ContainsKey).Select(id => JsonNode.Parse(Shown(200, id, Contacts[id]).Body))]),
    }.ToJsonString());

    private Reply Deal(string id)
    {
        if (!Deals.TryGetValue(id, out var deal))
            return Find(null);
        return new(200, new JsonObject
        {
            ["id"] = id,
            ["properties"] = new JsonObject(deal.Properties.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
            ["associations"] = new JsonObject
            {
                ["contacts"] = new JsonObject
                {
                    ["results"] = new JsonArray([.. deal.Contacts.Select(contact => new JsonObject
                    {
                        ["id"] = contact, ["type"] = "deal_to_contact",
                    })]),
                },
            },
            ["archived"] = false,
        }.ToJsonString());
    }

    private static Reply Shown(int status, string id, Dictionary<string, string> properties) => new(status, new JsonObject
    {
        ["id"] = id,
        ["properties"] = new JsonObject(properties.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
        ["createdAt"] = "2026-11-30T09:00:00.000Z",
        ["updatedAt"] = "2026-11-30T09:00:00.000Z",
        ["archived"] = false,
    }.ToJsonString());
}
