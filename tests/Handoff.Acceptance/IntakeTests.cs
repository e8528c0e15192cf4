using System.Net;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>One webhook that never loses a lead, knows who came back, and tells a repeated delivery from a new request.</summary>
public abstract class IntakeTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostFact]
    public async Task A_person_with_an_open_handoff_joins_it_and_the_rep_is_told()
    {
        await using var host = await THost.StartAsync();
        var first = await host.ReceiveAsync(Calls.Ada);
        await host.AdvanceMinutesAsync(1);

        var again = await host.ReceiveAsync(
            new { email = "ADA@analytical.example", name = "Ada", company = "AE", country = "IT", form = "pricing" });

        Assert.Equal((first.Id, "duplicate"), (again.DuplicateOf, again.Status));
        Assert.Equal((await host.LastMailAsync("offer")).To, (await host.LastMailAsync("came_back")).To);
        Assert.Equal(1, (await host.LeadAsync(first.Id)).Count("touch_added"));
        Assert.Equal("duplicate", (await host.LeadAsync(again.Id)).Status);
    }

    [HostFact]
    public async Task A_person_whose_handoff_has_ended_is_a_new_lead_of_the_same_rep()
    {
        await using var host = await THost.StartAsync();
        var first = await host.ReceiveAsync(Calls.Ada);
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "decline", ("reason", "no_capacity"));
        var rep = (await host.LastMailAsync("offer")).To;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        Assert.Equal(HttpStatusCode.OK, await host.TellOutcomeAsync(first.Id, new { outcome = "lost" }));
        await host.AdvanceAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(10));

        var again = await host.ReceiveAsync(
            new { email = "ada@analytical.example", name = "Ada", company = "AE", country = "IT", form = "pricing" });

        Assert.Equal(("qualified", null), (again.Status, again.DuplicateOf));
        Assert.Equal(rep, (await host.LeadAsync(again.Id)).Owner);
    }

    [HostFact]
    public async Task The_same_delivery_under_an_idempotency_key_is_one_lead_with_one_answer()
    {
        await using var host = await THost.StartAsync();

        var first = await host.ReceiveAsync(Calls.Ada, "delivery-1");
        await host.AdvanceMinutesAsync(60);
        var again = await host.ReceiveAsync(Calls.Ada, "delivery-1");

        Assert.Equal(first, again);
        Assert.Equal(0, (await host.LeadAsync(first.Id)).Count("touch_added"));
        using var other = await host.PostLeadAsync(Calls.Demo("bob@analytical.example"), "delivery-1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    [HostFact]
    public async Task The_same_body_within_ten_minutes_is_the_same_delivery_and_later_it_is_a_new_request()
    {
        await using var host = await THost.StartAsync();
        var first = await host.ReceiveAsync(Calls.Ada);

        await host.AdvanceMinutesAsync(9);
        Assert.Equal(first, await host.ReceiveAsync(Calls.Ada));

        await host.AdvanceMinutesAsync(2);
        Assert.Equal(first.Id, (await host.ReceiveAsync(Calls.Ada)).DuplicateOf);
    }

    [HostFact]
    public async Task The_same_delivery_many_times_at_once_is_one_lead()
    {
        await using var host = await THost.StartAsync();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => host.ReceiveAsync(Calls.Ada)));

        var one = Assert.Single(receipts.Distinct());
        Assert.Equal(1, (await host.LeadAsync(one.Id)).Count("offered"));
        Assert.Single(await host.MailsAsync(), mail => mail.Kind == "offer");
    }

    [HostFact]
    public async Task Different_requests_of_one_person_at_once_are_one_handoff()
    {
        await using var host = await THost.StartAsync();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => host.ReceiveAsync(
            new
            {
                email = "ada@analytical.example",
                name = "Ada",
                company = "AE",
                country = "IT",
                form = "demo",
                message = $"Request {number}"
            })));

        var first = Assert.Single(receipts, receipt => receipt.DuplicateOf is null);
        Assert.All(receipts, receipt => Assert.True(receipt == first || receipt.DuplicateOf == first.Id));
        var lead = await host.LeadAsync(first.Id);
        Assert.Equal((15, 1), (lead.Count("touch_added"), lead.Count("offered")));
    }

    [HostFact]
    public async Task Below_the_agreed_points_a_lead_stays_with_marketing()
    {
        await using var host = await THost.StartAsync();

        var lead = await host.ReceiveAsync(new { email = "reader@gmail.com", name = "Reader", country = "IT", form = "newsletter" });

        Assert.Equal(("nurture", 0), (lead.Status, lead.Score));
        Assert.Equal("marketing", (await host.LeadAsync(lead.Id)).Owner);
        Assert.Empty(await host.MailsAsync());
    }

    [HostFact]
    public async Task Who_fills_in_the_field_that_people_never_see_is_spam()
    {
        await using var host = await THost.StartAsync();

        var lead = await host.ReceiveAsync(
            new { email = "bot@spam.example", name = "Bot", company = "Spam", country = "IT", form = "demo", website_url = "x" });

        Assert.Equal("discarded", lead.Status);
        Assert.Empty(await host.MailsAsync());
    }

    [HostFact]
    public async Task A_plain_html_form_is_a_source_too()
    {
        await using var host = await THost.StartAsync();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["your-name"] = "Zoë Müller",
            ["your-email"] = "zoe@muster.example",
            ["your-company"] = "Muster & Söhne",
            ["your-tel"] = "+39 02 1234567",
        });

        using var answer = await host.PostBodyAsync(form, "demo-form");

        Assert.Equal("hot", (await host.ReceiptAsync(answer)).Tier);
        var offer = (await host.MailsAsync()).Single(mail => mail.Kind == "offer");
        Assert.Contains("Zoë Müller", offer.Text, StringComparison.Ordinal);
        Assert.Contains("Muster & Söhne", offer.Text, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_lead_that_comes_while_everybody_is_away_from_work_starts_its_clock_at_the_next_opening()
    {
        await using var host = await THost.StartAsync();
        // Sunday 2034-12-03, 10:00 in Rome; the next opening is on Monday at 09:00.
        await host.AdvanceAsync(TimeSpan.FromDays(6), TimeSpan.FromHours(12));

        var lead = await host.LeadAsync((await host.ReceiveAsync(Calls.Ada)).Id);

        Assert.Equal(new DateTimeOffset(2034, 12, 4, 8, 5, 0, TimeSpan.Zero), lead.Clock("accept").Due);
    }
}
