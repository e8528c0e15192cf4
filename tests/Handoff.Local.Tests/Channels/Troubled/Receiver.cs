using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Handoff.Local.Tests.Channels.Troubled;

/// <summary>An event that a receiver kept.</summary>
/// <param name="Of">The lead, or the other stream, that it tells of.</param>
internal sealed record Kept(string Id, string Of, string Sequence);

/// <summary>
/// A webhook's receiver on a port of its own that is in some trouble. It keeps what it really has, an id once, and remembers no bodies:
/// tens of thousands of events pass.
/// </summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, bool> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Kept> _kept = new();
    private readonly ConcurrentDictionary<string, bool> _asked = new(StringComparer.Ordinal);
    private int _requests;

    private Receiver(WebApplication app) => _app = app;

    /// <summary>Answers a request, by the event's id: the status, and whether the event is kept.</summary>
    public Func<HttpContext, string, Task<(int Status, bool Keeps)>> Answer { get; set; } = static (_, _) => Task.FromResult((204, true));

    public string Url => _app.Urls.First() + "/hook";

    /// <summary>What it has, in the order in which it came.</summary>
    public IReadOnlyCollection<Kept> Has => _kept;

    /// <summary>How many different events it has.</summary>
    public int Count => _ids.Count;

    /// <summary>The ids of all that was ever tried.</summary>
    public ICollection<string> Asked => _asked.Keys;

    public int Requests => _requests;

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        Interlocked.Increment(ref _requests);
        var id = http.Request.Headers["webhook-id"].ToString();
        _asked[id] = true;
        using var told = await JsonDocument.ParseAsync(http.Request.Body);
        var (of, sequence) = (told.RootElement.GetProperty("subject").GetString()!, told.RootElement.GetProperty("sequence").GetString()!);
        var (status, keeps) = await Answer(http, id);
        if (keeps && _ids.TryAdd(id, true))
            _kept.Enqueue(new(id, of, sequence));
        http.Response.StatusCode = status;
    }
}
