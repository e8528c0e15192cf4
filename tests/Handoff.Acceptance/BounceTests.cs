using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handoff.Acceptance.Hosting;
using Handoff.People;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>What follows when SendGrid tells what became of a mail that it took.</summary>
public abstract class BounceTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Manager = "marta.villa@acme.example";
    private const string Deputy = "luca.serra@acme.example";

    [HostFact]
    public async Task An_offer_that_bounces_goes_to_the_next_rep_and_the_ledger_says_why_without_the_servers_words()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var first = await host.LastMailAsync("offer");

        var status = await host.TellOfMailAsync(first, "bounce", ("status", "5.1.1"), ("reason", $"550 5.1.1 no such mailbox {first.To}"));

        Assert.Equal(HttpStatusCode.NoContent, status);
        var lead = await host.LeadAsync(id);
        Assert.Equal("offered", lead.Status);
        Assert.NotEqual(first.To, lead.Owner);
        Assert.Equal(lead.Owner, (await host.LastMailAsync("offer")).To);
        var bounced = lead.Events.Single(one => one.Type == "message_bounced").Says;
        Assert.Contains("5.1.1", bounced, StringComparison.Ordinal);
        Assert.DoesNotContain("550", bounced, StringComparison.Ordinal);
        Assert.DoesNotContain(first.To, host.Log.Text, StringComparison.Ordinal);
        await host.LastMailAsync("delivery_failing", Manager);
    }

    [HostFact]
    public async Task What_is_told_twice_changes_nothing()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var first = await host.LastMailAsync("offer");
        await host.TellOfMailAsync(first, "delivered");
        await host.TellOfMailAsync(first, "bounce");
        var (events, mails) = ((await host.LeadAsync(id)).Events.Length, (await host.MailsAsync()).Length);

        Assert.Equal(HttpStatusCode.NoContent, await host.TellOfMailAsync(first, "bounce"));
        Assert.Equal(HttpStatusCode.NoContent, await host.TellOfMailAsync(first, "delivered"));

        Assert.Equal(events, (await host.LeadAsync(id)).Events.Length);
        Assert.Equal(mails, (await host.MailsAsync()).Length);
    }

    [HostFact]
    public async Task A_managers_alert_that_bounces_goes_to_the_deputy_whose_bounce_is_the_end_and_is_seen_in_the_health()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.AdvanceMinutesAsync(5);

        await host.TellOfMailAsync(await host.LastMailAsync("breach", Manager), "dropped", ("reason", "Bounced Address"));
        var instead = await host.LastMailAsync("breach", Deputy);
        Assert.Equal(0, await UntoldAlertsAsync(host));
        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync(instead.Manage)).Status);

        var mails = (await host.MailsAsync()).Length;
        await host.TellOfMailAsync(instead, "bounce");
        await host.TellOfMailAsync(instead, "bounce");
        // Probes ask every few seconds; what they are told is counted once a minute.
        await host.AdvanceMinutesAsync(1);
        Assert.Equal(1, await CountedUntoldAlertsAsync(host));
        Assert.Equal(mails, (await host.MailsAsync()).Length);
        Assert.Equal(2, (await host.LeadAsync(id)).Count("message_bounced"));
    }

    [HostFact]
    public async Task An_alert_mail_that_is_refused_at_once_goes_to_the_deputy()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        await host.ReceiveAsync(Calls.Demo("bea@second.example"));
        await host.AdvanceMinutesAsync(5);
        // One alert went to Marta, the other waits for the end of her window; meanwhile she leaves the files.
        await host.ChangeStaffAsync(staff => staff with { People = staff.People.Remove(PersonId.Of(Manager)) });
        var before = (await host.MailsAsync()).Count(mail => mail.To == Deputy);

        await host.AdvanceMinutesAsync(5);

        var told = (await host.MailsAsync()).Where(mail => mail.To == Deputy).Skip(before).ToList();
        Assert.Contains(told, mail => mail.Kind is "breach" or "digest");
        Assert.Contains(await LedgerTypesAsync(host), type => type == "message_bounced");
    }

    [HostFact]
    public async Task A_batch_may_hold_mails_of_others_and_kinds_that_are_not_known()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var offer = await host.LastMailAsync("offer");

        var status = await host.TellAsync(
            new() { ["event"] = "bounce" },
            new() { ["event"] = "bounce", ["handoff_message"] = "nobody-7" },
            new() { ["event"] = "open", ["handoff_message"] = offer.Id },
            new() { ["event"] = "delivered", ["handoff_message"] = offer.Id });

        Assert.Equal(HttpStatusCode.NoContent, status);
        var lead = await host.LeadAsync(id);
        Assert.Equal((offer.To, 1, 0), (lead.Owner, lead.Count("message_delivered"), lead.Count("message_bounced")));
    }

    /// <summary>The types of all events of the leads that the deputy was told of.</summary>
    private static async Task<IEnumerable<string>> LedgerTypesAsync(ProductHost host)
    {
        var types = new List<string>();
        foreach (var id in (await host.MailsAsync()).Where(mail => mail.Kind == "offer")
            .Select(mail => mail.Id[..mail.Id.LastIndexOf('-')]).Distinct())
            types.AddRange((await host.LeadAsync(id)).Events.Select(one => one.Type));
        return types;
    }

    private static async Task<int> UntoldAlertsAsync(ProductHost host) =>
        (await host.Http.GetFromJsonAsync<JsonElement>("/readyz")).GetProperty("untoldAlerts").GetInt32();

    /// <summary>The count when it is done: a probe waits half a second for it, and on a busy machine it takes longer.</summary>
    private static async Task<int> CountedUntoldAlertsAsync(ProductHost host)
    {
        var count = 0;
        for (var asked = 0; count == 0 && asked < 60; asked++)
            count = await UntoldAlertsAsync(host);
        return count;
    }
}
