using Handoff.Browser.Tests.Browsing;
using Xunit;

namespace Handoff.Browser.Tests.Tasks;

/// <summary>Ten things that a head of sales does on an ordinary day, each from the mail or page where the need arises.</summary>
[Collection(nameof(TaskSite))]
public sealed class HeadOfSalesTasks(TaskSite site)
{
    [BrowserFact]
    public async Task Go_from_the_weekly_report_to_the_figures()
    {
        await using var head = await site.AtAsync(await ReportAsync());
        await head.PressAsync("Open the scorecard");
        await head.SeesAsync("Sales owes marketing");
        await head.SeesAsync("week 48 of 2026");
    }

    [BrowserFact]
    public async Task Read_an_earlier_report()
    {
        await using var head = await site.AtAsync(await ReportAsync());
        await head.PressAsync("This report and the earlier ones");
        await head.PressAsync("All reports");
        await head.PickAsync("23 November");
        await head.SeesAsync("As it was sent");
    }

    [BrowserFact]
    public async Task Sign_the_proposed_agreement()
    {
        await using var head = await site.AtAsync(await site.Site.Host.LastMailAsync("proposal", TaskSite.Sales));
        await head.PressAsync("Read and sign it");
        await head.SeesAsync("What would change");
        await head.PressAsync($"Sign version {TaskSite.Proposed}");
        await head.SeesAsync("Thank you, you have signed.");
    }

    [BrowserFact]
    public async Task See_which_leads_stand_behind_a_promise()
    {
        await using var head = await site.AtAsync(TaskSite.Sales, "/scorecard");
        await head.PressAsync("Week");
        await head.Within("share accepted in time").PickAsync("%");
        await head.Within(null).SeesAsync("Emmy Noether");
    }

    [BrowserFact]
    public async Task See_how_a_rep_does()
    {
        await using var head = await site.AtAsync(TaskSite.Sales, "/scorecard");
        await head.PressAsync("Week");
        await head.PressInRowAsync("Rest of the world");
        await head.SeesAsync("The leads behind a number");
    }

    [BrowserFact]
    public async Task Take_the_figures_to_a_spreadsheet()
    {
        await using var head = await site.AtAsync(TaskSite.Sales, "/scorecard");
        Assert.Contains("accepted_in_time", await head.DownloadAsync("Download as CSV"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Read_what_was_written_to_a_customers_rep()
    {
        var offer = await site.OfferAsync("Lord Kelvin");
        await using var head = await site.AtAsync(TaskSite.Sales, "/board");
        await head.TypeAsync("Name, company, address or phone", "Lord Kelvin");
        await head.PressAsync("Search");
        await head.PickAsync("Lord Kelvin");
        await head.PressAsync("Show the e-mail");
        await head.SeesAsync(offer.Subject);
    }

    [BrowserFact]
    public async Task Write_down_what_was_decided()
    {
        await using var head = await site.AtAsync(TaskSite.Sales, "/board");
        await head.PressAsync("Meeting");
        await head.TypeAsync("What is decided", "Two reps on Saturdays");
        await head.TypeAsync("By when", "2026-12-18");
        await head.PressAsync("Write it down");
        await head.SeesAsync("It is written down.");
        await head.SeesAsync("Two reps on Saturdays");
    }

    [BrowserFact]
    public async Task Say_that_a_decision_is_done()
    {
        await using var head = await site.AtAsync(TaskSite.Sales, "/meeting");
        await head.PressAsync("Done: Call within the hour");
        await head.SeesAsync("done;");
    }

    [BrowserFact]
    public async Task See_whether_the_leads_are_spread_fairly()
    {
        await using var head = await site.AtAsync(TaskSite.Sales, "/board");
        await head.PressAsync("Team");
        await head.SeesAsync("Fairness in Rest of the world");
        await head.SeesAsync("the next lead goes to the smallest such");
    }

    private Task<SeenMail> ReportAsync() => site.Site.Host.LastMailAsync("report", TaskSite.Sales);
}
