using System.Net;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Security;

/// <summary>
/// What is sent sets what is asked for and nothing else: who a lead belongs to, what it is and how it stands is found out by the rules.
/// </summary>
public abstract class MassAssignmentTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private static readonly Dictionary<string, object> Extra = new(StringComparer.Ordinal)
    {
        ["id"] = "0123456789abcdef0123456789abcdef",
        ["leadId"] = "0123456789abcdef0123456789abcdef",
        ["status"] = "won",
        ["state"] = "won",
        ["score"] = 1_000,
        ["tier"] = "hot",
        ["owner"] = "eve.stone@acme.example",
        ["team"] = "world",
        ["source"] = "partner",
        ["email_domain"] = "ibm.example",
        ["phone_country"] = "US",
        ["touches_last_30_days"] = 50,
        ["isQualified"] = true,
        ["duplicateOf"] = "0123456789abcdef0123456789abcdef",
        ["receivedAt"] = "2020-01-01T00:00:00Z",
        ["acceptedAt"] = "2020-01-01T00:00:00Z",
        ["clocks"] = new[] { new { name = "accept", state = "met" } },
        ["events"] = new[] { new { type = "accepted" } },
        ["__proto__"] = new { owner = "eve.stone@acme.example" },
        ["$type"] = "System.IO.FileInfo",
    };

    [HostFact]
    public async Task Fields_of_a_lead_that_are_not_asked_for_set_nothing()
    {
        await using var host = await THost.StartAsync();
        var plain = await host.ReceiveAsync(Person("one"));
        var loaded = await host.ReceiveAsync(Person("two").Concat(Extra).ToDictionary(StringComparer.Ordinal));

        Assert.Equal((plain.Status, plain.Tier, plain.Score), (loaded.Status, loaded.Tier, loaded.Score));
        Assert.NotEqual((string)Extra["id"], loaded.Id);
        Assert.Null(loaded.DuplicateOf);
        var (one, other) = (await host.LeadAsync(plain.Id), await host.LeadAsync(loaded.Id));
        Assert.Equal((one.Status, one.Tier, one.Score), (other.Status, other.Tier, other.Score));
        Assert.NotEqual("eve.stone@acme.example", other.Owner);
        Assert.Equal(one.Events.Select(each => each.Type), other.Events.Select(each => each.Type));
        Assert.Equal(one.Clocks, other.Clocks);
    }

    [HostFact]
    public async Task Fields_of_a_links_form_that_are_not_asked_for_set_nothing()
    {
        await using var host = await THost.StartAsync();
        var (mine, other) = ((await host.ReceiveAsync(Calls.Ada)).Id, (await host.ReceiveAsync(Calls.Demo("bob@other.example"))).Id);
        var offer = (await host.MailsAsync()).First(mail => mail.Kind == "offer");
        var before = (await host.LeadAsync(other)).Events;

        var (status, _) = await host.PressAsync(
            offer.Offer, "accept",
            ("lead", other), ("id", other), ("offer", "2"), ("person", "eve.stone@acme.example"), ("by", "eve.stone@acme.example"),
                ("rep", "eve.stone@acme.example"),
            ("owner", "eve.stone@acme.example"), ("status", "won"), ("outcome", "qualified"), ("until", "2099-01-01"),
                ("purpose", "Manage"), ("expiresAt", "2099-01-01T00:00:00Z"));

        Assert.Equal(HttpStatusCode.OK, status);
        var lead = await host.LeadAsync(mine);
        Assert.Equal("accepted", lead.Status);
        Assert.NotEqual("eve.stone@acme.example", lead.Owner);
        Assert.Equal(before, (await host.LeadAsync(other)).Events);
    }

    [HostFact]
    public async Task Fields_of_an_outcome_and_of_an_absence_that_are_not_asked_for_set_nothing()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");

        Assert.Equal(HttpStatusCode.OK, await host.TellAbsenceAsync("carla.neri@acme.example", new
        {
            action = "away",
            until = "2034-12-28",
            id = "x",
            email = "eve.stone@acme.example",
            role = "sales",
            team = "world",
            name = "Eve",
            isAway = false,
        }));
        var outcome = new { outcome = "nonsense", status = "won", owner = "eve.stone@acme.example", score = 1_000 };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await host.TellOutcomeAsync(id, outcome));

        var people = (await host.OpenAsync("/api/people")).Page;
        Assert.Contains(
            "\"email\":\"carla.neri@acme.example\",\"name\":\"Carla Neri\",\"role\":\"rep\",\"team\":\"italy\",\"isAway\":true", people,
            StringComparison.Ordinal);
        Assert.Contains("\"name\":\"Eve Stone\"", people, StringComparison.Ordinal);
        Assert.Equal("accepted", (await host.LeadAsync(id)).Status);
    }

    private static Dictionary<string, object> Person(string name) => new(StringComparer.Ordinal)
    {
        ["email"] = $"{name}@{name}.example",
        ["name"] = name,
        ["company"] = name,
        ["country"] = "IT",
        ["form"] = "newsletter",
    };
}
