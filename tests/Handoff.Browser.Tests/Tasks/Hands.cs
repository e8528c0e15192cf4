using System.Text.RegularExpressions;
using Handoff.Browser.Tests.Browsing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Handoff.Browser.Tests.Tasks;

/// <summary>
/// Somebody who does one thing on a screen 360 pixels wide, by the keyboard alone, and counts what it takes: every link, button, fold and
/// choice is a click, and the fourth fails. Typing is free. What is pressed could be tapped just as well, and no page stands out to the
/// side.
/// </summary>
internal sealed class Hands(OpenPage open) : IAsyncDisposable
{
    private const int MostClicks = 3;
    private const int MostTabs = 250;
    private const int MostRows = 60;

    // Whether Enter on it opens another page.
    private const string Leaves = """
        one => one.matches("button") ? one.form !== null && one.type === "submit"
          : one.matches("a") && !one.hasAttribute("download") && /^https?:/.test(one.href)
            && !(one.hash && one.href.split("#")[0].replace(/\/$/, "") === location.href.split("#")[0].replace(/\/$/, ""))
        """;

    private int _clicks;
    private string? _within;

    private IPage Page => open.Page;

    /// <summary>From now on only what stands in the card that says this is pressed, filled in and seen; null: the whole page.</summary>
    public Hands Within(string? says)
    {
        _within = says;
        return this;
    }

    /// <summary>Presses the link, button or fold of this name.</summary>
    public async Task PressAsync(string name)
    {
        var element = await AimAsync(Named(name, exact: true), name);
        await EnterAsync(element);
    }

    /// <summary>Presses the button of this name, where a fold has the same.</summary>
    public async Task PressButtonAsync(string name)
    {
        var element = await AimAsync(Place.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }), name);
        await EnterAsync(element);
    }

    /// <summary>What stands in a field.</summary>
    public Task<string> ReadAsync(string field) => Page.Locator($"[name={field}]").InputValueAsync();

    /// <summary>Presses the first whose name has this in it.</summary>
    public async Task PickAsync(string part)
    {
        var element = await AimAsync(Named(part, exact: false).First, part);
        await EnterAsync(element);
    }

    /// <summary>Presses the first link of a row of a table.</summary>
    public async Task PressInRowAsync(string row)
    {
        var element = await AimAsync(Page.Locator("tr", new() { HasText = row }).First.Locator("a:visible").First, row);
        await EnterAsync(element);
    }

    /// <summary>Presses what is reached by a telephone or a mail program, and by what address.</summary>
    public async Task ReachesAsync(string address)
    {
        var element = await AimAsync(Page.Locator($"a[href='{address}']:visible").First, address);
        Assert.False(await element.EvaluateAsync<bool>(Leaves));
    }

    /// <summary>Presses a link that is a file. Returns it as text.</summary>
    public async Task<string> DownloadAsync(string name)
    {
        await AimAsync(Named(name, exact: true), name);
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.Keyboard.PressAsync("Enter"));
        return await File.ReadAllTextAsync((await download.PathAsync())!);
    }

    /// <summary>Goes to a row of the board by the key that the board hears.</summary>
    public async Task GoToRowAsync(string says)
    {
        for (var rows = 0; rows < MostRows; rows++)
        {
            await Page.Keyboard.PressAsync("j");
            if (await Page.EvaluateAsync<bool>("says => !!document.activeElement.closest('[data-row]')?.innerText.includes(says)", says))
                return;
        }

        Assert.Fail($"The key j does not reach {says}.");
    }

    /// <summary>Presses a key of the board that acts.</summary>
    public async Task KeyAsync(string key)
    {
        Count(key);
        await LeaveAsync(key);
    }

    /// <summary>Types into a field.</summary>
    public async Task TypeAsync(string label, string text)
    {
        var field = Labelled(label);
        await ReachAsync(field, label);
        await field.FillAsync(text);
    }

    /// <summary>Types into a field and sends its form by Enter, a click.</summary>
    public async Task SendAsync(string label, string text)
    {
        Count(label);
        await TypeAsync(label, text);
        await LeaveAsync("Enter");
    }

    /// <summary>Is at the page of this title.</summary>
    public Task IsAtAsync(string title) => Expect(Page).ToHaveTitleAsync(title);

    /// <summary>Chooses in a list; where that loads the page anew it waits for it.</summary>
    public async Task ChooseAsync(string label, string option)
    {
        Count(option);
        var field = Labelled(label);
        await ReachAsync(field, label);
        var value = await field.Locator("option", new() { HasText = option }).First.GetAttributeAsync("value");
        if (await field.EvaluateAsync<bool>("one => one.closest('form').hasAttribute('data-auto')"))
            await LoadAsync(() => field.SelectOptionAsync(value!));
        else
            await field.SelectOptionAsync(value!);
    }

    /// <summary>Reads it, and nothing went wrong on the way.</summary>
    public async Task SeesAsync(string text)
    {
        await Expect(Place).ToContainTextAsync(text, new() { UseInnerText = true });
        open.IsSilent();
    }

    /// <summary>Reads it where nothing lies over it.</summary>
    public Task ReadsAsync(string text) => Place.GetByText(text).First.ClickAsync(new() { Trial = true });

    /// <summary>Does not read it.</summary>
    public Task MissesAsync(string text) => Expect(Place).Not.ToContainTextAsync(text, new() { UseInnerText = true });

    public ValueTask DisposeAsync() => open.DisposeAsync();

    private ILocator Place => _within is { } says
        ? Page.Locator("article, .card, tr, section.card", new() { HasText = says }).Last : Page.Locator("body");

    private ILocator Named(string name, bool exact) => Place.GetByRole(AriaRole.Link, new() { Name = name, Exact = exact })
        .Or(Place.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact }))
        .Or(Place.Locator("summary:visible", exact
            ? new() { HasTextRegex = new($"^\\s*{Regex.Escape(name)}\\s*$", RegexOptions.None, TimeSpan.FromSeconds(1)) }
            : new() { HasText = name }));

    private ILocator Labelled(string label) => Place.GetByLabel(label).Filter(new() { Visible = true }).First;

    private void Count(string what) => Assert.True(++_clicks <= MostClicks, $"{what} would be the {_clicks}th click.");

    /// <summary>Counts a click, sees that it could be tapped, and goes there by the Tab key.</summary>
    private async Task<ILocator> AimAsync(ILocator target, string what)
    {
        Count(what);
        await target.ClickAsync(new() { Trial = true });
        await ReachAsync(target, what);
        return target;
    }

    // It is looked up anew each time: a live page may put another in its place.
    private async Task ReachAsync(ILocator element, string what)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await element.EvaluateAsync<bool>("one => one === document.activeElement")) return;

            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The Tab key does not reach {what}.");
    }

    private async Task EnterAsync(ILocator element)
    {
        if (await element.EvaluateAsync<bool>(Leaves))
            await LeaveAsync("Enter");
        else
            await Page.Keyboard.PressAsync("Enter");
        await open.FitsAsync(scripts: true);
    }

    private Task LeaveAsync(string key) => LoadAsync(() => Page.Keyboard.PressAsync(key));

    private async Task LoadAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.DOMContentLoaded += Loaded;
        try
        {
            await act();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
        }
        finally
        {
            Page.DOMContentLoaded -= Loaded;
        }
    }
}
