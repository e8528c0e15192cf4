using System.Collections.Immutable;
using System.Net;
using System.Text;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Service.Company;
using Handoff.Service.Running;
using Handoff.Service.Turns;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

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
    public async Task The_host_has_it_below_the_points_too_and_the_points_stay_what_they_are()
    {
        await using var site = await VendorSite.StartAsync(Source with { Set = [] });

        var (lead, _) = await site.LeadAsync((await SentAsync(site, ("giulia@acme.example", Rep)))!);

        Assert.Equal((LeadStatus.Accepted, false), (lead.Status, lead.Known.Qualifies));
        Assert.Equal(Instant.FromUtc(2026, 11, 26, 9, 30), lead.Unmet(ClockName.FirstContact)!.MeetingEnds);
    }

    [Fact]
    public async Task The_booking_and_its_acceptance_are_one_write()
    {
        await using var site = await VendorSite.StartAsync(
            services => services.AddSingleton(FirstWrites.Of(services)), Source);

        var (lead, _) = await site.LeadAsync((await SentAsync(site, ("giulia@acme.example", Rep)))!);

        Assert.Equal(LeadStatus.Accepted, lead.Status);
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
    public async Task A_meeting_that_is_moved_again_after_more_than_a_week_is_still_the_leads()
    {
        await using var site = await VendorSite.StartAsync(Source);
        var id = (await SentAsync(site, ("giulia@acme.example", Rep), ("2026-11-26T", "2026-12-15T")))!;

        var moved = await SentAsync(site, Moved(from: Old, to: "C", day: "16"));
        site.Site.Pass(Duration.FromDays(8));
        var again = await SentAsync(site, Moved(from: Invitee("C"), to: "D", day: "17"));
        var last = await SentAsync(site, Moved(from: Invitee("D"), to: "E", day: "18"));

        Assert.Equal((id, id, id), (moved, again, last));
        Assert.Equal(0, (await site.LeadAsync(id)).Lead.TouchCount);
        Assert.Equal(Instant.FromUtc(2026, 12, 18, 9, 30), await MeetingAsync(site, id));
    }

    [Fact]
    public async Task A_meeting_that_is_moved_after_the_contact_is_still_the_leads_and_is_told_once()
    {
        await using var site = await VendorSite.StartAsync(Source);
        var id = (await SentAsync(site, ("giulia@acme.example", Rep), ("2026-11-26T", "2026-12-15T")))!;
        var anna = site.Site.Services.GetRequiredService<CompanyInForce>().Staff.FindByAddress(Rep)!;
        await site.Site.Services.GetRequiredService<LeadTurns>().DecideAsync(
            new(id), new RecordContact(anna.Id, ContactWay.Called), default);

        var moved = await SentAsync(site, Moved(from: Old, to: "C", day: "16"));
        var version = (await site.LeadAsync(id)).Lead.Version;
        var resent = await SentAsync(site, Moved(from: Old, to: "C", day: "16"));
        Assert.Equal(version, (await site.LeadAsync(id)).Lead.Version);
        var again = await SentAsync(site, Moved(from: Invitee("C"), to: "D", day: "17"));

        Assert.Equal((id, id, id), (moved, resent, again));
    }

    [Fact]
    public async Task A_move_that_is_sent_again_does_not_move_the_meeting_back()
    {
        await using var site = await VendorSite.StartAsync(Source);
        var id = (await SentAsync(site, ("giulia@acme.example", Rep), ("2026-11-26T", "2026-12-15T")))!;
        await SentAsync(site, Moved(from: Old, to: "C", day: "16"));
        await SentAsync(site, Moved(from: Invitee("C"), to: "D", day: "17"));

        await SentAsync(site, Moved(from: Old, to: "C", day: "16"));

        Assert.Equal(Instant.FromUtc(2026, 12, 17, 9, 30), await MeetingAsync(site, id));
    }

    [Fact]
    public async Task The_first_contact_is_promised_from_the_meetings_end_and_moves_with_it()
    {
        await using var site = await VendorSite.StartAsync(Source);
        var id = (await SentAsync(site, ("giulia@acme.example", Rep)))!;
        Assert.Equal(Instant.FromUtc(2026, 11, 26, 9, 30), await MeetingAsync(site, id));

        await SentAsync(
            site, ("giulia@acme.example", Rep), (Old, "\"https://api.calendly.com/scheduled_events/C/invitees/C\""),
            ("\"old_invitee\": null", $"\"old_invitee\": {Old}"), ("2026-11-26T09:30", "2026-11-27T09:30"));

        Assert.Equal(Instant.FromUtc(2026, 11, 27, 9, 30), await MeetingAsync(site, id));
    }

    [Fact]
    public async Task A_cancelled_meeting_reopens_the_first_contact()
    {
        await using var site = await VendorSite.StartAsync(Source);
        var id = (await SentAsync(site, ("giulia@acme.example", Rep)))!;
        site.Site.Pass(Duration.FromMinutes(20));

        var cancelled = (await SentAsync(site, ("invitee.created", "invitee.canceled")))!;
        await site.Site.Services.GetRequiredService<StreamWork>().RunAsync(OpenedLead.StreamOf(new(cancelled)), opened: null, default);

        Assert.Null(await MeetingAsync(site, id));
        var clock = (await site.LeadAsync(id)).Lead.Unmet(ClockName.FirstContact)!;
        Assert.Equal(Given.Now + Duration.FromMinutes(20), clock.StartedAt);
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

    private static string Invitee(string name) => $"\"https://api.calendly.com/scheduled_events/{name}/invitees/{name}\"";

    private static (string, string)[] Moved(string from, string to, string day) =>
    [
        ("giulia@acme.example", Rep), (Old, Invitee(to)), ("\"old_invitee\": null", $"\"old_invitee\": {from}"),
        ("2026-11-26T", $"2026-12-{day}T"),
    ];

    private static async Task<Instant?> MeetingAsync(VendorSite site, string id) =>
        (await site.LeadAsync(id)).Lead.Unmet(ClockName.FirstContact)!.MeetingEnds;

    private static async Task<string?> SentAsync(VendorSite site, params (string What, string Instead)[] changes)
    {
        var post = VendorPost.Of(SourceFormat.Calendly);
        // A meeting two days from now.
        var text = changes.Prepend((What: "2026-11-04T", Instead: "2026-11-26T")).Aggregate(
            Encoding.UTF8.GetString(post.Body), (all, one) => all.Replace(one.What, one.Instead, StringComparison.Ordinal));
        var now = site.Site.Services.GetRequiredService<IClock>().GetCurrentInstant();
        using var response = await site.SendAsync((post with { Body = Encoding.UTF8.GetBytes(text) }).At(now.ToDateTimeOffset()));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await VendorSite.IdAsync(response);
    }
}
