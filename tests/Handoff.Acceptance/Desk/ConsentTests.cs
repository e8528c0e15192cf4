using System.Net;
using Handoff.Acceptance.Hosting;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Links;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handoff.Acceptance.Desk;

/// <summary>Who wrote to us may say that they do not want to hear from us, by a link or through a program.</summary>
public abstract class ConsentTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostFact]
    public async Task Opening_the_link_changes_nothing_and_its_button_withdraws_once()
    {
        await using var host = await THost.StartAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        var link = ConsentLinks.Of(host, lead);

        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync(link)).Status);
        Assert.Equal(0, (await host.LeadAsync(lead)).Count("consent_withdrawn"));

        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync(link, "POST")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync(link, "POST")).Status);

        Assert.Equal(1, (await host.LeadAsync(lead)).Count("consent_withdrawn"));
        // It is for people to say what becomes of the handoff.
        Assert.Equal("offered", (await host.LeadAsync(lead)).Status);
    }

    [HostFact]
    public async Task An_altered_link_is_none_and_that_of_an_erased_lead_is_gone()
    {
        await using var host = await THost.StartAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        var link = ConsentLinks.Of(host, lead);

        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync(link + "x", "POST")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync(link.Replace("/c/", "/r/", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await host.OpenAsync($"/api/leads/{lead}", "DELETE")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync(link, "POST")).Status);
    }

    [HostFact]
    public async Task A_program_withdraws_it_and_gives_none()
    {
        await using var host = await THost.StartAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await host.WithdrawConsentAsync(lead, "yes"));
        Assert.Equal(HttpStatusCode.NoContent, await host.WithdrawConsentAsync(lead));
        Assert.Equal(HttpStatusCode.NoContent, await host.WithdrawConsentAsync(lead));
        Assert.Equal(HttpStatusCode.NotFound, await host.WithdrawConsentAsync("nobody"));

        Assert.Equal(1, (await host.LeadAsync(lead)).Count("consent_withdrawn"));
    }
}

/// <summary>The links that mails to leads carry.</summary>
internal static class ConsentLinks
{
    public static string Of(ProductHost host, string lead) =>
        new Uri(host.Services.GetRequiredService<LinkMaker>()
            .Make(LinkPurpose.Consent, PersonId.Nobody, new LeadId(lead), 0).Href).PathAndQuery;
}
