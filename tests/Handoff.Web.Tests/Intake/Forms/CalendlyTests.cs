using System.Collections.Immutable;
using System.Net;
using System.Text;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Service.Company;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>A booking is a lead that its host has; what becomes of the meeting is told to who has it.</summary>
public sealed class CalendlyTests
{
    private const string Rep = "anna.greco@acme.example";

    private const string Old = "\"https://api.calendly.com/scheduled_events/AAAAAAAAAAAAAAAA/invitees/BBBBBBBBBBBBBBBB\"";

    private static readonly LeadSource Source = VendorPost.Of(SourceFormat.Calendly).Source with
    {
        Set = ImmutableDictionary<string, string>.Empty.Add("form", "demo"),
    };

    [Fact]
    public async Task The_host_has_the_lead_at_once()
    {
        await using var site = await VendorSite.StartAsync(Source);

        var (lead, _) = await site.LeadAsync((await SentAsync(site, ("giulia@acme.example", Rep)))!);

        var anna = site.Site.Services.GetRequiredService<CompanyInForce>().Staff.FindByAddress(Rep)!;
        Assert.Equal((LeadStatus.Accepted, anna.Id), (lead.Status, lead.Owner.Who));
        Assert.Contains(lead.Clocks, clock => clock is { Name: ClockName.Accept, State: ClockState.Met });
    }

    [Fact]
    public async Task A_meeting_that_is_moved_stays_one_lead()
    {
        await using var site = await VendorSite.StartAsync(Source);
        var first = await SentAsync(site);

        var moved = await SentAsync(
            site, ("invitee.created", "invitee.canceled"), ("\"rescheduled\": false", "\"rescheduled\": true"));
        var second = await SentAsync(
            site, (Old, "\"https://api.calendly.com/scheduled_events/C/invitees/C\""),
            ("\"old_invitee\": null", $"\"old_invitee\": {Old}"));

        Assert.Null(moved);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Who_has_the_lead_is_told_that_the_meeting_is_cancelled()
    {
        await using var site = await VendorSite.StartAsync(Source);
        var first = await SentAsync(site, ("giulia@acme.example", Rep));

        var cancelled = await SentAsync(site, ("invitee.created", "invitee.canceled"));

        var (lead, record) = await site.LeadAsync(cancelled!);
        Assert.Equal((LeadStatus.Duplicate, first), (lead.Status, lead.DuplicateOf?.Value));
        Assert.Equal("cancelled", record.Form["meeting"]);
    }

    [Fact]
    public async Task A_cancelled_meeting_of_nobody_that_is_known_is_no_lead()
    {
        await using var site = await VendorSite.StartAsync(Source);

        Assert.Null(await SentAsync(site, ("invitee.created", "invitee.canceled")));
    }

    private static async Task<string?> SentAsync(VendorSite site, params (string What, string Instead)[] changes)
    {
        var post = VendorPost.Of(SourceFormat.Calendly);
        var text = changes.Aggregate(
            Encoding.UTF8.GetString(post.Body), (all, one) => all.Replace(one.What, one.Instead, StringComparison.Ordinal));
        using var response = await site.SendAsync((post with { Body = Encoding.UTF8.GetBytes(text) }).At(Given.Now.ToDateTimeOffset()));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await VendorSite.IdAsync(response);
    }
}
