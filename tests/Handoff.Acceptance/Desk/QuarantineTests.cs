using System.Collections.Immutable;
using System.Net;
using Handoff.Acceptance.Hosting;
using Handoff.Leads;
using Handoff.Service.Intake;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handoff.Acceptance.Desk;

/// <summary>What marketing does with what is authentic and could not be read.</summary>
public abstract class QuarantineTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Giulia = "giulia.ferri@acme.example";

    private static async Task<string> HeldAsync(THost host, params (string Field, string Value)[] fields)
    {
        var intake = host.Services.GetRequiredService<LeadIntake>();
        var stored = Assert.IsType<IntakeAnswer.Stored>(await intake.ReceiveAsync(
            new()
            {
                Source = host.Services.GetRequiredService<ISourceCatalog>().Find("website")!,
                Fields = fields.ToImmutableDictionary(one => one.Field, one => one.Value, StringComparer.Ordinal),
                IdempotencyKey = null,
                BodyHash = [1],
                Held = QuarantineCause.NotUnderstood,
                KeepsAll = true,
            },
            default));
        // Nobody is told of what no request brought: the reconciler finds what it owes after a minute.
        await host.AdvanceAsync(TimeSpan.FromMinutes(2), step: TimeSpan.FromMinutes(2));
        return stored.Id.Value;
    }

    private static async Task<SeenPage> ActAsync(THost host, string lead, string action)
    {
        var giulia = await Reader.SignedInAsync(host, Giulia);
        var token = (await giulia.GetAsync("/feedback")).Token;
        var page = await giulia.PostAsync("/feedback", [("token", token), ("lead", lead), ("action", action)]);
        await host.SettleAsync();
        return page;
    }

    [HostFact]
    public async Task One_click_releases_what_is_held_back_and_it_is_offered_from_then()
    {
        await using var host = await THost.StartAsync();
        var lead = await HeldAsync(host, ("message", "{\"half\":"));
        Assert.Equal("quarantined", (await host.LeadAsync(lead)).Status);
        var page = await (await Reader.SignedInAsync(host, Giulia)).GetAsync("/feedback");
        Assert.Contains("half", page.Main, StringComparison.Ordinal);
        await host.AdvanceMinutesAsync(20);

        var done = await ActAsync(host, lead, "release");

        Assert.Equal((HttpStatusCode.SeeOther, "/feedback?done=release"), (done.Status, done.Location));
        Assert.Equal("offered", (await host.LeadAsync(lead)).Status);
        Assert.Equal(1, (await host.LeadAsync(lead)).Count("released"));
        Assert.Equal(1, (await host.LeadAsync(lead)).Count("qualified"));
    }

    [HostFact]
    public async Task A_release_joins_a_handoff_that_the_same_person_opened_meanwhile()
    {
        await using var host = await THost.StartAsync();
        var held = await HeldAsync(host, ("email", "ada@analytical.example"));
        var open = (await host.ReceiveAsync(Calls.Demo("ada@analytical.example"))).Id;
        Assert.Equal("offered", (await host.LeadAsync(open)).Status);

        await ActAsync(host, held, "release");

        Assert.Equal("duplicate", (await host.LeadAsync(held)).Status);
        Assert.Equal(1, (await host.LeadAsync(open)).Count("touch_added"));
    }

    [HostFact]
    public async Task One_click_discards_it_and_only_marketing_may()
    {
        await using var host = await THost.StartAsync();
        var lead = await HeldAsync(host, ("message", "x"));
        var paolo = await Reader.SignedInAsync(host, "paolo.conti@acme.example");
        var token = (await paolo.GetAsync("/feedback")).Token;
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await paolo.PostAsync("/feedback", [("token", token), ("lead", lead), ("action", "discard")])).Status);

        await ActAsync(host, lead, "discard");

        Assert.Equal("discarded", (await host.LeadAsync(lead)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync(host, lead, "release")).Status);
    }

    [HostFact]
    public async Task A_suspect_is_marketings_before_anybody_of_sales_hears_of_it()
    {
        await using var host = await THost.StartAsync();

        var lead = (await host.ReceiveAsync(Calls.Demo("bot@mailinator.com"))).Id;

        var seen = await host.LeadAsync(lead);
        Assert.Equal(("quarantined", 0), (seen.Status, seen.Count("offered")));
        var page = await (await Reader.SignedInAsync(host, Giulia)).GetAsync("/feedback");
        Assert.Contains("The address is a throw-away one.", page.Main, StringComparison.Ordinal);

        await ActAsync(host, lead, "release");

        Assert.Equal("offered", (await host.LeadAsync(lead)).Status);
    }
}
