using System.Net;
using Handoff.Acceptance.Hosting;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Links;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Handoff.Acceptance.Security;

/// <summary>
/// A link acts for the person, the lead, the offer and the purpose that are sealed in it, and only while that person has that part in that
/// lead: even links that are sealed rightly and say something wrong do nothing.
/// </summary>
public abstract class ConfusedLinkTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Anna = "anna.greco@acme.example";
    private const string Bruno = "bruno.riva@acme.example";
    private const string Dana = "dana.lee@acme.example";

    [HostFact]
    public async Task A_link_of_one_rep_does_nothing_to_a_lead_of_another()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var before = (await host.LeadAsync(id)).Events;
        var (to, stranger) = (await host.LastMailAsync("offer")).To == Anna ? (Anna, Bruno) : (Bruno, Anna);

        foreach (var (purpose, person, offer, action, with) in new (LinkPurpose, string, int, string, (string, string)[])[]
        {
            (LinkPurpose.Offer, stranger, 1, "accept", []),
            (LinkPurpose.Offer, stranger, 1, "decline", [("reason", "spam")]),
            (LinkPurpose.Offer, to, 2, "accept", []),
            (LinkPurpose.Offer, to, 0, "accept", []),
            (LinkPurpose.Undo, stranger, 1, "undo", []),
            (LinkPurpose.Contacted, stranger, 1, "contacted", [("how", "called")]),
            (LinkPurpose.Feedback, stranger, 1, "feedback", [("outcome", "qualified")]),
            (LinkPurpose.Confirm, stranger, 1, "confirm", []),
            (LinkPurpose.Outcome, stranger, 1, "outcome", [("outcome", "won")]),
            // Another team's manager, and a rep, as managers of this lead.
            (LinkPurpose.Manage, Dana, 0, "take", []),
            (LinkPurpose.Manage, to, 0, "take", []),
            (LinkPurpose.Manage, stranger, 0, "assign", [("rep", stranger)]),
            // What belongs to another purpose.
            (LinkPurpose.Offer, to, 1, "take", []),
            (LinkPurpose.Offer, to, 1, "contacted", [("how", "called")]),
            (LinkPurpose.Absence, to, 0, "accept", []),
        })
        {
            var path = Sealed(host, purpose, person, id, offer);
            var (status, page) = await host.PressAsync(path, action, with);
            Assert.False(status == HttpStatusCode.OK, $"{purpose} of {person}: {action} took effect.");
            Assert.DoesNotContain("ada@analytical.example", person == to ? "" : page, StringComparison.Ordinal);
        }

        var lead = await host.LeadAsync(id);
        Assert.Equal("offered", lead.Status);
        Assert.Equal(before, lead.Events);
    }

    [HostFact]
    public async Task A_link_of_somebody_who_is_in_no_file_any_more_is_over()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;

        var (status, page) = await host.PressAsync(Sealed(host, LinkPurpose.Offer, "gone@acme.example", id, 1), "accept");

        Assert.Equal(HttpStatusCode.Gone, status);
        Assert.DoesNotContain("ada@", page, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task Nobody_can_guess_a_link()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        var token = (await host.LastMailAsync("offer")).Offer["/r/".Length..];

        // Two links that say the same share no more than the name of the key by which they are sealed.
        var (one, other) =
            (Seal(host, LinkPurpose.Offer, Anna, "0123456789abcdef", 1), Seal(host, LinkPurpose.Offer, Anna, "0123456789abcdef", 1));
        Assert.NotEqual(one, other);
        Assert.True(one.Zip(other).Count(pair => pair.First == pair.Second) < one.Length / 2);
        foreach (var guess in new[] { "1", "0", "admin", "null", "%2e%2e", "anna.greco@acme.example", new string('A', token.Length),
            token.ToLowerInvariant(), token + "=", token + "%00" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync($"/r/{Uri.EscapeDataString(guess)}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await host.PressAsync($"/m/{Uri.EscapeDataString(guess)}", "take")).Status);
        }
    }

    private static string Sealed(ProductHost host, LinkPurpose purpose, string person, string lead, int offer) =>
        (purpose == LinkPurpose.Manage ? "/m/" : "/r/") + Seal(host, purpose, person, lead, offer);

    private static string Seal(ProductHost host, LinkPurpose purpose, string person, string lead, int offer) =>
        host.Services.GetRequiredService<ILinkProtector>().Protect(
            new(purpose, PersonId.Of(person), new LeadId(lead), offer, Instant.FromDateTimeOffset(host.Now) + Duration.FromDays(1)));
}
