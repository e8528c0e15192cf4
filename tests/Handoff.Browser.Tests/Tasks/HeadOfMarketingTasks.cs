using Handoff.Browser.Tests.Browsing;
using Xunit;

namespace Handoff.Browser.Tests.Tasks;

/// <summary>Ten things that a head of marketing does on an ordinary day, each from the mail or page where the need arises.</summary>
[Collection(nameof(TaskSite))]
public sealed class HeadOfMarketingTasks(TaskSite site)
{
    private const string Open = "Open what came back";

    [BrowserFact]
    public async Task Read_why_a_lead_came_back()
    {
        await using var head = await site.AtAsync(await ReturnedAsync());
        await head.PressAsync(Open);
        await head.PickAsync("Contact data is wrong");
        await head.MissesAsync("Hugh Alexander");
    }

    [BrowserFact]
    public async Task Correct_a_lead_and_send_it_again()
    {
        await using var head = await site.AtAsync(await ReturnedAsync());
        await head.PressAsync(Open);
        await head.Within("Alan Turing").PressAsync("Correct and send again");
        await head.TypeAsync("Phone", "+44 20 7946 0123");
        await head.PressAsync("Send it again");
        await head.Within(null).SeesAsync("The lead is sent again.");
    }

    [BrowserFact]
    public async Task Contest_a_return()
    {
        await using var head = await site.AtAsync(await ReturnedAsync());
        await head.PressAsync(Open);
        await head.Within("Hugh Alexander").PickAsync("Contest the return");
        await head.TypeAsync("Why it was wrong", "They build machines.");
        await head.PressButtonAsync("Contest the return");
        await head.Within(null).SeesAsync("The return is contested: the team's manager is asked.");
    }

    [BrowserFact]
    public async Task Keep_a_returned_lead_warm()
    {
        await using var head = await site.AtAsync(await ReturnedAsync());
        await head.PressAsync(Open);
        await head.Within("Joan Clarke").PressAsync("Keep it warm");
        await head.Within(null).SeesAsync("Marketing keeps the lead warm.");
    }

    [BrowserFact]
    public async Task Release_a_lead_that_could_not_be_read()
    {
        await using var head = await site.AtAsync(TaskSite.Marketing, "/board");
        await head.PressAsync("Came back");
        await head.PressAsync("Release");
        await head.SeesAsync("The lead goes on from now.");
    }

    [BrowserFact]
    public async Task Try_whether_a_source_works()
    {
        await using var head = await site.AtAsync(TaskSite.Marketing, "/sources");
        await head.Within("/api/leads/website").PressAsync("Send a test lead");
        await head.Within(null).SeesAsync("The test lead has arrived.");
        await head.PressAsync("Open it");
        await head.SeesAsync("What happened");
    }

    [BrowserFact]
    public async Task Give_the_agency_what_to_paste_into_its_page()
    {
        await using var head = await site.AtAsync(TaskSite.Marketing, "/board");
        await head.PressAsync("Sources");
        await head.Within("/api/leads/demo-form").PressAsync("To paste into the page");
        await head.SeesAsync("<form");
    }

    [BrowserFact]
    public async Task Ask_what_would_become_of_a_lead()
    {
        await using var head = await site.AtAsync(TaskSite.Marketing, "/agreement");
        await head.PressAsync("Try a lead on paper");
        await head.TypeAsync("E-mail", "cto@factory.example");
        await head.TypeAsync("Form", "demo");
        await head.TypeAsync("Country", "GB");
        await head.PressAsync("Try it");
        await head.SeesAsync("Goes to sales");
    }

    [BrowserFact]
    public async Task Read_what_a_proposed_agreement_would_change()
    {
        await using var head = await site.AtAsync(TaskSite.Marketing, "/board");
        await head.PressAsync("Read the proposal");
        await head.SeesAsync("What would change");
        await head.SeesAsync("+25, company of 50 people or more, was +20");
    }

    [BrowserFact]
    public async Task Take_the_leads_of_a_campaign_to_a_spreadsheet()
    {
        await using var head = await site.AtAsync(TaskSite.Marketing, "/leads");
        await head.ChooseAsync("Dimension", "campaign");
        await head.TypeAsync("Value", "autumn");
        await head.PressAsync("Filter");
        await head.SeesAsync("Alan Turing");
        Assert.Contains("autumn", await head.DownloadAsync("Download as CSV"), StringComparison.Ordinal);
    }

    private Task<SeenMail> ReturnedAsync() => site.Site.Host.LastMailAsync("returned", TaskSite.Marketing);
}
