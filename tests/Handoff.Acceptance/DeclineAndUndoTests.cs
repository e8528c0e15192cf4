using System.Net;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>What a rep's "no" does: the reason's code decides (design section 2); and taking an acceptance back (promise 2).</summary>
public abstract class DeclineAndUndoTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostFact]
    public async Task Declined_for_the_territory_it_is_offered_to_the_next_rep()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var first = await host.LastMailAsync("offer");

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(first.Offer, "decline", ("reason", "not_my_territory"))).Status);

        var second = await host.LastMailAsync("offer");
        Assert.NotEqual(first.To, second.To);
        Assert.Equal(("offered", second.To), await StatusAndOwnerAsync(host, id));
        Assert.Equal(HttpStatusCode.Conflict, (await host.PressAsync(first.Offer, "accept")).Status);
    }

    [HostTheory]
    [InlineData("not_a_fit", "returned", null)]
    [InlineData("bad_contact_data", "returned", null)]
    [InlineData("not_now", "nurture", "marketing")]
    [InlineData("spam", "discarded", null)]
    public async Task Declined_for_what_the_lead_is_it_leaves_sales(string reason, string status, string? owner)
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;

        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "decline", ("reason", reason));

        Assert.Equal((status, owner), await StatusAndOwnerAsync(host, id));
    }

    [HostFact]
    public async Task Marketing_is_told_of_a_returned_lead_and_why_the_next_morning_and_reads_the_reps_note_on_its_page()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);

        await host.PressAsync(
            (await host.LastMailAsync("offer")).Offer, "decline", ("reason", "not_a_fit"), ("note", "They sell umbrellas."));
        await host.AdvanceMinutesAsync(24 * 60);

        var told = await host.LastMailAsync("returned", "giulia.ferri@acme.example");
        Assert.Contains("Not our kind of customer", told.Text, StringComparison.Ordinal);
        var page = await (await Reader.SignedInAsync(host, "giulia.ferri@acme.example")).GetAsync("/feedback");
        Assert.Contains("They sell umbrellas.", page.Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task An_acceptance_taken_back_within_ten_minutes_goes_to_another_rep()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var first = await host.LastMailAsync("offer");
        await host.PressAsync(first.Offer, "accept");
        await host.AdvanceMinutesAsync(3);

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync((await host.LastMailAsync("accepted")).Link("undo"), "undo")).Status);

        var lead = await host.LeadAsync(id);
        Assert.Equal("offered", lead.Status);
        Assert.NotEqual(first.To, lead.Owner);
        Assert.Equal(("running", "cancelled"), (lead.Clock("accept").State, lead.Clock("first_contact").State));
        Assert.Equal(ProductHost.Monday.AddMinutes(5), lead.Clock("accept").Due);
    }

    [HostFact]
    public async Task After_ten_minutes_an_acceptance_stands()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var rep = (await host.LastMailAsync("offer")).To;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        await host.AdvanceMinutesAsync(10);

        Assert.Equal(HttpStatusCode.Gone, (await host.PressAsync((await host.LastMailAsync("accepted")).Link("undo"), "undo")).Status);

        Assert.Equal(("accepted", rep), await StatusAndOwnerAsync(host, id));
    }

    [HostFact]
    public async Task After_the_first_contact_an_acceptance_stands()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        var accepted = await host.LastMailAsync("accepted");
        await host.PressAsync(accepted.Link("contacted"), "contacted", ("how", "called"));

        Assert.Equal(HttpStatusCode.Conflict, (await host.PressAsync(accepted.Link("undo"), "undo")).Status);

        Assert.Equal("contacted", (await host.LeadAsync(id)).Status);
    }

    [HostTheory]
    [InlineData("not_my_territory", "passa a un collega", "è passato a un collega")]
    [InlineData("not_a_fit", "torna al marketing", "è tornato al marketing")]
    [InlineData("not_now", "lo riprendiamo più avanti", "riprendiamo più avanti")]
    [InlineData("spam", "è scartato", "è stato scartato")]
    public async Task The_page_says_what_became_of_a_declined_lead_and_says_it_again(string reason, string says, string saysAgain)
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        var offer = (await host.LastMailAsync("offer")).Offer;

        var page = Calls.Read((await host.PressAsync(offer, "decline", ("reason", reason))).Page);
        var again = Calls.Read((await host.OpenAsync(offer)).Page);

        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Contains(saysAgain, again, StringComparison.Ordinal);
        Assert.DoesNotContain("ad altri", page + again, StringComparison.Ordinal);
    }

    [HostTheory]
    [InlineData("spam")]
    [InlineData("not_a_fit")]
    [InlineData("not_my_territory")]
    public async Task A_decline_is_taken_back_by_the_page_that_confirms_it_and_the_first_link_works_again(string reason)
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var first = await host.LastMailAsync("offer");
        var page = await host.PressAsync(first.Offer, "decline", ("reason", reason));
        await host.AdvanceMinutesAsync(3);

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(LastLinkOf(page.Page), "undo")).Status);

        Assert.Equal(("offered", first.To), await StatusAndOwnerAsync(host, id));
        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(first.Offer, "accept")).Status);
        Assert.Equal(("accepted", first.To), await StatusAndOwnerAsync(host, id));
    }

    [HostFact]
    public async Task Once_a_colleague_has_accepted_the_decline_stands_and_the_page_says_who_has_the_lead()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        var page = await host.PressAsync((await host.LastMailAsync("offer")).Offer, "decline", ("reason", "not_my_territory"));
        var second = await host.LastMailAsync("offer");
        await host.PressAsync(second.Offer, "accept");

        var late = await host.PressAsync(LastLinkOf(page.Page), "undo");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("ha accettato questo lead", Calls.Read(late.Page), StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_contact_and_a_feedback_are_taken_back_too()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        var contacted = (await host.LastMailAsync("accepted")).Link("contacted");
        await host.PressAsync(contacted, "contacted", ("how", "called"));

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync((await host.LastMailAsync("give_feedback")).Link("undo"), "undo")).Status);
        Assert.Equal("accepted", (await host.LeadAsync(id)).Status);

        await host.PressAsync(contacted, "contacted", ("how", "called"));
        var told = await host.PressAsync((await host.LastMailAsync("give_feedback"))
            .Link("feedback"), "feedback", ("outcome", "qualified"));
        Assert.Equal("sales_qualified", (await host.LeadAsync(id)).Status);

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(LastLinkOf(told.Page), "undo")).Status);
        Assert.Equal("contacted", (await host.LeadAsync(id)).Status);
    }

    [HostFact]
    public async Task An_offer_that_was_accepted_leads_on_and_gives_no_address_away()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        var offer = (await host.LastMailAsync("offer")).Offer;
        await host.PressAsync(offer, "accept");

        var page = (await host.OpenAsync(offer)).Page;

        Assert.Contains("Registra il primo contatto", page, StringComparison.Ordinal);
        Assert.Contains("Un errore? Annulla", page, StringComparison.Ordinal);
        Assert.DoesNotContain("mailto:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("tel:", page, StringComparison.Ordinal);
    }

    /// <summary>The last link of a page's next steps: to take back what was just told.</summary>
    private static string LastLinkOf(string page)
    {
        var start = page.LastIndexOf("/r/", StringComparison.Ordinal);
        return page[start..page.IndexOf('"', start)];
    }

    private static async Task<(string Status, string? Owner)> StatusAndOwnerAsync(ProductHost host, string id)
    {
        var lead = await host.LeadAsync(id);
        return (lead.Status, lead.Owner);
    }
}
