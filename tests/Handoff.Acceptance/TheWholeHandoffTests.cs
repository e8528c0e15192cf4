using System.Net;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>One lead from the request to the order, as design section 4 draws it.</summary>
public abstract class TheWholeHandoffTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostFact]
    public async Task A_lead_is_offered_at_once_and_the_rep_is_told_who_it_is_and_by_when()
    {
        await using var host = await THost.StartAsync();

        var lead = await host.ReceiveAsync(Calls.Ada);

        Assert.Equal(("qualified", "hot", 70), (lead.Status, lead.Tier, lead.Score));
        var offer = await host.LastMailAsync("offer");
        Assert.Contains(offer.To, new[] { "anna.greco@acme.example", "bruno.riva@acme.example" });
        Assert.Contains("Ada Lovelace", offer.Text, StringComparison.Ordinal);
        Assert.Contains("10:05", offer.Text, StringComparison.Ordinal);
        Assert.NotEmpty(offer.Offer);
        Assert.Equal(("offered", offer.To), await StatusAndOwnerAsync(host, lead.Id));
    }

    [HostFact]
    public async Task An_unanswered_offer_climbs_its_ladder_and_goes_to_somebody_else()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        var first = await host.LastMailAsync("offer");

        await host.AdvanceMinutesAsync(2.5);
        Assert.Equal(first.To, (await host.LastMailAsync("reminder")).To);

        await host.AdvanceMinutesAsync(2.5);
        var breach = await host.LastMailAsync("breach");
        Assert.Equal("marta.villa@acme.example", breach.To);
        Assert.NotEmpty(breach.Manage);

        await host.AdvanceMinutesAsync(2.5);
        var second = await host.LastMailAsync("offer");
        Assert.NotEqual(first.To, second.To);
        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync(first.Offer)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await host.PressAsync(first.Offer, "accept")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(second.Offer, "accept")).Status);
    }

    [HostFact]
    public async Task A_message_on_a_machine_is_no_first_contact_and_the_same_link_records_the_next_attempt()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        var link = (await host.LastMailAsync("accepted")).Link("contacted");

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(link, "contacted", ("how", "voicemail"))).Status);
        var lead = await host.LeadAsync(id);
        Assert.Equal(("accepted", "running"), (lead.Status, lead.Clock("first_contact").State));
        Assert.Contains(lead.Events, happened => happened.Type == "contact_attempted");

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(link, "contacted", ("how", "called"))).Status);
        lead = await host.LeadAsync(id);
        Assert.Equal(("contacted", "met"), (lead.Status, lead.Clock("first_contact").State));
    }

    [HostFact]
    public async Task An_accepted_lead_is_contacted_judged_and_won_and_the_ledger_tells_it_all()
    {
        await using var host = await THost.StartAsync();
        var (id, rep) = ((await host.ReceiveAsync(Calls.Ada)).Id, (await host.LastMailAsync("offer")).To);

        await host.AdvanceMinutesAsync(1);
        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept")).Status);
        Assert.Equal(("accepted", rep), await StatusAndOwnerAsync(host, id));
        var accepted = await host.LastMailAsync("accepted", rep);
        Assert.NotEmpty(accepted.Link("undo"));

        await host.AdvanceMinutesAsync(10);
        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(accepted.Link("contacted"), "contacted", ("how", "called"))).Status);
        Assert.Equal(("contacted", rep), await StatusAndOwnerAsync(host, id));

        var feedback = await host.LastMailAsync("give_feedback", rep);
        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(feedback.Link("feedback"), "feedback", ("outcome", "qualified"))).Status);
        Assert.Equal("sales_qualified", (await host.LeadAsync(id)).Status);

        Assert.Equal(HttpStatusCode.OK, await host.TellOutcomeAsync(id, new { outcome = "won", amount = 12_000, currency = "EUR" }));
        var lead = await host.LeadAsync(id);
        Assert.Equal("won", lead.Status);
        Assert.Equal(["accept: met", "first_contact: met", "feedback: met"], lead.Clocks.Select(clock => $"{clock.Name}: {clock.State}"));
        Assert.Equal(["5m", "30m", "5d"], lead.Clocks.Select(clock => clock.Within));
        Assert.Equal(ProductHost.Monday.AddMinutes(5), lead.Clock("accept").Due);
        Assert.All(lead.Events, happened => Assert.Matches("[a-z].*\\.$", happened.Says));
        Assert.Equal(lead.Events.Select(happened => happened.At).Order(), lead.Events.Select(happened => happened.At));
    }

    [HostFact]
    public async Task A_promise_kept_late_stays_breached_and_every_rung_is_in_the_ledger_once()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;

        await host.AdvanceMinutesAsync(8);
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");

        var lead = await host.LeadAsync(id);
        Assert.Equal("breached", lead.Clock("accept").State);
        Assert.Equal((3, 1, 1), (lead.Count("rung_passed"), lead.Count("clock_breached"), lead.Count("accepted")));
    }

    [HostFact]
    public async Task An_outcome_before_anybody_has_accepted_is_refused()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;

        Assert.Equal(HttpStatusCode.Conflict, await host.TellOutcomeAsync(id, new { outcome = "won" }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await host.TellOutcomeAsync(id, new { outcome = "married" }));

        Assert.Equal("offered", (await host.LeadAsync(id)).Status);
    }

    [HostFact]
    public async Task Feedback_that_it_is_no_customer_returns_the_lead_to_marketing()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        await host.PressAsync((await host.LastMailAsync("accepted")).Link("contacted"), "contacted", ("how", "meeting"));

        var feedback = (await host.LastMailAsync("give_feedback")).Link("feedback");
        Assert.Equal(
            HttpStatusCode.OK, (await host.PressAsync(feedback, "feedback", ("outcome", "returned"), ("reason", "not_a_fit"))).Status);

        Assert.Equal("returned", (await host.LeadAsync(id)).Status);
        await host.AdvanceMinutesAsync(24 * 60);
        Assert.Equal("giulia.ferri@acme.example", (await host.LastMailAsync("returned")).To);
    }

    private static async Task<(string Status, string? Owner)> StatusAndOwnerAsync(ProductHost host, string id)
    {
        var lead = await host.LeadAsync(id);
        return (lead.Status, lead.Owner);
    }
}
