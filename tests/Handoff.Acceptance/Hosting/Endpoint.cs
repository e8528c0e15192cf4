using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Handoff.Acceptance.Hosting;

/// <summary>What an endpoint was sent.</summary>
public sealed record Sent(string Body, IReadOnlyDictionary<string, string> Headers, int Status)
{
    public JsonElement Json { get; } = JsonDocument.Parse(Body).RootElement;

    public string Id => Headers["webhook-id"];

    public string Type => Json.GetProperty("type").GetString()!;

    public string Subject => Json.GetProperty("subject").GetString()!;

    public string Sequence => Json.GetProperty("sequence").GetString()!;
}

/// <summary>A receiver on a port of its own, which answers as the test says.</summary>
public sealed class Endpoint : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Sent> _all = new();

    private Endpoint(WebApplication app) => _app = app;

    /// <summary>Answers a request: the status.</summary>
    public Func<HttpContext, Task<int>> Answer { get; set; } = static _ => Task.FromResult(204);

    public string Url => _app.Urls.First() + "/hook";

    public IReadOnlyList<Sent> All => [.. _all];

    /// <summary>What it took.</summary>
    public IReadOnlyList<Sent> Taken => [.. _all.Where(sent => sent.Status is >= 200 and < 300)];

    public static async Task<Endpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var endpoint = new Endpoint(builder.Build());
        endpoint._app.Run(endpoint.TakeAsync);
        await endpoint._app.StartAsync();
        return endpoint;
    }

    public void Answers(int status) => Answer = _ => Task.FromResult(status);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var status = await Answer(http);
        _all.Enqueue(new(body, http.Request.Headers.ToDictionary(one => one.Key.ToLowerInvariant(), one => one.Value.ToString()), status));
        http.Response.StatusCode = status;
    }
}
