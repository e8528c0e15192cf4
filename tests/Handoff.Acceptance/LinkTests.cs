using System.Net;
using AngleSharp.Html.Parser;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>Promise 6: a GET never acts; a link names one person, one offer, one purpose, and expires by the product's own clock.</summary>
public abstract class LinkTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostFact]
    public async Task Opening_a_link_never_acts_whoever_opens_it_and_however_often()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.AdvanceMinutesAsync(5);
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        var before = (await host.LeadAsync(id)).Events;
        var links = (await host.MailsAsync()).SelectMany(mail => mail.Links).Select(link => (link.Rel, link.Path)).ToArray();

        foreach (var (_, path) in links)
        {
            foreach (var method in new[] { "GET", "HEAD", "GET" })
                Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync(path, method)).Status);
        }

        await host.SettleAsync();
        Assert.Equal(before, (await host.LeadAsync(id)).Events);
        Assert.Superset(
            new HashSet<string> { "offer", "undo", "contacted", "manage", "absence" }, links.Select(link => link.Rel).ToHashSet());
    }

    [HostFact]
    public async Task An_altered_link_is_not_found_and_does_nothing()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var path = (await host.LastMailAsync("offer")).Offer;
        var middle = path.Length / 2;
        var altered = path[..middle] + (path[middle] == 'A' ? 'B' : 'A') + path[(middle + 1)..];

        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync(altered)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.PressAsync(altered, "accept")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.PressAsync("/m/" + path["/r/".Length..], "take")).Status);
        Assert.Equal("offered", (await host.LeadAsync(id)).Status);
    }

    [HostFact]
    public async Task A_link_expires_after_thirty_days_of_the_products_own_clock()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        var offer = (await host.LastMailAsync("offer")).Offer;
        await host.PressAsync(offer, "decline", ("reason", "spam"));

        await host.AdvanceAsync(TimeSpan.FromDays(31), TimeSpan.FromDays(1));

        Assert.Equal(HttpStatusCode.Gone, (await host.OpenAsync(offer)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await host.PressAsync(offer, "accept")).Status);
    }

    [HostFact]
    public async Task The_same_persons_same_action_again_is_fine_and_changes_nothing()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var offer = (await host.LastMailAsync("offer")).Offer;
        await host.PressAsync(offer, "accept");
        var before = (await host.LeadAsync(id)).Events;

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(offer, "accept")).Status);

        Assert.Equal(before, (await host.LeadAsync(id)).Events);
    }

    [HostFact]
    public async Task Whoever_accepted_and_lost_the_lead_reads_whose_it_is_however_they_ask()
    {
        await using var host = await THost.StartAsync();
        var (offer, other) = await AcceptedAndMovedAsync(host);

        await AssertSaysAsync(host, offer, $"Questo lead non è più tuo: è di {other} dalle 10:06.");
    }

    [HostFact]
    public async Task Whoever_declined_reads_that_they_did_whoever_has_accepted_since()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        var offer = (await host.LastMailAsync("offer")).Offer;
        await host.PressAsync(offer, "decline", ("reason", "no_capacity"));
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");

        await AssertSaysAsync(host, offer, "Avevi rifiutato questo lead");
    }

    /// <summary>The page of the link and the answer to its button say the same.</summary>
    private static async Task AssertSaysAsync(ProductHost host, string link, string says)
    {
        var (opened, pressed) = (await host.OpenAsync(link), await host.PressAsync(link, "accept"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (opened.Status, pressed.Status));
        Assert.Contains(says, Notice(opened.Page), StringComparison.Ordinal);
        Assert.Equal(Notice(opened.Page), Notice(pressed.Page));

        static string Notice(string page) => new HtmlParser().ParseDocument(page).QuerySelector(".notice")!.TextContent;
    }

    /// <summary>A rep accepts, and the manager gives the lead to a colleague; the rep's link, and the colleague's name.</summary>
    private static async Task<(string Offer, string Other)> AcceptedAndMovedAsync(ProductHost host)
    {
        await host.ReceiveAsync(Calls.Ada);
        await host.AdvanceMinutesAsync(5);
        var (offer, manage) = (await host.LastMailAsync("offer"), (await host.LastMailAsync("breach")).Manage);
        await host.PressAsync(offer.Offer, "accept");
        await host.AdvanceMinutesAsync(1);
        var isAnnas = offer.To == "anna.greco@acme.example";
        await host.PressAsync(manage, "assign", ("rep", isAnnas ? "bruno.riva@acme.example" : "anna.greco@acme.example"));
        return (offer.Offer, isAnnas ? "Bruno Riva" : "Anna Greco");
    }

    [HostFact]
    public async Task Many_who_accept_at_once_with_a_manager_who_takes_have_one_winner()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.AdvanceMinutesAsync(5);
        var (offer, manage) = ((await host.LastMailAsync("offer")).Offer, (await host.LastMailAsync("breach")).Manage);

        var presses = Enumerable.Range(0, 64).Select(_ => host.PressAsync(offer, "accept")).Append(host.PressAsync(manage, "take"));
        var statuses = (await Task.WhenAll(presses)).Select(press => press.Status).ToArray();

        Assert.All(statuses, status => Assert.Contains(status, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));
        var lead = await host.LeadAsync(id);
        Assert.Equal(("accepted", 1), (lead.Status, lead.Count("accepted")));
    }

    [HostFact]
    public async Task A_form_that_cannot_be_used_is_refused_and_shown_again()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var offer = (await host.LastMailAsync("offer")).Offer;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.PressAsync(offer, "decline")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.PressAsync(offer, "decline", ("reason", "no_such_reason"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.PressAsync(offer, "take")).Status);

        Assert.Equal("offered", (await host.LeadAsync(id)).Status);
    }
}
