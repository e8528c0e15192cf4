using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Handoff.Local.Tests.Hosting;

/// <summary>
/// A reverse proxy on this machine as <c>proxy_pass http://127.0.0.1:5080;</c> makes one: it asks under the address of what is behind it,
/// and adds no header that tells of it.
/// </summary>
internal sealed class PlainProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _behind;

    private PlainProxy(WebApplication app, HttpClient behind, Uri address) => (_app, _behind, Address) = (app, behind, address);

    public Uri Address { get; }

    /// <param name="behind">What it leads to.</param>
    /// <param name="version">How it speaks to that: 1.0, as nginx, or 1.1.</param>
    public static async Task<PlainProxy> StartAsync(Uri behind, Version version)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = behind };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(http => PassAsync(http, client, version));
        await app.StartAsync();
        return new(app, client, new(app.Urls.First()));
    }

    private static async Task PassAsync(HttpContext http, HttpClient behind, Version version)
    {
        using var request = new HttpRequestMessage(new(http.Request.Method), http.Request.Path + http.Request.QueryString)
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = http.Request.ContentLength > 0 ? new StreamContent(http.Request.Body) : null,
        };
        foreach (var (name, values) in http.Request.Headers.Where(header => header.Key is not ("Host" or "Connection")))
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        using var answer = await behind.SendAsync(request);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not "Transfer-Encoding"))
            http.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(http.Response.Body);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _behind.Dispose();
    }
}
