using Handoff.Local.Tests.Hosting;
using Handoff.Service.News;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handoff.Local.Tests.Channels.Crm;

/// <summary>Leads in HubSpot: a real host, a stand-in that answers as HubSpot does, and only the product's clock is the test's.</summary>
public sealed class HubspotTests
{
    private const string Owners = """
              owners: { anna.greco@acme.example: 4711, bruno.riva@acme.example: 4711, carla.neri@acme.example: 4711 }
        """;

    [Fact]
    public async Task A_lead_is_one_contact_that_follows_it_to_its_end()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder(Owners);
        await using var host = await folder.ServeAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        Assert.Equal(
            (lead, "offered", "hot", "ada@analytical.example", "Ada", "Lovelace", "Analytical Engines", "NEW", "marketingqualifiedlead"),
            (Now("handoff_id"), Now("handoff_status"), Now("handoff_tier"), Now("email"), Now("firstname"), Now("lastname"), Now("company"),
                Now("hs_lead_status"), Now("lifecyclestage")));
        Assert.Null(Now("hubspot_owner_id"));
        // Received, qualified and offered in one turn: one write.
        Assert.Single(hubspot.Writes);

        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        // What follows within ten seconds goes with the next write, which says how the lead is then.
        Assert.Single(hubspot.Writes);
        await host.WriteAsync();
        Assert.Equal(2, hubspot.Writes.Count);
        Assert.Equal(
            ("accepted", "4711", "OPEN", "salesqualifiedlead"),
            (Now("handoff_status"), Now("hubspot_owner_id"), Now("hs_lead_status"), Now("lifecyclestage")));
        await host.TellOutcomeAsync(lead, new { outcome = "won", amount = 12000, currency = "EUR" });
        await host.WriteAsync();
        Assert.Equal(("won", "customer", "OPEN_DEAL"), (Now("handoff_status"), Now("lifecyclestage"), Now("hs_lead_status")));
        Assert.Single(hubspot.Contacts);

