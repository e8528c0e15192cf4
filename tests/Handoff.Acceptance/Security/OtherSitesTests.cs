using System.Net;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Security;

/// <summary>
/// What another site can make a browser do: post, ask under a name of its own, send on, and show in a frame. None of it does anything here.
/// </summary>
public abstract class OtherSitesTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Anna = "anna.greco@acme.example";
    private const string Marta = "marta.villa@acme.example";

    public static TheoryData<string, string> Origins => new()
    {
        { "Sec-Fetch-Site", "cross-site" }, { "Sec-Fetch-Site", "same-site" }, { "Origin", "https://evil.example" },
            { "Origin", "https://handoff.example.evil.example" },
    };

    [HostTheory]
    [MemberData(nameof(Origins))]
    public async Task A_post_that_another_site_makes_does_nothing(string header, string value)
    {
        await using var host = await THost.StartAsync();
        var marta = await Reader.SignedInAsync(host, Marta);
        var token = (await marta.GetAsync("/board")).Token;
        var link = await new Reader(host).LinkAsync(Anna);
        var mails = (await host.MailsAsync()).Length;
        (string, string)[] from = [(header, value)];

        Assert.Equal(HttpStatusCode.Forbidden, (await marta.PostAsync("/leads", [("token", token), ("q", "ada")], from)).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await marta.PostAsync("/status", [("token", token), ("lead", "0123456789abcdef"), ("number", "1")], from)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await marta.PostAsync("/signout", [("token", token)], from)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await new Reader(host).PostAsync("/signin", [("address", Anna)], from)).Status);
        // Nobody is signed in as somebody else on the quiet, and the link stays good.
        var victim = new Reader(host);
        await victim.PostAsync(link, [], from);
        Assert.Null(victim.Session);
        await host.SettleAsync();
        Assert.Equal(mails, (await host.MailsAsync()).Length);
        Assert.Equal(HttpStatusCode.OK, (await marta.GetAsync("/board")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await victim.PostAsync(link)).Status);
    }

    [HostTheory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public async Task The_administration_of_this_machine_takes_no_form_of_another_site(string type)
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;

        foreach (var path in new[] { $"/api/leads/{id}/outcome", "/api/people/0123456789abcdef0123/absence" })
        {
            using var body = new StringContent("""{"outcome":"lost","action":"away"}""", null, type);
            using var answer = await host.Http.PostAsync(new Uri(path, UriKind.Relative), body);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        }

        // What is not a form a browser asks for first, and is not let.
        using var asks = new HttpRequestMessage(HttpMethod.Options, $"/api/leads/{id}");
        asks.Headers.Add("Origin", "https://evil.example");
        asks.Headers.Add("Access-Control-Request-Method", "DELETE");
        using var preflight = await host.Http.SendAsync(asks);
        Assert.DoesNotContain(preflight.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [HostFact]
    public async Task Links_in_mails_and_pages_never_come_from_the_Host_header()
    {
        await using var host = await THost.StartAsync();
        var evil = new Reader(host, null, "evil.example");
        using (var request = new HttpRequestMessage(HttpMethod.Post, "/api/leads/website"))
        {
            request.Content =
                new StringContent("""{"email":"ada@analytical.example","form":"demo","country":"IT"}""", null, "application/json");
            request.Headers.Host = "evil.example";
            request.Headers.Add("X-Handoff-Key", "demo");
            request.Headers.Add("X-Forwarded-Host", "evil.example");
            request.Headers.Add("X-Forwarded-Prefix", "//evil.example");
            using var answer = await host.Http.SendAsync(request);
            Assert.StartsWith("/api/leads/", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        await evil.LinkAsync(Anna);
        await host.SettleAsync();
        var links = (await host.MailsAsync()).SelectMany(mail => mail.Links);
        Assert.All(links, link => Assert.StartsWith(host.PublicUrl, link.Href, StringComparison.Ordinal));
        foreach (var path in new[] { "/signin", "/openapi/v1.json", "/r/none", "/nothing", "/healthz" })
        {
            var page = await evil.GetAsync(path);
            Assert.DoesNotContain("evil.example", await page.Answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [HostFact]
    public async Task No_answer_sends_a_reader_elsewhere()
    {
        await using var host = await THost.StartAsync();
        var anna = await Reader.SignedInAsync(host, Anna);
        var link = await new Reader(host).LinkAsync(Marta);
        string[] elsewhere = ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"];
        var sent = new List<string?>();
        foreach (var target in elsewhere)
        {
            var query = $"?return={Uri.EscapeDataString(target)}&returnUrl={Uri.EscapeDataString(target)}&next={Uri.EscapeDataString(
                target)}&team={Uri.EscapeDataString(target)}";
            foreach (var path in new[] { "/board", "/signin", "/status", "/", "//evil.example/board", "//evil.example/",
                "/%5Cevil.example", "/leads/%2F%2Fevil.example" })
                sent.Add(
                    (await new Reader(host)
                    .GetAsync(
                    host.Http.BaseAddress!.GetLeftPart(UriPartial.Authority) + path
                    + (path.Contains("evil", StringComparison.Ordinal) ? "" : query))).Location);
            sent.Add((await anna.GetAsync("/board" + query)).Location);
            sent.Add(
                (await new Reader(host)
                .PostAsync("/signin" + query, ("address", Anna), ("return", target), ("returnUrl", target), ("to", target))).Location);
            sent.Add((await new Reader(host).PostAsync(
                await new Reader(host).LinkAsync(Marta) + $"?to={Uri.EscapeDataString(target)}")).Location);
        }

        sent.Add((await new Reader(host).PostAsync(link, ("return", elsewhere[0]), ("returnUrl", elsewhere[1]))).Location);
        sent.Add((await anna.PostAsync("/signout", ("token", (await anna.GetAsync("/board")).Token), ("return", elsewhere[0]))).Location);
        // What was asked for stands behind ?to= and is judged when the link is used.
        Assert.All(sent, where => Assert.Contains(
            where?.Split("?to=%2F", 2)[0], new[] { null, "/signin", "/board", "/signin?out" }));
        Assert.Contains("/board", sent);
    }
}
