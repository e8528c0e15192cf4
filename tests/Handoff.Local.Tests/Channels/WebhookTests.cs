using System.Globalization;
using System.Net;
using Handoff.Local.Tests.Hosting;
using StandardWebhooks;
using Xunit;

namespace Handoff.Local.Tests.Channels;

/// <summary>News to a webhook: a real host, a real endpoint, and only the product's clock is the test's.</summary>
public sealed class WebhookTests
{
    [Fact]
    public async Task A_leads_life_arrives_in_order_signed_as_CloudEvents_and_without_the_person()
    {
        await using var endpoint = await Endpoint.StartAsync();
        using var folder = ChannelFolder.Webhook(endpoint);
        await using var host = await folder.ServeAsync();
        var lead = await AcceptedAsync(host);
        await host.TellOutcomeAsync(lead, new { outcome = "won", amount = 12000, currency = "EUR" });
        await host.SettleAsync();

        Assert.Equal(
            ["handoff.lead.received.v1", "handoff.lead.qualified.v1", "handoff.lead.offered.v1", "handoff.lead.accepted.v1",
                "handoff.lead.contacted.v1", "handoff.lead.won.v1"],
            endpoint.Taken.Select(sent => sent.Type));
        var sequences = endpoint.Taken.Select(sent => sent.Sequence).ToList();
        Assert.Equal(sequences.Order(StringComparer.Ordinal), sequences);
        foreach (var sent in endpoint.Taken)
        {
            Assert.Equal("application/cloudevents+json", sent.Headers["content-type"]);
            Assert.Equal(("1.0", lead), (sent.Json.GetProperty("specversion").GetString(), sent.Subject));
            Assert.Equal(sent.Id, sent.Json.GetProperty("id").GetString());
            var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(sent.Headers["webhook-timestamp"], CultureInfo.InvariantCulture));
            Assert.Equal(host.Now, at);
            Assert.Equal(new StandardWebhook(ChannelFolder.Secret).Sign(sent.Id, at, sent.Body), sent.Headers["webhook-signature"]);
            foreach (var personal in new[] { "Ada", "Lovelace", "analytical", "Analytical" })
                Assert.DoesNotContain(personal, sent.Body, StringComparison.Ordinal);
        }

