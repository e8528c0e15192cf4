using System.Net;
using Xunit;

namespace Handoff.Local.Tests.Channels.Crm;

/// <summary>What became of a lead, from a deal in HubSpot: told by id only, signed, read afterwards.</summary>
public sealed class DealTests
{
    [Fact]
    public async Task A_deal_that_is_won_is_read_and_ends_the_lead_of_its_contact()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var lead = await host.AcceptedAsync();
        var contact = hubspot.Contacts.Single().Key;
        hubspot.Deals["900"] = (Open(), [contact]);
        Assert.Equal(HttpStatusCode.NoContent, await host.TellDealsAsync("900"));
        Assert.Equal("sales_qualified", (await host.LeadAsync(lead)).Status);

        hubspot.Deals["900"] = (Closed(won: true), [contact]);
        Assert.Equal(HttpStatusCode.NoContent, await host.TellDealsAsync("900", "900"));
        Assert.Equal("won", (await host.LeadAsync(lead)).Status);
        // Told again, it changes nothing.
        await host.TellDealsAsync("900");
        Assert.Equal(1, (await host.LeadAsync(lead)).Events.Count(one => one.Says.Contains("12,000", StringComparison.Ordinal)
            || one.Says.Contains("12000", StringComparison.Ordinal)));
        // And what we write back is no deal: nothing goes in a circle.
        await host.WriteAsync();
        var calls = hubspot.Calls.Count;
        await host.AdvanceAsync(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));
        Assert.Equal(calls, hubspot.Calls.Count);
    }

    [Fact]
    public async Task A_deal_that_is_lost_before_anybody_accepted_waits_for_the_acceptance()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        hubspot.Deals["901"] = (Closed(won: false), [hubspot.Contacts.Single().Key]);
        await host.TellDealsAsync("901");
        Assert.Equal("offered", (await host.LeadAsync(lead)).Status);
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        await host.AdvanceAsync(TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(1));
        Assert.Equal("lost", (await host.LeadAsync(lead)).Status);
    }

    [Fact]
    public async Task Only_HubSpot_is_believed_and_only_now()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var body = $"[{CrmHosts.Change("900")}]";
        Assert.Equal(HttpStatusCode.NoContent, await host.TellAsync(body, late: TimeSpan.FromMinutes(4)));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.TellAsync(body, late: TimeSpan.FromMinutes(6)));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.TellAsync(body, late: TimeSpan.FromMinutes(-6)));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.TellAsync(body, secret: "another"));
        // A byte that changes no meaning: what is signed are the raw bytes.
        Assert.Equal(HttpStatusCode.Unauthorized, await host.TellAsync(body, sent: body + " "));
        Assert.Equal(HttpStatusCode.NotFound, await host.TellAsync(body, channel: "none"));
        Assert.Equal(HttpStatusCode.BadRequest, await host.TellAsync("{}"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await host.TellAsync("[" + new string(' ', 1 << 20) + "]"));
    }

    [Fact]
    public async Task Our_own_changes_and_those_of_other_objects_are_passed_over()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var ours = CrmHosts.Change("900").Replace("\"CRM_UI\"", "\"INTEGRATION\"", StringComparison.Ordinal)
            .Replace("userId:987", "1601234", StringComparison.Ordinal);
        var contact = CrmHosts.Change("151").Replace("deal.propertyChange", "contact.propertyChange", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, await host.TellAsync($"[{ours},{contact}]"));
        Assert.Empty(hubspot.Calls);
    }

    [Fact]
    public async Task A_deal_is_asked_for_until_HubSpot_answers_and_a_refused_token_keeps_it_until_there_is_another()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var lead = await host.AcceptedAsync();
        await host.WriteAsync();
        hubspot.Deals["900"] = (Closed(won: true), [hubspot.Contacts.Single().Key]);
        hubspot.Instead = static _ => new(503, "");
        Assert.Equal(HttpStatusCode.NoContent, await host.TellDealsAsync("900"));
        await host.AdvanceAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(20));
        hubspot.Instead = static _ => HubspotStandIn.Error(401, "INVALID_AUTHENTICATION", "no");
        await host.AdvanceAsync(TimeSpan.FromHours(6), TimeSpan.FromHours(1));
        Assert.Equal(2, (await host.MailsAsync()).Count(mail => mail.Subject == "The channel hubspot has stopped"));
        hubspot.Instead = static _ => null;
        Assert.NotEqual("won", (await host.LeadAsync(lead)).Status);

        var reader = Reader.AtTheMachine(host);
        await reader.PostAsync("/channels", ("channel", "hubspot"), ("token", (await reader.GetAsync("/channels")).Token));
        await host.SettleAsync();
        Assert.Equal("won", (await host.LeadAsync(lead)).Status);
    }

    [Fact]
    public async Task A_deal_whose_contact_is_joined_to_it_a_moment_later_is_asked_for_once_more_and_each_answer_is_shown()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var lead = await host.AcceptedAsync();
        var contact = hubspot.Contacts.Single().Key;
        (hubspot.Deals["900"], hubspot.Deals["901"]) = ((Closed(won: true), []), (Closed(won: true), []));
        await host.TellDealsAsync("900", "901");
        Assert.NotEqual("won", (await host.LeadAsync(lead)).Status);
        var page = (await Reader.AtTheMachine(host).GetAsync("/channels")).Main;
        Assert.Contains("No contact of the deal is a lead of ours", page, StringComparison.Ordinal);

        hubspot.Deals["900"] = (Closed(won: true), [contact]);
        await host.AdvanceAsync(TimeSpan.FromMinutes(11), TimeSpan.FromMinutes(1));

        Assert.Equal("won", (await host.LeadAsync(lead)).Status);
        // What says the same twice is believed.
        Assert.Empty(await MutatedAnswersTests.WaitingAsync(host));
        var calls = hubspot.Calls.Count(call => call.Path.EndsWith("/deals/901", StringComparison.Ordinal));
        await host.AdvanceAsync(TimeSpan.FromHours(30), TimeSpan.FromHours(3));
        Assert.Equal((2, 2), (calls, hubspot.Calls.Count(call => call.Path.EndsWith("/deals/901", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task An_amount_that_makes_no_sense_is_asked_for_once_more_and_left_out_in_words()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var lead = await host.AcceptedAsync();
        var deal = Closed(won: true);
        deal["amount"] = "12.000,00";
        hubspot.Deals["900"] = (deal, [hubspot.Contacts.Single().Key]);
        await host.TellDealsAsync("900");
        Assert.NotEqual("won", (await host.LeadAsync(lead)).Status);

        await host.AdvanceAsync(TimeSpan.FromMinutes(11), TimeSpan.FromMinutes(1));

        Assert.Equal("won", (await host.LeadAsync(lead)).Status);
        var page = (await Reader.AtTheMachine(host).GetAsync("/channels")).Main;
        Assert.Contains("What the deal says in amount cannot be", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", "tru")]
    [InlineData("tru", "true")]
    [InlineData("false", "true")]
    [InlineData("", "false")]
    [InlineData("true", "")]
    public async Task A_deal_of_which_it_is_not_clear_whether_it_is_won_ends_nothing_and_is_asked_for_again(string closed, string won)
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var lead = await host.AcceptedAsync();
        var contact = hubspot.Contacts.Single().Key;
        var deal = Closed(won: true);
        (deal["hs_is_closed"], deal["hs_is_closed_won"]) = (closed, won);
        hubspot.Deals["900"] = (deal, [contact]);
        await host.TellDealsAsync("900");
        await host.AdvanceAsync(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(5));
        Assert.Equal("accepted", (await host.LeadAsync(lead)).Status);

        hubspot.Deals["900"] = (Closed(won: true), [contact]);
        await host.AdvanceAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(10));

        Assert.Equal("won", (await host.LeadAsync(lead)).Status);
    }

    [Fact]
    public async Task A_deal_that_waits_for_a_channel_that_is_no_CRM_any_more_is_let_go()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        await host.AcceptedAsync();
        await host.WriteAsync();
        hubspot.Deals["900"] = (Open(), [hubspot.Contacts.Single().Key]);
        hubspot.Instead = static _ => new(503, "");
        Assert.Equal(HttpStatusCode.NoContent, await host.TellDealsAsync("900"));
        Assert.Single(await MutatedAnswersTests.WaitingAsync(host));
        await host.ChangeFilesAsync(files => files.SetItem("channels.yaml", $"""
            channels:
              - name: hubspot
                type: webhook
                url: {hubspot.Url}
                secret: {ChannelFolder.Secret}
                allow_private: true
            """));
        await host.AdvanceAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(10));
        Assert.Empty(await MutatedAnswersTests.WaitingAsync(host));
    }

    internal static Dictionary<string, string> Open() => new(StringComparer.Ordinal)
    {
        ["hs_is_closed"] = "false", ["hs_is_closed_won"] = "false", ["amount"] = "12000", ["deal_currency_code"] = "EUR",
    };

    internal static Dictionary<string, string> Closed(bool won) => new(Open(), StringComparer.Ordinal)
    {
        ["hs_is_closed"] = "true", ["hs_is_closed_won"] = won ? "true" : "false", ["closed_lost_reason"] = "Too dear",
    };
}
