using System.Net;
using System.Text.Json.Nodes;
using Handoff.Acceptance.Hosting;
using Handoff.Service.Processes;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>What the agreement keeps no longer is erased at night: an erasure without notice, which changes no count.</summary>
public abstract class RetentionTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Terms = "retention: { leads: 2 months, nurture: 30 days }\n";

    [HostFact]
    public async Task A_lead_is_erased_in_the_night_after_its_time_and_missed_nights_are_caught_up_in_one()
    {
        await using var endpoint = await Endpoint.StartAsync();
        await using var host = await THost.StartAsync();
        await host.ChangeFilesAsync(files => files
            .SetItem(
                "agreement.yaml",
                files["agreement.yaml"].Replace("agreement: 2026-11", "agreement: 2034-12", StringComparison.Ordinal) + Terms)
            .SetItem("channels.yaml", $"""
                channels:
                  - name: crm
                    type: webhook
                    url: {endpoint.Url}
                    secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
                    allow_private: true
                """));
        // The reconciler looks at the files once a minute; it is not waited for.
        await host.Services.GetRequiredService<FilesFollowing>().LookAsync(default);
        var warm = await host.ReceiveAsync(new { email = "warm@gmail.com", name = "Warm", form = "newsletter" });
        Assert.Equal("nurture", warm.Status);
        var won = await EndedAsync(host, "ada@analytical.example", "won");
        var open = await EndedAsync(host, "bea@second.example", "qualified");

        await host.AdvanceAsync(TimeSpan.FromDays(29), TimeSpan.FromDays(29));
        Assert.Equal(("nurture", "won"), ((await host.LeadAsync(warm.Id)).Status, (await host.LeadAsync(won)).Status));

        // Nothing looked for two nights.
        await host.AdvanceAsync(TimeSpan.FromDays(2), TimeSpan.FromDays(2));
        Assert.Equal(("erased", "won"), ((await host.LeadAsync(warm.Id)).Status, (await host.LeadAsync(won)).Status));
        Assert.Contains(
            "The agreement keeps this lead no longer", (await host.LeadAsync(warm.Id)).Events[^1].Says, StringComparison.Ordinal);

        await host.AdvanceAsync(TimeSpan.FromDays(30), TimeSpan.FromDays(30));
        var before = await FiguresAsync(host);
        await host.AdvanceAsync(TimeSpan.FromDays(2), TimeSpan.FromDays(2));
        Assert.Equal(("erased", "sales_qualified"), ((await host.LeadAsync(won)).Status, (await host.LeadAsync(open)).Status));
        Assert.Equal(before, await FiguresAsync(host));
        Assert.Contains(endpoint.Taken, sent => sent.Subject == won && sent.Type == "handoff.lead.won.v1");
        Assert.DoesNotContain(endpoint.Taken, sent => sent.Type == "handoff.lead.erased.v1");
    }

    /// <summary>The scorecard but for when it was looked at.</summary>
    private static async Task<string> FiguresAsync(ProductHost host)
    {
        var figures = JsonNode.Parse((await host.OpenAsync("/api/scorecard?period=2034-11")).Page)!.AsObject();
        figures.Remove("asOf");
        return figures.ToJsonString();
    }

    private static async Task<string> EndedAsync(ProductHost host, string email, string outcome)
    {
        var lead = (await host.ReceiveAsync(Calls.Demo(email))).Id;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        Assert.Equal(HttpStatusCode.OK, await host.TellOutcomeAsync(lead, new { outcome }));
        return lead;
    }
}
