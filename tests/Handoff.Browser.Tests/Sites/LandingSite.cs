using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Handoff.Browser.Tests.Sites;

/// <summary>
/// A page of somebody else with a form that posts to us, and of us what it needs: the script, and an answer that leads to the thanks. Each
/// at an origin of its own.
/// </summary>
internal sealed class LandingSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<IReadOnlyDictionary<string, string>> _posted = [];

    private LandingSite(WebApplication app) => _app = app;

    /// <summary>Where the page is.</summary>
    public string Site => _app.Urls.First();

    /// <summary>Where we are.</summary>
    public string Ours => Product ?? _app.Urls.Last();

    /// <summary>Where the product itself is; null: this site stands in for it.</summary>
    public string? Product { get; set; }

    /// <summary>What the form says of where it goes, by our address.</summary>
    public Func<string, string> Goes { get; set; } = ours => $"action=\"{ours}/api/leads/demo-form?key=demo\" method=\"post\"";

    /// <summary>What was posted, in the order in which it came.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Posted => _posted;

    /// <param name="script">What the page runs after ours, or null.</param>
    /// <param name="policy">The content security policy of the page by our origin, or null: it has none.</param>
    public static async Task<LandingSite> StartAsync(string? script, Func<string, string>? policy)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0", "http://127.0.0.1:0");
        var site = new LandingSite(builder.Build());
        site._app.MapGet("/assets/form.js", () =>
            Results.File(Path.Combine(AppContext.BaseDirectory, "form.js"), "text/javascript"));
        foreach (var address in (string[])["/api/leads/{form}", "/own"])
        {
            site._app.MapPost(address, async (HttpContext http) =>
            {
                var form = await http.Request.ReadFormAsync(http.RequestAborted);
                site._posted.Add(form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
                http.Response.StatusCode = StatusCodes.Status303SeeOther;
                http.Response.Headers.Location = $"{site.Site}/thanks";
            });
        }

        site._app.MapGet("/{page}", (HttpContext http) =>
        {
            if (policy is not null) http.Response.Headers.ContentSecurityPolicy = policy(site.Ours);
            return Results.Content(site.Html(script), "text/html");
        });
        await site._app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string Html(string? script) => $"""
        <!doctype html><link rel="icon" href="data:,"><script src="{Ours}/assets/form.js"></script>
        {(script is null ? "" : $"<script>{script}</script>")}
        <form {Goes(Ours)}>
        <input name="{(Product is null ? "email" : "your-email")}" value="ada@analytical.example"><button>Send</button></form>
        """;
}
