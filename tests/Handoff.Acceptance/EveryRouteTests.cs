using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Parser;
using Handoff.Acceptance.Hosting;
using Handoff.People;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>
/// Every page, link, form and file of the product, and every method that each takes, is served: a route that is added and not asked here
/// fails.
/// </summary>
public abstract class EveryRouteTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Manager = "marta.villa@acme.example";

    [HostFact]
    public async Task Every_route_serves_every_method_that_it_takes()
    {
        await using var host = await THost.StartAsync();

        await ProgramsAsync(host);
        var (lead, manage) = await RepAsync(host);
        await ManagerAsync(host, manage);
        await DeskAsync(host, lead);
        foreach (var path in new[] { "/healthz", "/readyz", "/heartbeat", "/signin" })
            await LookAsync(host, path);
        var traveller = new OpenIdTraveller(host);
        await traveller.SendAsync(new(HttpMethod.Head, "/signin/openid"));
        Assert.Equal("/board", (await traveller.SignInAsync(OpenIdProvider.Shared, new("bruno.riva@acme.example"))).Location);
        await host.ServeOwnAsync();
        await HeadAsync(host);
        var consent = Desk.ConsentLinks.Of(host, lead);
        await LookAsync(host, consent);
        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync(consent, "POST")).Status);
        Assert.Equal(HttpStatusCode.NoContent, await host.WithdrawConsentAsync(lead));
        Assert.Equal(HttpStatusCode.OK, await host.TellOutcomeAsync(lead, new { outcome = "won" }));
        var eve = PersonId.Of("eve.stone@acme.example");
        await host.ChangeStaffAsync(staff => staff with { People = staff.People.Remove(eve) });
        Assert.Equal(HttpStatusCode.NoContent, (await host.OpenAsync($"/api/people/{eve}", "DELETE")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await host.OpenAsync($"/api/leads/{lead}", "DELETE")).Status);

        Assert.NotEmpty(host.Routes);
        Assert.DoesNotContain(host.Asked.NotServed(host.Routes), route => !Elsewhere.Contains((route.Method, route.Pattern)));
    }

    /// <summary>
    /// What nothing in this life leads to: a question that was mailed (<c>AskPageTests</c>), a report that was sent, a channel of the files
    /// (<c>WebhookTests</c>), what its CRM tells (<c>DealTests</c>).
    /// </summary>
    private static readonly (string Method, string Pattern)[] Elsewhere =
    [
        ("GET", "/a/{token}"), ("HEAD", "/a/{token}"), ("POST", "/a/{token}"), ("GET", "/reports/{number}"), ("HEAD", "/reports/{number}"),
        ("GET", "/reports/{number}/mail"), ("HEAD", "/reports/{number}/mail"),
        ("POST", "/channels"), ("POST", "/api/events/hubspot/{channel}"),
    ];

    [HostTheory]
    [InlineData("PUT", "/api/leads/website")]
    [InlineData("POST", "/healthz")]
    [InlineData("DELETE", "/board")]
    [InlineData("PATCH", "/r/token")]
    [InlineData("GET", "/signout")]
    [InlineData("GET", "/api/events/sendgrid")]
    public async Task A_method_that_an_address_does_not_take_is_refused(string method, string path)
    {
        await using var host = await THost.StartAsync();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.OpenAsync(path, method)).Status);
    }

    [HostTheory]
    [InlineData("/nothing")]
    [InlineData("/scorecard/none")]
    [InlineData("/assets/none.css")]
    [InlineData("/api/leads/0123456789abcdef")]
    [InlineData("/r/none")]
    [InlineData("/m/none")]
    [InlineData("/c/none")]
    [InlineData("/signin/none")]
    [InlineData("/openapi/none.json")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var host = await THost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync(path)).Status);
    }

    private static async Task HeadAsync(ProductHost host)
    {
        var giulia = await Reader.SignedInAsync(host, "giulia.ferri@acme.example");
        Assert.Equal(HttpStatusCode.OK, (await giulia.HeadAsync("/sources")).Status);
        var token = (await giulia.GetAsync("/sources")).Token;
        var sent = await giulia.PostAsync("/sources", [("token", token), ("source", "website"), ("action", "test")]);
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var erase = $"/leads/{(await host.ReceiveAsync(Calls.Demo("kathleen@booth.example"))).Id}/erase";
        Assert.Equal(HttpStatusCode.OK, (await giulia.HeadAsync(erase)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await giulia.PostAsync(erase, ("token", (await giulia.GetAsync(erase)).Token))).Status);
    }

    /// <summary>What other programs ask: the site's form and its browser, the CRM, the mail provider, who reads the description.</summary>
    private static async Task ProgramsAsync(ProductHost host)
    {
        using (var asks = new HttpRequestMessage(HttpMethod.Options, "/api/leads/website"))
        {
            asks.Headers.Add("Origin", "https://www.acme.example");
            asks.Headers.Add("Access-Control-Request-Method", "POST");
            using var may = await host.Visitor.SendAsync(asks);
            Assert.Equal(HttpStatusCode.NoContent, may.StatusCode);
            Assert.Equal("https://www.acme.example", may.Headers.GetValues("Access-Control-Allow-Origin").Single());
        }

        using var form = new FormUrlEncodedContent(
        [
            new("your-name", "Zoë Müller"), new("your-email", "zoe@muster.example"), new("your-company", "Muster"),
            new("your-tel", "+39 02 1234567"),
        ]);
        using (var posted = await host.PostBodyAsync(form, "demo-form"))
            await host.ReceiptAsync(posted);
        Assert.Equal(HttpStatusCode.NoContent, await host.TellOfMailAsync(await host.LastMailAsync("offer"), "delivered"));
        await PressAsync(host, (await host.LastMailAsync("offer")).Offer, "accept");
        foreach (var absence in new object[] { new { action = "away", until = "2034-12-01" }, new { action = "back" } })
            Assert.Equal(HttpStatusCode.OK, await host.TellAbsenceAsync("eve.stone@acme.example", absence));
        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync("/openapi/v1.json")).Status);
        foreach (var part in new[] { "/", "/scalar.js", "/scalar.aspnetcore.js", "/favicon.svg" })
            Assert.Equal((part, HttpStatusCode.OK), (part, (await host.OpenAsync($"/reference{part}")).Status));
        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync("/api/audit")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync("/api/agreement")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync("/api/scorecard")).Status);
        Assert.Equal(HttpStatusCode.OK, await host.TellMetricAsync(new { metric = "email_open_rate", value = 22.5 }));
        foreach (var what in new[] { "export", "erasure" })
        {
            using var of = await host.Http.PostAsJsonAsync($"/api/people/{what}", new { email = "nobody@stranger.example" });
            Assert.Equal(HttpStatusCode.OK, of.StatusCode);
        }

        foreach (var path in new[] { "/problems", "/problems/not-found" })
            await LookAsync(host, path);
        var caller = await Api.ApiCaller.WithAsync(host, "read");
        foreach (var path in new[] { "/api/keys", "/api/leads", "/api/events" })
            Assert.Equal((path, HttpStatusCode.OK), (path, (await host.OpenAsync(path)).Status));
        Assert.Equal(HttpStatusCode.NoContent, (await host.OpenAsync($"/api/keys/{caller.Id}", "DELETE")).Status);
    }

    /// <summary>
    /// A rep by the links of mails: away and back, a lead accepted, taken back, declined, contacted and judged. Returns that lead, and a
    /// manager's link.
    /// </summary>
    private static async Task<(string Lead, string Manage)> RepAsync(ProductHost host)
    {
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        Assert.Equal(lead, (await host.LeadAsync(lead)).Id);
        var offer = await host.LastMailAsync("offer");
        await PressAsync(host, offer.Offer, "accept");
        await PressAsync(host, (await host.LastMailAsync("accepted")).Link("undo"), "undo");
        await PressAsync(host, (await host.LastMailAsync("offer")).Offer, "decline", ("reason", "no_capacity"));
        await host.AdvanceMinutesAsync(5);
        var manage = (await host.LastMailAsync("breach", Manager)).Manage;
        await PressAsync(host, manage, "assign", ("rep", offer.To));
        await PressAsync(host, (await host.LastMailAsync("offer")).Offer, "accept");
        await PressAsync(host, (await host.LastMailAsync("accepted")).Link("contacted"), "contacted", ("how", "called"));
        await PressAsync(host, (await host.LastMailAsync("give_feedback")).Link("feedback"), "feedback", ("outcome", "qualified"));
        await PressAsync(host, offer.Link("absence"), "away", ("until", "2034-12-01"));
        await PressAsync(host, offer.Link("absence"), "back");
        return (lead, manage);
    }

    /// <summary>A manager by the links of alerts: a lead put off and then taken.</summary>
    private static async Task ManagerAsync(ProductHost host, string over)
    {
        await LookAsync(host, over);
        await host.ReceiveAsync(Calls.Demo("bea@second.example"));
        await host.AdvanceMinutesAsync(10);
        var alert = (await host.MailsAsync()).Last(mail => mail.To == Manager && mail.Kind is "breach" or "digest");
        var manage = alert.Links.Last(link => link.Rel == "manage").Path;
        var until = host.Now.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        await PressAsync(host, manage, "snooze", ("until", until));
        await PressAsync(host, manage, "take");
    }

    /// <summary>Somebody who signs in and looks at everything, with what the pages load, and signs out.</summary>
    private static async Task DeskAsync(ProductHost host, string lead)
    {
        var marta = new Reader(host);
        var link = await marta.LinkAsync(Manager);
        await LookAsync(host, link);
        Assert.Single((await marta.GetAsync(link)).Document.QuerySelectorAll("form"));
        Assert.Equal(HttpStatusCode.SeeOther, (await marta.PostAsync(link)).Status);
        var timeline = (await marta.GetAsync($"/leads/{lead}")).Document;
        var mails = timeline.QuerySelectorAll("a[href*='/mail/']").Select(mail => mail.GetAttribute("href")!).ToArray();
        Assert.NotEmpty(mails);
        string[] desk =
        [
            "/board", "/board?wall=1", "/leads", "/leads.csv", "/scorecard", "/scorecard.csv", "/team", "/agreement", "/agreement/sign",
            "/meeting", "/status", "/route",
            $"/leads/{lead}", mails[0], $"{mails[0]}/html",
        ];
        foreach (var path in desk)
        {
            var page = await marta.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK, HttpStatusCode.OK), (path, page.Status, (await marta.HeadAsync(path)).Status));
            foreach (var file in page.Document.QuerySelectorAll("script[src], link[href]"))
                await LookAsync(host, file.GetAttribute("src") ?? file.GetAttribute("href")!);
        }

        var token = (await marta.GetAsync("/board")).Token;
        Assert.Equal([lead], (await marta.PostAsync("/leads", ("q", "ada@analytical.example"), ("token", token))).Leads);
        Assert.Equal("/status?retried=no", (await marta.PostAsync("/status", ("lead", lead), ("number", "1"), ("token", token))).Location);
        var taken = (await host.ReceiveAsync(Calls.Demo("kay@mcnulty.example"))).Id;
        Assert.Equal(HttpStatusCode.OK, (await marta.PostAsync($"/leads/{taken}", ("action", "take"), ("token", token))).Status);
        Assert.Equal(
            HttpStatusCode.OK,
            (await marta.PostAsync("/route", ("source", "website"), ("email", "ada@analytical.example"), ("token", token))).Status);
        var rep = $"/team/{(await host.PeopleAsync()).Single(person => person.Email == "anna.greco@acme.example").Id}";
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), ((await marta.GetAsync(rep)).Status, (await marta.HeadAsync(rep)).Status));
        Assert.Equal(HttpStatusCode.OK, (await marta.PostAsync(rep, ("action", "back"), ("token", token))).Status);
        var giulia = await Reader.SignedInAsync(host, "giulia.ferri@acme.example");
        Assert.Equal(HttpStatusCode.OK, (await giulia.HeadAsync("/feedback")).Status);
        foreach (var path in new[] { "/reports", "/channels" })
        {
            Assert.Equal(HttpStatusCode.OK, (await giulia.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.OK, (await giulia.HeadAsync(path)).Status);
        }

        var hers = (await giulia.GetAsync("/feedback")).Token;
        var back = (await host.ReceiveAsync(Calls.Demo("grace@hopper.example"))).Id;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "decline", ("reason", "spam"));
        Assert.Equal(
            "/feedback?done=recycle",
            (await giulia.PostAsync("/feedback", ("lead", back), ("action", "recycle"), ("token", hers))).Location);
        var owner = (await giulia.GetAsync("/meeting")).Document.QuerySelector("select[name=owner] option")!.GetAttribute("value")!;
        Assert.Equal(
            "/meeting?done=1",
            (await giulia.PostAsync(
                "/meeting", ("action", "decide"), ("text", "Call within the hour"), ("owner", owner), ("due", "2034-12-15"),
                ("token", hers))).Location);
        await SignAsync(host, giulia);
        Assert.Equal("/signin?out", (await marta.PostAsync("/signout", ("token", token))).Location);
    }

    /// <summary>A head signs a changed agreement.</summary>
    private static async Task SignAsync(ProductHost host, Reader giulia)
    {
        foreach (var version in new[] { "2034-12", "2035-01" })
        {
            await host.ChangeFilesAsync(files => files.SetItem("agreement.yaml", files["agreement.yaml"].Replace(
                "agreement: 2026-11", $"agreement: {version}\nsigning: required", StringComparison.Ordinal)));
        }

        var page = await giulia.GetAsync("/agreement/sign");
        var content = page.Document.QuerySelector("input[name=content]")!.GetAttribute("value")!;
        var signed = await giulia.PostAsync("/agreement/sign", ("content", content), ("token", page.Token));
        Assert.Equal("/agreement/sign?done", signed.Location);
        Assert.Equal(
            HttpStatusCode.NoContent, await host.AppointAsync(new { @for = "sales", address = "paolo.conti@acme.example" }));
    }

    /// <summary>Opens the page, finds the button's form on it, and posts that to where the form says.</summary>
    private static async Task PressAsync(ProductHost host, string path, string action, params (string Name, string Value)[] with)
    {
        await LookAsync(host, path);
        var forms = new HtmlParser().ParseDocument((await host.OpenAsync(path)).Page).QuerySelectorAll("form").ToArray();
        Assert.NotEmpty(forms);
        // A form without an address goes back to its own page's, which holds the token.
        Assert.All(forms, form => Assert.Equal(("post", null), (form.GetAttribute("method"), form.GetAttribute("action"))));
        Assert.Contains(forms, form => form.QuerySelector($"[name=action][value={action}]") is not null);
        Assert.Equal((action, HttpStatusCode.OK), (action, (await host.PressAsync(path, action, with)).Status));
    }

    private static async Task LookAsync(ProductHost host, string path)
    {
        foreach (var method in new[] { "GET", "HEAD" })
            Assert.Equal((method, path, HttpStatusCode.OK), (method, path, (await host.OpenAsync(path, method)).Status));
    }
}
