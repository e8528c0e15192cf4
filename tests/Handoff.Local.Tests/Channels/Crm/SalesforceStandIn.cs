using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Handoff.Local.Tests.Channels.Crm;

/// <summary>
/// Salesforce's Leads by an external id, with the errors that its documentation shows: a list of code and message, a field where it is
/// known; a token that ends.
/// </summary>
internal sealed class SalesforceStandIn : StandIn
{
    private const string ClientId = "3MVG9consumer";
    private const string ClientSecret = "consumer-secret";

    private int _tokens;

    static SalesforceStandIn()
    {
        Environment.SetEnvironmentVariable("HANDOFF_TEST_SALESFORCE_CLIENT_ID", ClientId);
        Environment.SetEnvironmentVariable("HANDOFF_TEST_SALESFORCE_CLIENT_SECRET", ClientSecret);
    }

    /// <summary>Leads by our id.</summary>
    public Dictionary<string, JsonObject> Leads { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Contacts { get; } = new(StringComparer.Ordinal);

    /// <summary>Fields that the org does not have.</summary>
    public HashSet<string> Unknown { get; } = new(StringComparer.Ordinal);

    /// <summary>Headers of what was written last.</summary>
    public Dictionary<string, string> Headers { get; private set; } = [];

    /// <summary>How many tokens were given out.</summary>
    public int Tokens => _tokens;

    public JsonObject Lead => Assert.Single(Leads).Value;

    public static async Task<SalesforceStandIn> StartedAsync()
    {
        var one = new SalesforceStandIn();
        await one.StartAsync();
        return one;
    }

    public ChannelFolder Folder(string more = "") => new($$"""
        channels:
          - name: salesforce
            type: salesforce
            url: {{Url}}
            allow_private: true
            crm:
              client_id: ${HANDOFF_TEST_SALESFORCE_CLIENT_ID}
              client_secret: ${HANDOFF_TEST_SALESFORCE_CLIENT_SECRET}
        {{more}}
        """);

    /// <summary>The token that was given out last is over.</summary>
    public void EndToken() => Interlocked.Increment(ref _tokens);

    public static Reply Error(int status, string code, string message, params string[] fields)
    {
        var error = new JsonObject { ["message"] = message, ["errorCode"] = code };
        if (fields.Length > 0)
            error["fields"] = new JsonArray([.. fields.Select(field => (JsonNode)field)]);
        return new(status, new JsonArray(error).ToJsonString());
    }

    protected override bool IsQuestion(Call call) => call.Path.EndsWith("/token", StringComparison.Ordinal);

    protected override Reply Answer(Call call, HttpRequest request)
    {
        if (IsQuestion(call))
            return Token(QueryHelpers.ParseQuery(call.Body));
        if (request.Headers.Authorization != $"Bearer 00D-token-{_tokens}")
            return Error(401, "INVALID_SESSION_ID", "Session expired or invalid");
        var parts = call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)[4..];
        if (call.Method != "GET")
            Headers = request.Headers.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.Ordinal);
        return (call.Method, parts) switch
        {
            ("GET", ["Lead", "Handoff_Id__c", var id]) => Leads.TryGetValue(id, out var lead) ? new(200, lead.ToJsonString()) : Gone,
            ("PATCH", ["Lead", "Handoff_Id__c", var id]) => Upsert(id, JsonNode.Parse(call.Body)!.AsObject()),
            ("DELETE", ["Lead", "Handoff_Id__c", var id]) => Leads.Remove(id) ? new(204, "") : Gone,
            ("DELETE", ["Contact", var id]) => Contacts.Remove(id) ? new(204, "") : Gone,
            _ => Error(405, "METHOD_NOT_ALLOWED", "HTTP Method not allowed"),
        };
    }

    private static Reply Gone { get; } = Error(404, "NOT_FOUND", "The requested resource does not exist");

    private Reply Token(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> form) =>
        form["grant_type"] != "client_credentials" ? new(400, """{"error":"unsupported_grant_type","error_description":"no"}""")
        : form["client_id"] != ClientId || form["client_secret"] != ClientSecret
            ? new(400, """{"error":"invalid_client","error_description":"invalid client credentials"}""")
            : new(200, $$"""
                {"access_token":"00D-token-{{Interlocked.Increment(ref _tokens)}}","signature":"x","scope":"api",
                "instance_url":"https://elsewhere.invalid","id":"https://login.salesforce.com/id/00D/005","token_type":"Bearer"}
                """);

    private Reply Upsert(string id, JsonObject fields)
    {
        if (fields.ContainsKey("Handoff_Id__c"))
            return Error(400, "INVALID_FIELD", "The Handoff_Id__c field should not be specified in the sobject data.", "Handoff_Id__c");
        if (fields.Select(one => one.Key).FirstOrDefault(Unknown.Contains) is { } unknown)
            return Error(400, "INVALID_FIELD", $"No such column '{unknown}' on sobject of type Lead");
        if (fields["OwnerId"]?.ToString() is { } owner && !owner.StartsWith("005", StringComparison.Ordinal))
            return Error(400, "INVALID_CROSS_REFERENCE_KEY", "Owner ID: id value of incorrect type: " + owner, "OwnerId");
        if (fields["Handoff_Score__c"] is { } score && score.GetValueKind() != System.Text.Json.JsonValueKind.Number)
            return Error(400, "JSON_PARSER_ERROR", "Cannot deserialize instance of double from VALUE_STRING value");
        var isNew = !Leads.TryGetValue(id, out var lead);
        if (lead?["IsConverted"]?.GetValue<bool>() is true)
            return Error(400, "CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
        if (isNew && (fields["LastName"] is null || fields["Company"] is null))
            return Error(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [LastName, Company]", "LastName", "Company");
        lead ??= Leads[id] = new()
        {
            ["attributes"] = new JsonObject { ["type"] = "Lead" }, ["Id"] = "00Q000000000001", ["Handoff_Id__c"] = id,
            ["IsConverted"] = false,
        };
        foreach (var (name, value) in fields)
            lead[name] = name == "Handoff_Score__c" ? value!.GetValue<int>() + 0.0 : value!.DeepClone();
        return new(isNew ? 201 : 200, $$"""{"id":"00Q000000000001","success":true,"errors":[],"created":{{(isNew ? "true" : "false")}}}""");
    }
}
