using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Handoff.Acceptance.Hosting;

/// <summary>A HubSpot with contacts alone, on a port of its own: it makes, finds, changes and deletes them.</summary>
public sealed class CrmServer : IAsyncDisposable
{
    /// <summary>The variable of the token in the files of tests.</summary>
    public const string TokenVariable = "HANDOFF_TEST_CRM_TOKEN";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, JsonObject> _contacts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _bodies = new();
    private int _made;

    private CrmServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <summary>How many contacts it has.</summary>
    public int Count => _contacts.Count;

    /// <summary>What it was sent.</summary>
    public IReadOnlyCollection<string> Bodies => _bodies;

    public static async Task<CrmServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new CrmServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        _bodies.Enqueue(body);
        var sent = body.Length == 0 ? null : JsonNode.Parse(body)!.AsObject();
        var (status, answer) = (http.Request.Method, http.Request.Path.Value!.Split('/')[^1]) switch
        {
            ("GET", var id) => Find(http.Request.Query["idProperty"] == "handoff_id" ? IdOf(id) : id),
            ("POST", "gdpr-delete") => _contacts.TryRemove(sent!["objectId"]!.ToString(), out _) ? (204, null) : Find(null),
            ("POST", _) => Put($"{150 + Interlocked.Increment(ref _made)}", sent!, 201),
            ("PATCH", var id) => Put(id, sent!, 200),
            _ => (405, null),
        };
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        if (answer is not null)
            await http.Response.WriteAsync(answer.ToJsonString());
    }

    private string? IdOf(string lead) =>
        _contacts.Where(one => one.Value["handoff_id"]?.ToString() == lead).Select(one => one.Key).FirstOrDefault();

    private (int, JsonObject?) Find(string? id) => id is not null && _contacts.TryGetValue(id, out var contact)
        ? (200, new() { ["id"] = id, ["properties"] = contact.DeepClone() })
        : (404, new() { ["status"] = "error", ["message"] = "resource not found" });

    private (int, JsonObject?) Put(string id, JsonObject sent, int status)
    {
        var contact = _contacts.GetOrAdd(id, _ => []);
        lock (contact)
        {
            foreach (var (name, value) in sent["properties"]!.AsObject())
                contact[name] = value?.DeepClone();
        }

        return (status, Find(id).Item2);
    }
}
