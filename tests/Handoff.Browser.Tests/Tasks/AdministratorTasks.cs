using Handoff.Browser.Tests.Browsing;
using Xunit;

namespace Handoff.Browser.Tests.Tasks;

/// <summary>
/// Ten things that whoever deploys and administers does on an ordinary day at a browser, most at the machine itself. What is done in a
/// terminal has tests of its own.
/// </summary>
[Collection(nameof(TaskSite))]
public sealed class AdministratorTasks(TaskSite site)
{
    [BrowserFact]
    public async Task Try_the_product_and_read_the_mail_that_it_sends()
    {
        await using var administrator = await site.AtAsync(null, "/");
        // The form names somebody else after each message.
        var visitor = await administrator.ReadAsync("name");
        await administrator.PressAsync("Send the request");
        await administrator.SeesAsync("Received:");
        await site.Site.Host.SettleAsync();
        await administrator.PressAsync("Open the mailbox");
        await administrator.PickAsync(visitor);
        await administrator.SeesAsync("Links in it");
    }

    [BrowserFact]
    public async Task Find_what_was_sent_about_a_lead()
    {
        await site.OfferAsync("William Herschel");
        await using var administrator = await site.AtAsync(null, "/mailbox");
        await administrator.SendAsync("Search", "William Herschel");
        await administrator.SeesAsync("William Herschel");
        await administrator.MissesAsync("Weekly report");
    }

    [BrowserFact]
    public async Task See_the_mailbox_as_one_person_does()
    {
        await using var administrator = await site.AtAsync(null, "/mailbox");
        await administrator.ChooseAsync("Show as", TaskSite.Sales);
        await administrator.PickAsync("Weekly report");
        await administrator.SeesAsync($"To {TaskSite.Sales}");
    }

    [BrowserFact]
    public async Task Read_the_headers_of_a_mail()
    {
        await site.OfferAsync("Caroline Lucretia");
        await using var administrator = await site.AtAsync(null, "/mailbox");
        await administrator.PickAsync("Caroline Lucretia");
        await administrator.PressAsync("Raw");
        await administrator.SeesAsync("Content-Type: multipart/alternative");
    }

    [BrowserFact]
    public async Task See_whether_all_is_well()
    {
        await using var administrator = await site.AtAsync(null, "/");
        await administrator.PressAsync("Open the board");
        await administrator.PressAsync("Status");
        await administrator.SeesAsync("Every clock is running.");
    }

    [BrowserFact]
    public async Task See_what_other_programs_are_told()
    {
        await using var administrator = await site.AtAsync(null, "/status");
        await administrator.PressAsync("Channels: what other programs are told");
        await administrator.SeesAsync("Channels");
    }

    [BrowserFact]
    public async Task Read_how_a_program_sends_a_lead()
    {
        await using var administrator = await site.AtAsync(null, "/sources");
        await administrator.PressAsync("The API, to read and to try");
        await administrator.IsAtAsync("Handoff: the API");
        await administrator.PressAsync("Open Menu");
        await administrator.PickAsync("Takes a lead");
        await administrator.ReadsAsync("There is no such source.");
    }

    [BrowserFact]
    public async Task See_what_the_last_change_of_the_agreement_changed()
    {
        await using var administrator = await site.AtAsync(null, "/agreement");
        await administrator.ChooseAsync("Compared with", "2026-11");
        await administrator.PressAsync("Show");
        await administrator.SeesAsync("What is different");
        await administrator.SeesAsync("1 minute");
    }

    [BrowserFact]
    public async Task Find_the_lead_of_a_person_who_writes_in()
    {
        await site.OfferAsync("Mary Anning");
        await using var administrator = await site.AtAsync(null, "/status");
        await administrator.TypeAsync("Name, company, address or phone", "mary@anning.example");
        await administrator.PressAsync("Search");
        await administrator.PickAsync("Mary Anning");
        await administrator.SeesAsync("What is known");
    }

    [BrowserFact]
    public async Task Sign_in_by_the_link_in_the_mail_and_out_again()
    {
        const string Colleague = "frank.moore@acme.example";
        await new Reader(site.Site.Host, asks: site.Site.Host.Http.BaseAddress!.Authority).LinkAsync(Colleague);
        await using var colleague = await site.AtAsync(await site.Site.Host.LastMailAsync("signin", Colleague), isSignedIn: false);
        await colleague.PressAsync("Sign in");
        await colleague.PressAsync("Sign in");
        await colleague.SeesAsync("Signed in as Frank Moore");
        await colleague.PressAsync("Sign out");
        await colleague.SeesAsync("You are signed out");
    }
}
