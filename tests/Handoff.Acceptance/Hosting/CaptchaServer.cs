using System.Collections.Concurrent;
using Handoff.Service.Quality;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Handoff.Acceptance.Hosting;

/// <summary>The vendors of captchas on a port of this machine: each says that no person filled the form in.</summary>
public sealed class CaptchaServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _asked = new();

    private CaptchaServer(WebApplication app) => _app = app;

    /// <summary>Whatever it was sent: the address, the headers, the body.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    public static async Task<CaptchaServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new CaptchaServer(builder.Build());
        server._app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            server._asked.Enqueue($"{http.Request.QueryString} {string.Join(' ', http.Request.Headers)} {await reader.ReadToEndAsync()}");
            await http.Response.WriteAsync("""{"success":false,"error-codes":["invalid-input-response"]}""");
        });
        await server._app.StartAsync();
        return server;
    }

    /// <summary>The host asks it from now on. The vendors' addresses are the product's own: no setting of a host changes them.</summary>
    public void StandsFor(ProductHost host)
    {
        var addresses = host.Services.GetRequiredService<CaptchaAddresses>();
        foreach (var vendor in typeof(CaptchaAddresses).GetProperties().Where(property => property.PropertyType == typeof(Uri)))
            vendor.SetValue(addresses, new Uri(_app.Urls.First()));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
