using System.Text.RegularExpressions;
using Handoff.Browser.Tests.Browsing;
using Handoff.Browser.Tests.Sites;
using Handoff.Local.Tests.Hosting;
using Handoff.People;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests;

/// <summary>Somebody signs in by the link in the mail, sees the own leads, and signs out; with scripts and without.</summary>
[Collection(nameof(BrowserAndSites))]
public sealed partial class SignInByHandTests(BrowserAndSites sites)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_link_in_the_mail_signs_in_on_this_machine_too_where_there_is_no_encryption(bool scripts)
    {
        await using var site = await SeededSite.EmptyAsync(Language.En);
        var lead = await site.Host.ReceiveAsync(Calls.Ada);
        var owner = (await site.Host.LeadAsync(lead.Id)).Owner!;
        await using var open =
            await OpenPage.OpenAsync(sites.Browser, site.Url, new(Language.En, Device.Phone, ColorScheme.Light, scripts));
        await open.GoAsync("/signin");
        await open.Page.GetByLabel("Work e-mail address").FillAsync(owner);
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Send me a link" }).ClickAsync();
        await Assertions.Expect(open.Page.GetByText("Look at your e-mail")).ToBeVisibleAsync();

        await open.GoAsync(await LinkAsync(site.Host));
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Assertions.Expect(open.Page.GetByText(SignedInAs())).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Link, new() { Name = "Ada Lovelace", Exact = true })).ToBeVisibleAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(open.Page.GetByText("You are signed out")).ToBeVisibleAsync();
        open.IsSilent();
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_head_sends_a_test_lead_and_opens_it(bool scripts)
    {
        await using var site = await SeededSite.EmptyAsync(Language.En);
        await using var open =
            await OpenPage.OpenAsync(sites.Browser, site.Url, new(Language.En, Device.Phone, ColorScheme.Light, scripts));
        await open.GoAsync("/signin");
        await open.Page.GetByLabel("Work e-mail address").FillAsync("giulia.ferri@acme.example");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Send me a link" }).ClickAsync();
        await open.GoAsync(await LinkAsync(site.Host));
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(open.Page.GetByText(SignedInAs())).ToBeVisibleAsync();

        await open.GoAsync("/sources");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Send a test lead" }).First.ClickAsync();

        await Assertions.Expect(open.Page.GetByText("The test lead has arrived.")).ToBeVisibleAsync();
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Open it" }).ClickAsync();
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Test");
        open.IsSilent();
    }

    private static async Task<string> LinkAsync(RunningHost host)
    {
        for (var looks = 0; looks < 500; looks++)
        {
            if ((await host.MailsAsync()).LastOrDefault(mail => mail.Kind == "signin") is { } mail)
                return mail.Link("signin");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        throw new TimeoutException("No sign-in link came.");
    }

    [GeneratedRegex("Signed in as", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignedInAs();
}
