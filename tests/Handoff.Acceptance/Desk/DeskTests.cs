using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Desk;

/// <summary>What people see: reps their own leads, managers their teams', the two heads everything.</summary>
public abstract class DeskTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Anna = "anna.greco@acme.example";
    private const string Bruno = "bruno.riva@acme.example";
    private const string Marta = "marta.villa@acme.example";
    private const string Dana = "dana.lee@acme.example";
    private const string Giulia = "giulia.ferri@acme.example";

    [HostFact]
    public async Task Who_looks_in_a_browser_is_told_on_a_page_and_a_program_in_json()
    {
        await using var host = await THost.StartAsync();
        var visitor = new Reader(host);

        foreach (var (path, status) in new[] { ("/nothing", 404), ("/r/altered", 404), ("/api/people", 401), ("/api/leads/website", 401) })
        {
            var page = await visitor.GetAsync(path, ("Accept", "text/html"));
            Assert.Equal((path, status), (path, (int)page.Status));
            Assert.NotEqual("", page.Document.QuerySelector("main h1")?.TextContent ?? "");
            Assert.DoesNotContain("openapi", page.Main, StringComparison.Ordinal);
        }

        var told = await visitor.GetAsync("/nothing", ("Accept", "application/json"));
        Assert.Equal("application/problem+json", told.Answer.Content.Headers.ContentType?.MediaType);
    }

    [HostFact]
    public async Task Everybody_sees_the_leads_that_are_theirs_to_see_on_the_board_and_by_their_address()
    {
        await using var host = await THost.StartAsync();
        var ada = (await host.ReceiveAsync(Calls.Ada)).Id;
        var sam = (await host.ReceiveAsync(Calls.Sam)).Id;
        var owner = (await host.LeadAsync(ada)).Owner!;
        var colleague = owner == Anna ? Bruno : Anna;

        foreach (var (who, sees) in new[] { (owner, new[] { ada }), (colleague, []), (Marta, [ada]), (Dana, [sam]), (Giulia, [ada, sam]) })
        {
            var reader = await Reader.SignedInAsync(host, who);
            Assert.Equal(sees.Order(), (await reader.GetAsync("/board")).Leads.Order());
            foreach (var id in new[] { ada, sam })
                Assert.Equal(
                    sees.Contains(id) ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await reader.GetAsync($"/leads/{id}")).Status);
        }

        Assert.Equal(2, (await (await host.WatcherAsync()).GetAsync("/board")).Leads.Count());
    }

    [HostFact]
    public async Task What_a_search_finds_reads_as_a_name_and_a_company()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);

        var found = await SearchAsync(await host.WatcherAsync(), "lovelace");

        Assert.Equal("Ada Lovelace Analytical Engines", SeenPage.Read(found.Document.QuerySelector(".found a")!));
    }

    [HostFact]
    public async Task The_status_tells_late_people_from_lateness_of_its_own()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        await host.AdvanceMinutesAsync(6);

        var status = (await (await host.WatcherAsync()).GetAsync("/status")).Main;

        Assert.Contains("1, as on the board: it is people who are late", status, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing was late", status, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_timeline_tells_every_event_who_did_it_and_shows_the_e_mail_without_its_links()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var offer = await host.LastMailAsync("offer");
        await host.PressAsync(offer.Offer, "accept");
        var reader = await Reader.SignedInAsync(host, Marta);

        var page = await reader.GetAsync($"/leads/{id}", ("Accept-Language", "en"));

        var events = (await host.LeadAsync(id)).Events;
        var told = page.Document.QuerySelectorAll(".events > li:not(.message), .steps li").Length;
        Assert.Equal(
            events.Length,
            told - page.Document.QuerySelectorAll(".events > li").Count(entry => entry.TextContent.Contains("Primo contatto con noi")));
        var times = page.Document.QuerySelectorAll(".events > li > .row time").Select(time => time.GetAttribute("datetime")).ToList();
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        Assert.Single(page.Document.QuerySelectorAll($".events > .message a[href$='{Uri.EscapeDataString(offer.Id)}']"));
        Assert.Contains(
            "Accettato da", SeenPage.Words(page.Main),
            StringComparison.Ordinal);
        Assert.Contains(Calls.Ada.GetType().GetProperty("email")!.GetValue(Calls.Ada)!.ToString()!, page.Main, StringComparison.Ordinal);
        var path = page.Document.QuerySelector("a[href*='/mail/']")!.GetAttribute("href")!;
        var mail = await reader.GetAsync(path);
        var html = await reader.GetAsync($"{path}/html");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (mail.Status, html.Status));
        var token = offer.Offer["/r/".Length..];
        Assert.DoesNotContain(token, mail.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("/r/", html.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var colleague = await Reader.SignedInAsync(host, Dana);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"{path}/html")).Status);
    }

    [HostFact]
    public async Task An_alert_that_went_with_others_shows_when_it_went_and_in_which_e_mail()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        await host.AdvanceMinutesAsync(1);
        var second = (await host.ReceiveAsync(Calls.Demo("bea@other.example"))).Id;
        var third = (await host.ReceiveAsync(Calls.Demo("cleo@third.example"))).Id;
        var reader = await host.WatcherAsync();

        await host.AdvanceMinutesAsync(5);
        Assert.Contains("Waits for the next e-mail of alerts", await MessagesAsync(second), StringComparison.Ordinal);

        await host.AdvanceMinutesAsync(5);
        var digest = (await host.MailsAsync()).Last(mail => mail.Kind == "digest" && mail.To == Marta);
        foreach (var id in new[] { second, third })
        {
            Assert.DoesNotContain("Waits for", await MessagesAsync(id), StringComparison.Ordinal);
            var alert = (await reader.GetAsync($"/leads/{id}")).Document.QuerySelectorAll(".events > .message")
                .First(message => message.QuerySelector($"a[href*='{Uri.EscapeDataString(digest.Id)}']") is not null);
            Assert.Contains("Alert about a clock", alert.TextContent, StringComparison.Ordinal);
            Assert.Contains("Sent", alert.TextContent, StringComparison.Ordinal);
            Assert.Equal(
                digest.At, DateTimeOffset.Parse(alert.QuerySelector("time")!.GetAttribute("datetime")!, CultureInfo.InvariantCulture));
            var copy = await reader.GetAsync(alert.QuerySelector("a")!.GetAttribute("href")!);
            Assert.Contains(digest.Subject, copy.Main, StringComparison.Ordinal);
        }

        async Task<string> MessagesAsync(string id) =>
            string.Join(
                '\n', (await reader.GetAsync($"/leads/{id}")).Document.QuerySelectorAll(".events > .message")
                .Select(one => one.TextContent));
    }

    [HostFact]
    public async Task An_erased_leads_name_is_on_no_page()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var reader = await host.WatcherAsync();
        Assert.Contains("Lovelace", (await reader.GetAsync("/board")).Main, StringComparison.Ordinal);

        await host.Http.DeleteAsync(new Uri($"/api/leads/{id}", UriKind.Relative));

        Assert.DoesNotContain("Lovelace", (await reader.GetAsync("/board")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Lovelace", (await reader.GetAsync($"/leads/{id}")).Main, StringComparison.Ordinal);
        Assert.Empty((await SearchAsync(reader, "lovelace")).Leads);
    }

    [HostFact]
    public async Task Leads_are_found_by_name_company_address_and_phone_by_who_may_see_them()
    {
        await using var host = await THost.StartAsync();
        var id = (
            await host.ReceiveAsync(
            new
            {
                email = "Zoë@analytical.example",
                name = "Zoë Müller",
                company = "Analytical Engines",
                phone = "+39 06 1234 5678",
                country = "IT",
                form = "demo"
            })).Id;
        await host.ReceiveAsync(Calls.Sam);
        var (marta, dana) = (await Reader.SignedInAsync(host, Marta), await Reader.SignedInAsync(host, Dana));

        foreach (var asked in new[] { "muller", "zoe mull", "ENGINES", "zoë@analytical.example", "06 1234 5678" })
        {
            Assert.Equal([id], (await SearchAsync(marta, asked)).Leads);
            Assert.Empty((await SearchAsync(dana, asked)).Leads);
        }

        Assert.Empty((await SearchAsync(marta, "nobody")).Leads);
        Assert.Empty((await SearchAsync(marta, "")).Leads);
        Assert.Empty((await SearchAsync(marta, "<script>")).Leads);
    }

    [HostFact]
    public async Task The_team_view_tells_managers_loads_shifts_absences_and_why()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        var marta = await Reader.SignedInAsync(host, Marta);

        var page = await marta.GetAsync("/team");

        Assert.Contains("Anna Greco", page.Main, StringComparison.Ordinal);
        Assert.Contains("1 su 25", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Eve Stone", page.Main, StringComparison.Ordinal);
        Assert.Equal(3, page.Document.QuerySelectorAll(".fairness > li").Length);
        Assert.Contains("spettano", page.Document.QuerySelector(".fairness")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Reader.SignedInAsync(host, Anna)).GetAsync("/team")).Status);
    }

    [HostFact]
    public async Task The_status_tells_that_every_clock_runs()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);

        var page = await (await host.WatcherAsync()).GetAsync("/status");

        Assert.Contains("Every clock is running.", page.Main, StringComparison.Ordinal);
        Assert.Contains("1 of 1 open handoffs", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Reader.SignedInAsync(host, Anna)).GetAsync("/status")).Status);
    }

    [HostFact]
    public async Task A_page_loads_nothing_from_elsewhere_and_runs_nothing_in_place()
    {
        await using var host = await THost.StartAsync();
        var id = (
            await host.ReceiveAsync(
            new
            {
                email = "x@hostile.example",
                name = "<img src=x onerror=alert(1)> \u202Eملا 😀",
                company = new string('W', 500),
                message = "</script><script>alert(1)</script>",
                country = "IT",
                form = "demo"
            })).Id;
        var reader = await host.WatcherAsync();

        foreach (var path in new[] { "/board", "/board?wall=1", $"/leads/{id}", "/team", "/agreement", "/status", "/signin" })
        {
            var page = await reader.GetAsync(path);
            var policy = page.Answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll("[style], [onerror], [onclick], img, script:not([src]), style"));
            Assert.All(
                page.Document.QuerySelectorAll("[src], link[href]"), element =>
                Assert.StartsWith("/assets/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
            Assert.DoesNotContain("\u202E", page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    private static async Task<SeenPage> SearchAsync(Reader reader, string asked) =>
        await reader.PostAsync("/leads", ("q", asked), ("token", (await reader.GetAsync("/board")).Token));
}
