using System.Net;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>Promise 7: erasing a lead erases it everywhere and leaves the counts true.</summary>
public abstract class ErasureTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Address = "ada.lovelace@analytical.example";

    [HostFact]
    public async Task An_erased_lead_is_gone_from_the_mailbox_and_its_links_say_so_while_its_counts_stay()
    {
        await using var host = await THost.StartAsync();
        var lead = await host.ReceiveAsync(Calls.Demo(Address));
        await host.AdvanceMinutesAsync(5);
        var (offer, manage) = ((await host.LastMailAsync("offer")).Offer, (await host.LastMailAsync("breach")).Manage);
        var before = await host.LeadAsync(lead.Id);

        Assert.Equal(HttpStatusCode.NoContent, (await host.OpenAsync($"/api/leads/{lead.Id}", "DELETE")).Status);
        await host.SettleAsync();

        Assert.Empty(await host.MailsAsync());
        var after = await host.LeadAsync(lead.Id);
        Assert.Equal(("erased", "hot", 70), (after.Status, after.Tier, after.Score));
        Assert.Equal(before.Events, after.Events.Take(before.Events.Length));
        foreach (var link in new[] { offer, manage })
        {
            var (status, page) = await host.OpenAsync(link);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains("I dati di questo lead sono stati cancellati.", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Conflict, (await host.PressAsync(offer, "accept")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await host.OpenAsync($"/api/leads/{lead.Id}", "DELETE")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync("/api/leads/0123456789abcdef", "DELETE")).Status);
    }

    [HostFact]
    public async Task A_head_reads_what_erasing_does_and_erases_the_lead_from_its_page()
    {
        await using var host = await THost.StartAsync();
        var lead = (await host.ReceiveAsync(Calls.Demo(Address))).Id;
        var head = await Reader.SignedInAsync(host, "paolo.conti@acme.example");
        var path = (await head.GetAsync($"/leads/{lead}")).Document.QuerySelector("a[href$='/erase']")!.GetAttribute("href")!;

        var asked = await head.GetAsync(path);
        Assert.Contains("This cannot be undone.", asked.Main, StringComparison.Ordinal);
        Assert.Contains("nobody works on it any more", asked.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.PostAsync(path)).Status);
        Assert.Equal("offered", (await host.LeadAsync(lead)).Status);
        Assert.Equal($"/leads/{lead}", (await head.PostAsync(path, ("token", asked.Token))).Location);
        await host.SettleAsync();

        var after = await head.GetAsync($"/leads/{lead}");
        Assert.Contains("personal data of this lead is destroyed", after.Main, StringComparison.Ordinal);
        Assert.Null(after.Document.QuerySelector("a[href$='/erase']"));
        Assert.Equal(("erased", 0), ((await host.LeadAsync(lead)).Status, (await host.MailsAsync()).Count(mail => mail.Kind == "offer")));
        Assert.Contains("\"act\":\"erase lead\"", (await host.OpenAsync("/api/audit")).Page, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task Who_answers_for_a_team_and_who_has_the_lead_do_not_erase_it()
    {
        await using var host = await THost.StartAsync();
        var lead = (await host.ReceiveAsync(Calls.Demo(Address))).Id;
        foreach (var address in new[] { "marta.villa@acme.example", (await host.LeadAsync(lead)).Owner! })
        {
            var reader = await Reader.SignedInAsync(host, address);
            var page = await reader.GetAsync($"/leads/{lead}");

            Assert.Null(page.Document.QuerySelector("a[href$='/erase']"));
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/leads/{lead}/erase")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsync($"/leads/{lead}/erase", ("token", page.Token))).Status);
        }

        Assert.Equal("offered", (await host.LeadAsync(lead)).Status);
    }

    [HostFact]
    public async Task After_an_erasure_nothing_more_is_sent_and_the_person_is_a_stranger()
    {
        await using var host = await THost.StartAsync();
        var lead = await host.ReceiveAsync(Calls.Demo(Address));
        await host.OpenAsync($"/api/leads/{lead.Id}", "DELETE");

        await host.AdvanceMinutesAsync(30);
        Assert.Empty(await host.MailsAsync());

        var again = await host.ReceiveAsync(Calls.Demo(Address));
        Assert.Equal(("qualified", null), (again.Status, again.DuplicateOf));
        Assert.NotEqual(lead.Id, again.Id);
    }
}
