using Handoff.Local.Tests.Hosting;
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
        await host.AdvanceAsync(TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(12));
        Assert.Equal(
            ("4711", "OPEN", "salesqualifiedlead"), (Now("hubspot_owner_id"), Now("hs_lead_status"), Now("lifecyclestage")));
        await host.TellOutcomeAsync(lead, new { outcome = "won", amount = 12000, currency = "EUR" });
        await host.AdvanceAsync(TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(12));
        Assert.Equal(("won", "customer", "OPEN_DEAL"), (Now("handoff_status"), Now("lifecyclestage"), Now("hs_lead_status")));
        Assert.Single(hubspot.Contacts);

        string? Now(string name) => hubspot.Contact.GetValueOrDefault(name);
    }
}
