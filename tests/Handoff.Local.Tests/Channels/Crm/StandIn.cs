using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Handoff.Local.Tests.Channels.Crm;

/// <summary>What a CRM was asked.</summary>
internal sealed record Call(string Method, string Path, string Query, string Body);

/// <summary>What a CRM answers instead of what it would.</summary>
internal sealed record Reply(int Status, string Body, string? RetryAfter = null);

/// <summary>A CRM on a port of its own. It answers as the vendor's documentation says, until a test has it answer otherwise.</summary>
internal abstract class StandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Call> _calls = new();
    private readonly Lock _one = new();

    protected StandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    public string Url => _app.Urls.First();

    public IReadOnlyList<Call> Calls => [.. _calls];

    /// <summary>What was asked to be changed.</summary>
    public IReadOnlyList<Call> Writes => [.. _calls.Where(call => call.Method is not "GET" && !IsQuestion(call))];

    /// <summary>What it answers instead; null: as it would.</summary>
    public Func<Call, Reply?> Instead { get; set; } = static _ => null;

    /// <summary>What it does with the answer that it would give; it has done what was asked.</summary>
    public Func<Call, Reply, Reply> Changed { get; set; } = static (_, reply) => reply;

    public Task StartAsync() => _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Whether a post only asks.</summary>
    protected abstract bool IsQuestion(Call call);

    protected abstract Reply Answer(Call call, HttpRequest request);

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var call = new Call(http.Request.Method, http.Request.Path, http.Request.QueryString.Value ?? "", await reader.ReadToEndAsync());
        Reply reply;
        lock (_one)
        {
            _calls.Enqueue(call);
            reply = Instead(call) ?? Changed(call, Answer(call, http.Request));
        }

        http.Response.StatusCode = reply.Status;
        if (reply.RetryAfter is not null)
            http.Response.Headers.RetryAfter = reply.RetryAfter;
        http.Response.ContentType = "application/json";
        if (reply.Status is not 204)
            await http.Response.WriteAsync(reply.Body);
    }
}