        (await DescribedEvents.OfAsync(host)).AssertFits(endpoint.Taken);
        var won = endpoint.Taken[^1].Json.GetProperty("data");
        Assert.Equal((12000m, "EUR", "won"), (
            won.GetProperty("amount").GetDecimal(), won.GetProperty("currency").GetString(),
            won.GetProperty("lead").GetProperty("status").GetString()));
    }

    [Fact]
    public async Task An_endpoint_that_is_dead_for_three_days_gets_every_event_once_it_lives_and_the_leads_were_not_late_for_it()
    {
        await using var endpoint = await Endpoint.StartAsync();
        endpoint.Answers(503);
        using var folder = ChannelFolder.Webhook(endpoint);
        await using var host = await folder.ServeAsync();
        List<string> leads = [];
        for (var number = 0; number < 40; number++)
            leads.Add((await host.ReceiveAsync(Calls.Demo($"person-{number}@company-{number}.example"))).Id);
        foreach (var lead in leads.Take(5))
            Assert.Equal(host.Now.AddMinutes(5), (await host.LeadAsync(lead)).Clock("accept").Due);
        await host.AdvanceAsync(TimeSpan.FromHours(72), TimeSpan.FromHours(4));
        Assert.Empty(endpoint.Taken);
        var tried = endpoint.All.Select(sent => sent.Id).ToHashSet();

        endpoint.Answers(200);
        await host.AdvanceAsync(TimeSpan.FromHours(26), TimeSpan.FromHours(2));
        Assert.Equal(endpoint.Taken.Count, endpoint.Taken.Select(sent => sent.Id).Distinct().Count());
        Assert.Superset(tried, endpoint.Taken.Select(sent => sent.Id).ToHashSet());
        foreach (var lead in leads)
        {
            var told = endpoint.Taken.Where(sent => sent.Subject == lead).ToList();
            Assert.Equal(told.Select(sent => sent.Sequence).Order(StringComparer.Ordinal), told.Select(sent => sent.Sequence));
            Assert.Equal(["handoff.lead.received.v1", "handoff.lead.qualified.v1"], told.Take(2).Select(sent => sent.Type));
            Assert.Contains(told, sent => sent.Type == "handoff.lead.breached.v1");
        }

        (await DescribedEvents.OfAsync(host)).AssertFits(endpoint.Taken);
    }

    [Fact]
    public async Task Gone_stops_the_channel_at_once_tells_the_heads_once_and_the_page_turns_it_on_again()
    {
        await using var endpoint = await Endpoint.StartAsync();
        endpoint.Answers(410);
        using var folder = ChannelFolder.Webhook(endpoint);
        await using var host = await folder.ServeAsync();
        await host.ReceiveAsync(Calls.Demo("ada@first.example"));
        Assert.Single(endpoint.All);
        await host.ReceiveAsync(Calls.Demo("bea@second.example"));
        await host.AdvanceAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(10));
        Assert.Single(endpoint.All);
        Assert.Equal(2, (await host.MailsAsync()).Count(mail => mail.Subject == "The channel crm has stopped"));

        endpoint.Answers(200);
        var reader = Reader.AtTheMachine(host);
        var page = await reader.GetAsync("/channels");
        Assert.Contains("takes nothing any more (HTTP 410)", page.Main, StringComparison.Ordinal);
        Assert.Contains("lead.received", page.Main, StringComparison.Ordinal);
        var answer = await reader.PostAsync("/channels", ("channel", "crm"), ("token", page.Token));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        await host.SettleAsync();
        Assert.Equal(2, endpoint.Taken.Select(sent => sent.Subject).Distinct().Count());
        Assert.Contains("Everything has arrived.", (await reader.GetAsync("/channels")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_429_and_slow_answers_lose_nothing_and_change_no_order()
    {
        await using var endpoint = await Endpoint.StartAsync();
        var requests = 0;
        endpoint.Answer = async http =>
        {
            var number = Interlocked.Increment(ref requests);
            if (number % 3 != 0)
                return 200;
            // A receiver that takes its time before it refuses: nothing is asserted about how long.
            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System);
            http.Response.Headers.RetryAfter = "60";
            return 429;
        };
        using var folder = ChannelFolder.Webhook(endpoint);
        await using var host = await folder.ServeAsync();
        List<string> leads = [];
        for (var number = 0; number < 30; number++)
            leads.Add((await host.ReceiveAsync(Calls.Demo($"person-{number}@company-{number}.example"))).Id);
        await host.AdvanceAsync(TimeSpan.FromHours(30), TimeSpan.FromHours(1));
        Assert.Equal(endpoint.Taken.Count, endpoint.Taken.Select(sent => sent.Id).Distinct().Count());
        foreach (var lead in leads)
        {
            var told = endpoint.Taken.Where(sent => sent.Subject == lead).Select(sent => sent.Sequence).ToList();
            Assert.True(told.Count >= 3, $"{lead} was told {told.Count} times.");
            Assert.Equal(told.Order(StringComparer.Ordinal), told);
        }
    }

    [Fact]
    public async Task Fields_go_along_where_the_channel_asks_and_an_erased_lead_is_told_without_them()
    {
        await using var endpoint = await Endpoint.StartAsync();
        using var folder = ChannelFolder.Webhook(endpoint, "    fields: [email, company]");
        await using var host = await folder.ServeAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        var contact = endpoint.Taken[0].Json.GetProperty("data").GetProperty("contact");
        Assert.Equal(
            ("ada@analytical.example", "Analytical Engines"),
            (contact.GetProperty("email").GetString(), contact.GetProperty("company").GetString()));
        Assert.False(contact.TryGetProperty("name", out _));

        using var gone = await host.Http.DeleteAsync(new Uri($"/api/leads/{lead}", UriKind.Relative));
        await host.SettleAsync();
        var erased = endpoint.Taken[^1];
        Assert.Equal(("handoff.lead.erased.v1", lead), (erased.Type, erased.Subject));
        Assert.DoesNotContain("nalytical", erased.Body, StringComparison.Ordinal);
        (await DescribedEvents.OfAsync(host)).AssertFits(endpoint.Taken);
    }

    [Fact]
    public async Task What_waited_when_a_lead_was_erased_goes_without_the_person()
    {
        await using var endpoint = await Endpoint.StartAsync();
        endpoint.Answers(503);
        using var folder = ChannelFolder.Webhook(endpoint, "    fields: [email]");
        await using var host = await folder.ServeAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        using var gone = await host.Http.DeleteAsync(new Uri($"/api/leads/{lead}", UriKind.Relative));
        endpoint.Answers(200);
        await host.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Contains(endpoint.Taken, sent => sent.Type == "handoff.lead.received.v1");
        Assert.All(endpoint.Taken, sent => Assert.DoesNotContain("analytical", sent.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_private_address_is_not_connected_to_unless_the_file_allows_it_and_a_redirect_is_not_followed()
    {
        await using var endpoint = await Endpoint.StartAsync();
        endpoint.Answer = http =>
        {
            http.Response.Headers.Location = "http://127.0.0.1:1/elsewhere";
            return Task.FromResult(307);
        };
        using var folder = new ChannelFolder($"""
            channels:
              - name: forbidden
                type: webhook
                url: {endpoint.Url.Replace("http://", "https://", StringComparison.Ordinal)}
                secret: {ChannelFolder.Secret}
              - name: redirected
                type: webhook
                url: {endpoint.Url}
                secret: {ChannelFolder.Secret}
                allow_private: true
                events: [lead.received]
            """);
        await using var host = await folder.ServeAsync();
        await host.ReceiveAsync(Calls.Ada);
        Assert.Single(endpoint.All);
        var page = (await Reader.AtTheMachine(host).GetAsync("/channels")).Main;
        Assert.Contains("It leads into a private network", page, StringComparison.Ordinal);
        Assert.Contains("HTTP 307: redirects are not followed", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_a_life_tells_is_as_the_description_says()
    {
        await using var endpoint = await Endpoint.StartAsync();
        using var folder = ChannelFolder.Webhook(endpoint);
        await using var host = await folder.ServeAsync();
        // One comes back by a rep's decline, one after a contact, one is a real opportunity and lost, one is held back and ends by itself.
        await host.ReceiveAsync(Calls.Demo("ada@first.example"));
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "decline", ("reason", "not_a_fit"));
        await host.ReceiveAsync(Calls.Demo("bea@second.example"));
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "decline", ("reason", "no_capacity"));
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        await host.PressAsync((await host.LastMailAsync("accepted")).Link("contacted"), "contacted", ("how", "called"));
        var feedback = (await host.LastMailAsync("give_feedback")).Link("feedback");
        await host.PressAsync(feedback, "feedback", ("outcome", "returned"), ("reason", "not_now"));
        var lost = await AcceptedAsync(host);
        await host.TellOutcomeAsync(lost, new { outcome = "qualified" });
        await host.TellOutcomeAsync(lost, new { outcome = "lost", reason = "price" });
        await host.ReceiveAsync(new { email = "eve@third.example", name = "Eve" });
        await host.AdvanceAsync(TimeSpan.FromDays(8), TimeSpan.FromHours(6));

        var types = endpoint.Taken.Select(sent => sent.Type).ToHashSet();
        foreach (var kind in new[] { "declined", "returned", "contacted", "feedback", "lost" })
            Assert.Contains($"handoff.lead.{kind}.v1", types);
        Assert.Contains("handoff.report.sent.v1", types);
        (await DescribedEvents.OfAsync(host)).AssertFits(endpoint.Taken);
    }

    [Fact]
    public async Task Whoever_heard_that_a_lead_is_won_hears_that_it_was_taken_back_and_nobody_else_does()
    {
        await using var endpoint = await Endpoint.StartAsync();
        await using var other = await Endpoint.StartAsync();
        using var folder = ChannelFolder.Webhook(endpoint, $"""
                events: [lead.won]
              - name: other
                type: webhook
                url: {other.Url}
                secret: {ChannelFolder.Secret}
                allow_private: true
                events: [lead.lost]
            """);
        folder.Promise("outcome:       { within: 2h,  ladder: patient }");
        await using var host = await folder.ServeAsync();
        var lead = await AcceptedAsync(host);
        await host.PressAsync((await host.LastMailAsync("accepted")).Link("contacted"), "contacted", ("how", "called"));
        await host.PressAsync((await host.LastMailAsync("give_feedback")).Link("feedback"), "feedback", ("outcome", "qualified"));
        await host.AdvanceAsync(TimeSpan.FromHours(24), TimeSpan.FromMinutes(30));
        var won = await host.PressAsync((await host.LastMailAsync("reminder")).Link("outcome"), "outcome", ("outcome", "won"));
        var undo = won.Page.LastIndexOf("/r/", StringComparison.Ordinal);
        await host.PressAsync(won.Page[undo..won.Page.IndexOf('"', undo)], "undo");
        await host.SettleAsync();

        Assert.Equal(["handoff.lead.won.v1", "handoff.lead.undone.v1"], endpoint.Taken.Select(sent => sent.Type));
        var data = endpoint.Taken[1].Json.GetProperty("data");
        var undone = Assert.Single(data.GetProperty("undone").EnumerateArray());
        Assert.Equal(
            (endpoint.Taken[0].Id, "handoff.lead.won.v1", "sales_qualified", lead),
            (undone.GetProperty("id").GetString(), undone.GetProperty("type").GetString(),
                data.GetProperty("lead").GetProperty("status").GetString(), endpoint.Taken[1].Subject));
        Assert.Empty(other.Taken);
        (await DescribedEvents.OfAsync(host)).AssertFits(endpoint.Taken);
    }

    [Fact]
    public async Task A_channel_with_a_condition_gets_the_events_of_the_leads_that_meet_it()
    {
        await using var endpoint = await Endpoint.StartAsync();
        using var folder = ChannelFolder.Webhook(endpoint, "    events: [lead.received]\n    when: { country: US }");
        await using var host = await folder.ServeAsync();
        await host.ReceiveAsync(Calls.Ada);
        var sam = (await host.ReceiveAsync(Calls.Sam)).Id;
        Assert.All(endpoint.Taken, sent => Assert.Equal(sam, sent.Subject));
        Assert.NotEmpty(endpoint.Taken);
    }

    private static async Task<string> AcceptedAsync(RunningHost host)
    {
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        return lead;
    }
}