        string? Now(string name) => hubspot.Contact.GetValueOrDefault(name);
    }

    [Fact]
    public async Task What_colleagues_set_further_or_otherwise_stays_and_what_stands_already_is_not_written_again()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder(Owners);
        await using var host = await folder.ServeAsync();
        var lead = await host.AcceptedAsync();
        await host.WriteAsync();
        hubspot.Contact["hs_lead_status"] = "OPEN_DEAL";
        hubspot.Contact["lifecyclestage"] = "customer";
        hubspot.Contact["hubspot_owner_id"] = "4712";
        hubspot.Contact["firstname"] = "Augusta Ada";
        await host.TellOutcomeAsync(lead, new { outcome = "qualified" });
        await host.WriteAsync();
        Assert.Equal(
            ("sales_qualified", "OPEN_DEAL", "customer", "4712", "Augusta Ada"),
            (hubspot.Contact["handoff_status"], hubspot.Contact["hs_lead_status"], hubspot.Contact["lifecyclestage"],
                hubspot.Contact["hubspot_owner_id"], hubspot.Contact["firstname"]));

        var writes = hubspot.Writes.Count;
        await ReplayAsync(host);
        Assert.Equal(writes, hubspot.Writes.Count);

        hubspot.Contact["hs_lead_status"] = "a status of our own";
        await host.TellOutcomeAsync(lead, new { outcome = "lost" });
        await host.WriteAsync();
        Assert.Equal("a status of our own", hubspot.Contact["hs_lead_status"]);
    }

    [Fact]
    public async Task Who_is_a_contact_already_becomes_the_leads_and_an_earlier_lead_does_not_take_it_back()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        hubspot.Contacts["151"] = new(StringComparer.Ordinal)
        {
            ["email"] = "ada@analytical.example", ["firstname"] = "Augusta", ["hs_lead_status"] = "UNQUALIFIED",
            ["lifecyclestage"] = "lead",
        };
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var first = await host.AcceptedAsync();
        await host.WriteAsync();
        Assert.Equal(
            (first, "Augusta", "OPEN"),
            (hubspot.Contact["handoff_id"], hubspot.Contact["firstname"], hubspot.Contact["hs_lead_status"]));
        await host.TellOutcomeAsync(first, new { outcome = "lost" });
        await host.WriteAsync();
        Assert.Equal("UNQUALIFIED", hubspot.Contact["hs_lead_status"]);

        var second = (await host.ReceiveAsync(Calls.Ada, "again")).Id;
        Assert.Equal((second, "NEW"), (hubspot.Contact["handoff_id"], hubspot.Contact["hs_lead_status"]));
        await ReplayAsync(host);
        Assert.Equal((second, "offered"), (hubspot.Contact["handoff_id"], hubspot.Contact["handoff_status"]));
    }

    [Fact]
    public async Task An_owner_or_a_property_that_HubSpot_does_not_know_holds_up_no_lead_and_is_told()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        hubspot.Unknown.Add("handoff_tier");
        using var folder = hubspot.Folder(Owners.Replace("4711", "9999", StringComparison.Ordinal));
        await using var host = await folder.ServeAsync();
        await host.AcceptedAsync();
        await host.WriteAsync();
        Assert.Equal("accepted", hubspot.Contact["handoff_status"]);
        Assert.False(hubspot.Contact.ContainsKey("hubspot_owner_id"));
        var page = (await Reader.AtTheMachine(host).GetAsync("/channels")).Main;
        Assert.Contains("HubSpot does not take handoff_tier", page, StringComparison.Ordinal);
        Assert.Contains("hubspot_owner_id", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_refused_stops_the_channel_and_tells_the_heads_and_the_lead_goes_on()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        hubspot.Instead = _ => HubspotStandIn.Error(401, "EXPIRED_AUTHENTICATION", "The token used by ada@analytical.example has expired");
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var lead = await host.AcceptedAsync();
        await host.AdvanceAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(10));
        Assert.Single(hubspot.Calls);
        Assert.Equal("accepted", (await host.LeadAsync(lead)).Status);
        var told = (await host.MailsAsync()).Where(mail => mail.Subject == "The channel hubspot has stopped").ToList();
        Assert.Equal(2, told.Count);
        Assert.All(told, mail => Assert.Contains("HTTP 401 EXPIRED_AUTHENTICATION", mail.Text, StringComparison.Ordinal));
        Assert.All(told, mail => Assert.DoesNotContain("ada@", mail.Text, StringComparison.Ordinal));

        hubspot.Instead = static _ => null;
        await ReplayAsync(host, again: false);
        Assert.Equal("accepted", hubspot.Contact["handoff_status"]);
    }

    [Theory]
    [InlineData("TEN_SECONDLY_ROLLING", null, 8, 12)]
    [InlineData("TEN_SECONDLY_ROLLING", "120", 100, 30)]
    [InlineData("DAILY", null, 3_500, 200)]
    public async Task A_limit_is_waited_out_as_HubSpot_asks_and_loses_nothing(string policy, string? after, int silence, int more)
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        hubspot.Instead = _ => HubspotStandIn.Limit(policy, after);
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        await host.ReceiveAsync(Calls.Ada);
        var asked = hubspot.Calls.Count;
        hubspot.Instead = static _ => null;
        await host.AdvanceAsync(TimeSpan.FromSeconds(silence), TimeSpan.FromSeconds(silence));
        Assert.Equal((1, asked), (asked, hubspot.Calls.Count));
        await host.AdvanceAsync(TimeSpan.FromSeconds(more), TimeSpan.FromSeconds(more));
        Assert.NotEmpty(hubspot.Contact["handoff_status"]);
    }

    [Fact]
    public async Task HubSpot_may_be_away_for_days_while_handoffs_go_on_and_gets_the_last_state_of_each()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        hubspot.Instead = static _ => new(503, "<html>Service Unavailable</html>");
        using var folder = hubspot.Folder(Owners);
        await using var host = await folder.ServeAsync();
        List<string> leads = [];
        for (var number = 0; number < 12; number++)
            leads.Add(await host.AcceptedAsync($"person-{number}@company-{number}.example"));
        await host.AdvanceAsync(TimeSpan.FromHours(48), TimeSpan.FromHours(4));
        await host.TellOutcomeAsync(leads[3], new { outcome = "won" });
        await host.AdvanceAsync(TimeSpan.FromHours(20), TimeSpan.FromHours(4));
        Assert.Empty(hubspot.Contacts);
        foreach (var lead in leads)
            Assert.Equal("met", (await host.LeadAsync(lead)).Clock("accept").State);

        hubspot.Instead = static _ => null;
        await host.AdvanceAsync(TimeSpan.FromHours(26), TimeSpan.FromHours(2));
        Assert.Equal(leads.Order(), hubspot.Contacts.Values.Select(one => one["handoff_id"]).Order());
        Assert.Equal("customer", hubspot.Contacts.Values.Single(one => one["handoff_id"] == leads[3])["lifecyclestage"]);
    }

    [Fact]
    public async Task A_contact_that_somebody_deleted_is_made_again_by_a_replay()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        hubspot.Contacts.Clear();
        await ReplayAsync(host);
        Assert.Equal((lead, "offered"), (hubspot.Contact["handoff_id"], hubspot.Contact["handoff_status"]));
    }

    [Fact]
    public async Task What_went_along_with_an_attempt_whose_answer_was_lost_stands_in_the_register()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        hubspot.Changed = static (call, reply) => call.Method == "POST" ? new(502, "") : reply;
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        Assert.Equal("ada@analytical.example", hubspot.Contact["email"]);
        hubspot.Changed = static (_, reply) => reply;
        await host.WriteAsync();
        Assert.Single(hubspot.Writes);
        var told = await host.Services.GetRequiredService<DisclosureReading>().ReadAsync(new(lead), default);
        Assert.Equal("company, email, name", string.Join(", ", Assert.Single(told).Fields));
    }

    [Fact]
    public async Task What_the_person_wrote_goes_along_whatever_other_property_HubSpot_does_not_take()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        hubspot.Unknown.Add("handoff_team");
        using var folder = hubspot.Folder("    fields: [email, message]");
        await using var host = await folder.ServeAsync();
        await host.ReceiveAsync(new
        {
            email = "ada@analytical.example", company = "Analytical Engines", country = "IT", form = "demo",
            message = "Forty engines, please.",
        });
        Assert.False(hubspot.Contact.ContainsKey("handoff_team"));
        Assert.Equal("Forty engines, please.", hubspot.Contact.GetValueOrDefault("message"));
    }

    [Fact]
    public async Task What_a_rep_takes_back_is_taken_back_in_HubSpot_and_the_lead_goes_on_from_there()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        var offer = (await host.LastMailAsync("offer")).Offer;
        var declined = await host.PressAsync(offer, "decline", ("reason", "not_a_fit"));
        await host.WriteAsync();
        Assert.Equal(("returned", "UNQUALIFIED"), Now());
        await host.TakeBackAsync(declined.Page);
        await host.WriteAsync();
        Assert.Equal(("offered", "NEW"), Now());
        await host.PressAsync(offer, "accept");
        await host.WriteAsync();
        await host.TellOutcomeAsync(lead, new { outcome = "won" });
        await host.WriteAsync();
        Assert.Equal(("won", "OPEN_DEAL"), Now());

        (string Ours, string Theirs) Now() => (hubspot.Contact["handoff_status"], hubspot.Contact["hs_lead_status"]);
    }

    private static async Task ReplayAsync(RunningHost host, bool again = true)
    {
        if (again)
        {
            var replay = host.Services.GetRequiredService<ChannelReplay>();
            Assert.True(await replay.ReplayAsync(new("hubspot") { Since = NodaTime.Instant.MinValue }, default) > 0);
        }
        else
        {
            var reader = Reader.AtTheMachine(host);
            var page = await reader.GetAsync("/channels");
            await reader.PostAsync("/channels", ("channel", "hubspot"), ("token", page.Token));
        }

        await host.SettleAsync();
        await host.WriteAsync();
    }
}
