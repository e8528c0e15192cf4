using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Handoff.Browser.Tests.Sites;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests.Browsing;

/// <summary>A page in a browser of its own, which hears what goes wrong in it and sees what it loads.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private const int MostBytes = 100_000;

    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        // A mail in its frame runs no script, so it cannot be looked at from outside; mails have tests of their own.
        Iframes = false,
    };

    private readonly IBrowserContext _context;
    private readonly string _site;
    private readonly ConcurrentQueue<string> _wrong = [];
    private readonly ConcurrentQueue<IResponse> _loaded = [];

    private OpenPage(IBrowserContext context, IPage page, string site)
    {
        (_context, Page, _site) = (context, page, site);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _wrong.Enqueue(message.Text);
        };
        page.PageError += (_, error) => _wrong.Enqueue(error);
        page.Response += (_, response) => _loaded.Enqueue(response);
    }

    public IPage Page { get; }

    public static async Task<OpenPage> OpenAsync(IBrowser browser, string site, Look look)
    {
        var context = await browser.NewContextAsync(look.Options);
        context.SetDefaultTimeout(10_000);
        return new(context, await context.NewPageAsync(), site);
    }

    public async Task GoAsync(string path) => await Page.GotoAsync(path.StartsWith("http", StringComparison.Ordinal) ? path : _site + path);

    /// <summary>Opens a page; of one that answers a post, sends the post as a form would.</summary>
    public async Task ShowAsync(SitePage page, SeededSite site)
    {
        var path = page.Path(site);
        if (page.Post is { } post)
        {
            // Only the document: what it loads is asked for as ever.
            await Page.RouteAsync(_site + path, route => route.ContinueAsync(new()
            {
                Method = "POST",
                PostData = System.Text.Encoding.UTF8.GetBytes(post),
                Headers = route.Request.Headers.Append(new("content-type", "application/x-www-form-urlencoded")).ToDictionary(header => header.Key, header => header.Value),
            }), new() { Times = 1 });
        }

        await GoAsync(path);
    }

    /// <summary>No error or warning in the console; of a page that answers 4xx on purpose the browser tells that status.</summary>
    public void IsSilent(bool refused = false) =>
        Assert.Empty(_wrong.Where(text => !refused || !text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal)));

    /// <summary>No violation of WCAG 2.2 AA.</summary>
    public async Task IsAccessibleAsync()
    {
        var result = await Page.RunAxe(Wcag);
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}\n{string.Join('\n', violation.Nodes.Take(5).Select(node => $"  {node.Html} {string.Join(' ', node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"))}")));
    }

    /// <summary>Nothing stands out to the side.</summary>
    public async Task FitsAsync()
    {
        var over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"The page is {over} pixels too wide.");
    }

    /// <summary>All of it is ours and light.</summary>
    public async Task IsLightAndOursAsync()
    {
        var bytes = 0;
        foreach (var response in _loaded)
        {
            Assert.StartsWith(_site, response.Url, StringComparison.Ordinal);
            // A redirect has no body.
            if (response.Status is < 300 or >= 400) bytes += (await response.BodyAsync()).Length;
        }

        Assert.InRange(bytes, 1, MostBytes);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
