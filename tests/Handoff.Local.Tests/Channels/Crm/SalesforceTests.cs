using Handoff.Local.Tests.Hosting;
using Xunit;

namespace Handoff.Local.Tests.Channels.Crm;

/// <summary>Leads in Salesforce: a real host, a stand-in that answers as Salesforce does, and the test's own clock.</summary>
public sealed class SalesforceTests
{
    private const string Owner = "005000000000001AAA";

    private const string Owners =
        $"      owners: {{ anna.greco@acme.example: {Owner}, bruno.riva@acme.example: {Owner}, carla.neri@acme.example: {Owner} }}";

    [Fact]
    public async Task A_lead_is_one_Lead_by_our_id_that_follows_it()
    {
        await using var salesforce = await SalesforceStandIn.StartedAsync();
        using var folder = salesforce.Folder(Owners);
        await using var host = await folder.ServeAsync();
        var lead = await host.AcceptedAsync();
        Assert.Single(salesforce.Writes);
        await host.WriteAsync();
        Assert.Equal(2, salesforce.Writes.Count);
        Assert.Equal(
            (lead, "accepted", "hot", "Ada", "Lovelace", "Analytical Engines", "ada@analytical.example", Owner, "Open - Not Contacted"),
            (Now("Handoff_Id__c"), Now("Handoff_Status__c"), Now("Handoff_Tier__c"), Now("FirstName"), Now("LastName"), Now("Company"),
                Now("Email"), Now("OwnerId"), Now("Status")));
        Assert.Equal(("FALSE", "allowSave=true"), (
            salesforce.Headers["Sforce-Auto-Assign"], salesforce.Headers["Sforce-Duplicate-Rule-Header"]));
        Assert.Equal(1, salesforce.Tokens);
        Assert.DoesNotContain(salesforce.Calls, call => call.Path.Contains('@', StringComparison.Ordinal));

        await host.TellOutcomeAsync(lead, new { outcome = "qualified" });
        await host.WriteAsync();
        Assert.Equal(("sales_qualified", "Working - Contacted"), (Now("Handoff_Status__c"), Now("Status")));

        string Now(string name) => salesforce.Lead[name]!.ToString();
    }

    [Fact]
    public async Task A_token_that_has_ended_is_renewed_once_and_one_that_is_never_taken_stops_the_channel()
    {
        await using var salesforce = await SalesforceStandIn.StartedAsync();
        using var folder = salesforce.Folder();
        await using var host = await folder.ServeAsync();
        await host.ReceiveAsync(Calls.Demo("ada@first.example"));
        salesforce.EndToken();
        await host.ReceiveAsync(Calls.Demo("bea@second.example"));
        Assert.Equal(2, salesforce.Leads.Count);

        salesforce.Instead = static call => call.Path.Contains("/sobjects/", StringComparison.Ordinal)
            ? SalesforceStandIn.Error(401, "INVALID_SESSION_ID", "Session expired or invalid") : null;
        await host.ReceiveAsync(Calls.Demo("cleo@third.example"));
        Assert.Equal(2, await StoppedAsync(host));
        var asked = salesforce.Calls.Count;
        await host.ReceiveAsync(Calls.Demo("dora@fourth.example"));
        Assert.Equal(asked, salesforce.Calls.Count);
    }

    [Fact]
    public async Task A_connected_app_that_is_not_let_in_stops_the_channel()
    {
        await using var salesforce = await SalesforceStandIn.StartedAsync();
        salesforce.Instead = static call => call.Path.EndsWith("/token", StringComparison.Ordinal)
            ? new(400, """{"error":"invalid_grant","error_description":"no client credentials user enabled"}""") : null;
        using var folder = salesforce.Folder();
        await using var host = await folder.ServeAsync();
        var lead = await host.AcceptedAsync();
        Assert.Equal(2, await StoppedAsync(host));
        Assert.Equal("accepted", (await host.LeadAsync(lead)).Status);
    }

