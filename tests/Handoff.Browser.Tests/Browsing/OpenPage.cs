using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Handoff.Browser.Tests.Sites;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests.Browsing;

/// <summary>A page in a browser of its own, which hears what goes wrong in it and sees what it loads.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private const int MostBytes = 100_000;
    private const int MostTabs = 60;

    // A mail in its frame runs no script, so it cannot be looked at from outside; mails have tests of their own.
    private const string RunAxe = """
        async (only) => (await axe.run(document, {
          runOnly: only,
          resultTypes: ["violations"], iframes: false,
        })).violations
          .map(one => `${one.id}: ${one.help}: ` + one.nodes.slice(0, 3).map(node => `${node.html} (${node.failureSummary})`).join("; "))
        """;

    private const string MarkUsable = """
        () => {
          const all = [...document.querySelectorAll("a[href], button, select, textarea, summary, input:not([type=hidden])")]
            .filter(one => !one.disabled && one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0);
          for (const one of all) one.dataset.usable = one.type === "radio" ? `radio ${one.name}` : "";
          return all.length;
        }
        """;

    // A date marks its day, month and year itself.
    private const string MarkReached = """
        () => {
          const at = document.activeElement;
          if (at?.dataset.usable === undefined) return;
          const style = getComputedStyle(at), label = at.closest("label") && getComputedStyle(at.closest("label"));
          at.dataset.reached = ["date", "datetime-local"].includes(at.type)
            || style.outlineStyle !== "none" || label?.outlineStyle !== "none" ? "" : "without a mark";
        }
        """;

    // The arrow keys go from one of several choices to the next.
    private const string Unreached = """
        [...document.querySelectorAll("[data-usable]")].filter(one => one.dataset.reached !== ""
          && !(one.type === "radio" && document.querySelector(`[data-usable="radio ${one.name}"][data-reached=""]`)))
        """;

    private const string CountUnreached = $"() => {Unreached}.filter(one => one.dataset.reached === undefined).length";
    private const string ListUnreached = $"() => {Unreached}.map(one => one.outerHTML.slice(0, 120))";

    private static readonly object Wcag = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa" } };

    // Between light and dark only colours differ.
    private static readonly object Colours = new { type = "rule", values = new[] { "color-contrast", "link-in-text-block" } };

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

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
                Headers = route.Request.Headers.Append(new("content-type", "application/x-www-form-urlencoded"))
                    .ToDictionary(header => header.Key, header => header.Value),
            }), new() { Times = 1 });
        }

        await GoAsync(path);
    }

    /// <summary>Shows a mail as a mail program does, from its HTML alone.</summary>
    public async Task ShowMailAsync(string id, SeededSite site) =>
        await ShowMailAsync(await site.Host.Http.GetStringAsync(new Uri($"/mailbox/{id}/html", UriKind.Relative)));

    /// <inheritdoc cref="ShowMailAsync(string, SeededSite)"/>
    public async Task ShowMailAsync(string html)
    {
        // What is set into a page stands under that page's content security policy.
        await Page.GotoAsync("about:blank");
        await Page.SetContentAsync(html);
    }

    /// <summary>Takes pictures of the whole page in every look.</summary>
    public async Task TakeAsync(string folder, string name)
    {
        foreach (var device in Enum.GetValues<Device>())
        {
            await Page.SetViewportSizeAsync(device.Size().Width, device.Size().Height);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await Page.ScreenshotAsync(
                    new()
                    {
                        Path = Path.Combine(folder, $"{name} {device} {scheme}.png".Replace(' ', '-').ToLowerInvariant()),
                        FullPage = true
                    });
            }
        }
    }

    /// <summary>No error or warning in the console; of a page that answers 4xx on purpose the browser tells that status.</summary>
    public void IsSilent(bool refused = false) => Assert.DoesNotContain(
        _wrong, text =>
        !refused || !text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal));

    /// <summary>
    /// What is wrong at each width, light and dark: what stands out to the side, and violations of WCAG 2.2 AA. Nothing: all is well.
    /// </summary>
    public async Task<List<string>> FindWrongAsync()
    {
        var wrong = new List<string>();
        await Page.EvaluateAsync(Axe);
        foreach (var device in Enum.GetValues<Device>())
        {
            await Page.SetViewportSizeAsync(device.Size().Width, device.Size().Height);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                if (await Page.EvaluateAsync<int>(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
                    wrong.Add($"{device}, {scheme}: {over} pixels too wide");
                wrong.AddRange(
                    (await Page.EvaluateAsync<string[]>(RunAxe, scheme == ColorScheme.Light ? Wcag : Colours))
                    .Select(violation => $"{device}, {scheme}: {violation}"));
            }
        }

        return wrong;
    }

    /// <summary>Nothing stands out to the side. Without scripts in the page it cannot be measured.</summary>
    public async Task FitsAsync(bool scripts)
    {
        if (scripts) Assert.True(
            await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    /// <summary>Goes by the Tab key to what has this text, and presses Enter.</summary>
    public async Task PressAsync(Regex text)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (!text.IsMatch((await Page.EvaluateAsync<string>("document.activeElement.innerText || ''")).Trim())) continue;

            Assert.NotEqual("none", await Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
            await Page.Keyboard.PressAsync("Enter");
            return;
        }

        Assert.Fail($"The Tab key does not reach {text}.");
    }

    /// <summary>What can be used and the Tab key does not reach, or reaches without a mark that shows. Nothing: all is well.</summary>
    public async Task<string[]> FindUnreachableAsync()
    {
        var usable = await Page.EvaluateAsync<int>(MarkUsable);
        for (var tabs = 0; tabs < usable + MostTabs && await Page.EvaluateAsync<int>(CountUnreached) > 0; tabs++)
        {
            await Page.Keyboard.PressAsync("Tab");
            await Page.EvaluateAsync(MarkReached);
        }

        return await Page.EvaluateAsync<string[]>(ListUnreached);
    }

    /// <summary>How many links, buttons and fields the page offers.</summary>
    public Task<int> CountOffersAsync() =>
        Page.Locator("main a[href], main button, main input:not([type=hidden]), main select, main textarea").CountAsync();

    /// <summary>All of it is ours and light.</summary>
    public async Task IsLightAndOursAsync()
    {
        var bytes = 0;
        // A page that refreshes itself asks again for what it has while a busy machine looks at it.
        foreach (var response in _loaded.DistinctBy(response => response.Url))
        {
            Assert.StartsWith(_site, response.Url, StringComparison.Ordinal);
            // A redirect has no body.
            if (response.Status is < 300 or >= 400) bytes += (await response.BodyAsync()).Length;
        }

        Assert.InRange(bytes, 1, MostBytes);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
