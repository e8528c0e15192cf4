using System.Collections.Concurrent;
using Handoff.Connect.Fetching;
using Handoff.Delivery.Outside;
using Handoff.Service.Outside;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>Meta's and LinkedIn's interfaces on this machine: what they document, over HTTP.</summary>
internal sealed class VendorApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private VendorApi(WebApplication app) => _app = app;

    /// <summary>
    /// What is answered, by a part of the path, or of what is asked (<c>&amp;...</c>, which goes first); any other address is not found.
    /// </summary>
    public ConcurrentDictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>What every call is answered instead; null: nothing.</summary>
    public int? Broken { get; set; }

    /// <summary>The calls: address, token and version.</summary>
    public ConcurrentQueue<(string Path, string Query, string Token, string Version)> Calls { get; } = [];

    public static async Task<VendorApi> StartAsync()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        var api = new VendorApi(app);
        app.Run(api.AnswerAsync);
        await app.StartAsync();
        return api;
    }

    /// <summary>Has a site ask here.</summary>
    public void Serve(IServiceCollection services)
    {
        var address = new Uri(_app.Urls.Single() + "/");
        services.AddSingleton<IOutside, HttpOutside>().AddSingleton(new VendorAddresses { Meta = address, Linkedin = address });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        Calls.Enqueue((
            request.Path, Uri.UnescapeDataString(request.QueryString.Value ?? ""), request.Headers.Authorization.ToString(),
            request.Headers["LinkedIn-Version"].ToString()));
        var key = Answers.Keys.Where(key => $"{request.Path}{request.QueryString}".Contains(key, StringComparison.Ordinal))
            .MaxBy(key => key.StartsWith('&') ? int.MaxValue : key.Length);
        response.StatusCode = Broken ?? (key is null ? 404 : 200);
        response.ContentType = "application/json";
        await response.WriteAsync(
            Broken is null ? key is null ? "{}" : Answers[key] : """{"error":{"message":"secret","type":"OAuthException","code":190}}""");
    }
}