    [Fact]
    public async Task The_days_quota_is_waited_out_for_an_hour()
    {
        await using var salesforce = await SalesforceStandIn.StartedAsync();
        salesforce.Instead = static call => call.Method == "PATCH"
            ? SalesforceStandIn.Error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.") : null;
        using var folder = salesforce.Folder();
        await using var host = await folder.ServeAsync();
        await host.ReceiveAsync(Calls.Ada);
        salesforce.Instead = static _ => null;
        await host.AdvanceAsync(TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(59));
        Assert.Empty(salesforce.Leads);
        await host.AdvanceAsync(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2));
        Assert.Single(salesforce.Leads);
    }

    [Fact]
    public async Task A_field_or_an_owner_that_is_not_there_is_left_out_and_told()
    {
        await using var salesforce = await SalesforceStandIn.StartedAsync();
        salesforce.Unknown.Add("Handoff_Team__c");
        using var folder = salesforce.Folder(Owners.Replace("005", "00G", StringComparison.Ordinal));
        await using var host = await folder.ServeAsync();
        await host.AcceptedAsync();
        await host.WriteAsync();
        Assert.Equal("accepted", salesforce.Lead["Handoff_Status__c"]!.ToString());
        Assert.Null(salesforce.Lead["OwnerId"]);
        var page = (await Reader.AtTheMachine(host).GetAsync("/channels")).Main;
        Assert.Contains("Salesforce does not take Handoff_Team__c", page, StringComparison.Ordinal);
        Assert.Contains("OwnerId", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_converted_Lead_is_left_as_it_is_and_the_channel_goes_on()
    {
        await using var salesforce = await SalesforceStandIn.StartedAsync();
        using var folder = salesforce.Folder();
        await using var host = await folder.ServeAsync();
        var lead = await host.AcceptedAsync();
        await host.WriteAsync();
        salesforce.Lead["IsConverted"] = true;
        var writes = salesforce.Writes.Count;
        await host.TellOutcomeAsync(lead, new { outcome = "won" });
        await host.WriteAsync();
        Assert.Equal(writes, salesforce.Writes.Count);
        Assert.Contains("The Lead is converted", (await Reader.AtTheMachine(host).GetAsync("/channels")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_rep_takes_back_is_taken_back_there_but_not_what_a_colleague_set()
    {
        await using var salesforce = await SalesforceStandIn.StartedAsync();
        using var folder = salesforce.Folder();
        await using var host = await folder.ServeAsync();
        await host.ReceiveAsync(Calls.Ada);
        var offer = (await host.LastMailAsync("offer")).Offer;
        var declined = await host.PressAsync(offer, "decline", ("reason", "not_a_fit"));
        await host.WriteAsync();
        Assert.Equal(("returned", "Closed - Not Converted"), Now());
        await host.TakeBackAsync(declined.Page);
        await host.WriteAsync();
        Assert.Equal(("offered", "Open - Not Contacted"), Now());

        salesforce.Lead["Status"] = "Working - Contacted";
        await host.PressAsync(offer, "accept");
        await host.WriteAsync();
        Assert.Equal(("accepted", "Working - Contacted"), Now());

        (string Ours, string Theirs) Now() => (salesforce.Lead["Handoff_Status__c"]!.ToString(), salesforce.Lead["Status"]!.ToString());
    }

    [Theory]
    [InlineData("delete", 0)]
    [InlineData("keep", 1)]
    public async Task Erasing_a_lead_deletes_the_Lead_and_the_contact_that_it_became(string onErase, int left)
    {
        await using var salesforce = await SalesforceStandIn.StartedAsync();
        using var folder = salesforce.Folder($"      on_erase: {onErase}");
        await using var host = await folder.ServeAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        if (left == 0)
            salesforce.Lead["ConvertedContactId"] = "003000000000001";
        salesforce.Contacts.Add("003000000000001");
        using var gone = await host.Http.DeleteAsync(new Uri($"/api/leads/{lead}", UriKind.Relative));
        await host.WriteAsync();
        Assert.Equal((left, left), (salesforce.Leads.Count, salesforce.Contacts.Count));
        if (left > 0)
            Assert.Equal("erased", salesforce.Lead["Handoff_Status__c"]!.ToString());
    }

    private static async Task<int> StoppedAsync(RunningHost host) =>
        (await host.MailsAsync()).Count(mail => mail.Subject == "The channel salesforce has stopped");
}
