using System.Net;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Security;

/// <summary>What holds for every page, frame, file and mistake that the real host answers.</summary>
public abstract class EveryAddressTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostFact]
    public async Task Every_answer_forbids_what_it_does_not_need_and_only_a_mail_may_stand_in_a_frame_of_ours()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.AdvanceMinutesAsync(5);
        var mails = await host.MailsAsync();
        var reader = await host.WatcherAsync();
        var mailsOfLead = (await reader.GetAsync($"/leads/{id}")).Document.QuerySelectorAll("a[href*='/mail/']")
            .Select(link => link.GetAttribute("href")!).ToArray();
        string[] addresses =
        [
            "/board", "/board?wall=1", "/leads", "/leads?status=none&after=%27", "/leads.csv", "/scorecard.csv", "/scorecard",
            "/scorecard?period=%27",
                "/leads?figure=none&period=%27", "/team", "/agreement", "/status", "/signin",
                "/signin?out", "/signin/none", $"/leads/{id}",
                "/leads/none",
            .. mailsOfLead, .. mailsOfLead.Select(mail => mail + "/html"), .. host.OwnAddresses(mails[0]),
            mails[0].Links[0].Path, mails.First(mail => mail.Kind == "breach").Manage, "/r/none", "/m/none",
            $"/api/leads/{id}", "/api/leads/none", "/api/people", "/api/agreement", "/api/audit", "/api/scorecard", "/healthz", "/readyz",
            "/openapi/v1.json", "/assets/none.css", "/api/leads/website",
        ];
        Assert.NotEmpty(mailsOfLead);

        foreach (var path in addresses)
        {
            var answer = (await reader.GetAsync(path)).Answer;
            var policy = Header(answer, "Content-Security-Policy");
            var isFrame = path.EndsWith("/html", StringComparison.Ordinal) && !path.Contains("/none/", StringComparison.Ordinal);
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http:", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
            Assert.Equal(isFrame, policy.Contains("'unsafe-inline'", StringComparison.Ordinal));
            Assert.Equal(isFrame, policy.Contains("sandbox", StringComparison.Ordinal));
            Assert.Contains(isFrame ? "frame-ancestors 'self'" : "frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal(isFrame ? "SAMEORIGIN" : "DENY", Header(answer, "X-Frame-Options"));
            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
            Assert.Equal("no-store", Header(answer, "Cache-Control"));
            Assert.False(answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"), path);
        }
    }

    [HostFact]
    public async Task What_is_not_a_readers_own_is_answered_as_what_is_not_there()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var mail = await host.LastMailAsync("offer");
        var eve = await Reader.SignedInAsync(host, "eve.stone@acme.example");

        foreach (var (foreign, unknown) in new[]
        {
            ($"/leads/{id}", "/leads/0123456789abcdef0123456789abcdef"),
            ($"/leads/{id}/mail/{mail.Id}", "/leads/0123456789abcdef0123456789abcdef/mail/0123456789abcdef0123456789abcdef-1"),
            ($"/leads/{id}/mail/{mail.Id}/html", "/leads/0123456789abcdef0123456789abcdef/mail/0123456789abcdef0123456789abcdef-1/html"),
        })
        {
            var (one, other) = (await eve.GetAsync(foreign), await eve.GetAsync(unknown));
            Assert.Equal(HttpStatusCode.NotFound, one.Status);
            Assert.Equal((other.Status, other.Main), (one.Status, one.Main));
            Assert.DoesNotContain("Ada", one.Main, StringComparison.Ordinal);
        }

        Assert.Empty(
            (await eve.PostAsync("/leads", ("token", (await eve.GetAsync("/board")).Token), ("q", "ada@analytical.example"))).Leads);
    }

    [HostFact]
    public async Task Ids_of_one_instant_tell_nothing_of_each_other()
    {
        await using var host = await THost.StartAsync();
        var ids = new List<string>();
        for (var number = 0; number < 20; number++)
            ids.Add((await host.ReceiveAsync(Calls.Demo($"p{number}@company{number}.example"))).Id);

        // Behind the time come 74 bits of chance.
        Assert.Equal(ids.Count, ids.Select(id => id[16..]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Equal(32, id.Length));
        Assert.True(ids.Select(id => id[16]).Distinct().Count() > 1 && ids.Select(id => id[^1]).Distinct().Count() > 3);
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(
        ", ", answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? values : []);
}
