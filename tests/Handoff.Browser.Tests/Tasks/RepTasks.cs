using Handoff.Browser.Tests.Browsing;
using Xunit;

namespace Handoff.Browser.Tests.Tasks;

/// <summary>Ten things that a rep does on an ordinary day, each from the mail or page where the need arises.</summary>
[Collection(nameof(TaskSite))]
public sealed class RepTasks(TaskSite site)
{
    private const string Friday = "2026-12-04";

    [BrowserFact]
    public async Task Accept_a_lead_and_have_the_number_to_call()
    {
        await using var rep = await site.AtAsync(await site.OfferAsync("Ada Byron"));
        await rep.PressAsync("Accept or decline");
        await rep.PressAsync("Accept");
        await rep.SeesAsync("You have accepted this lead.");
        await rep.ReachesAsync("tel:+442079460958");
    }

    [BrowserFact]
    public async Task Decline_a_lead_with_a_note()
    {
        await using var rep = await site.AtAsync(await site.OfferAsync("Charles Wheatstone"));
        await rep.PressAsync("Accept or decline");
        await rep.PressAsync("Decline");
        await rep.TypeAsync("Note (optional)", "Sells concertinas.");
        await rep.PressAsync("Not our kind of customer");
        await rep.SeesAsync("You have declined this lead. Thank you for saying so; it goes back to marketing.");
    }

    [BrowserFact]
    public async Task Call_before_accepting()
    {
        await using var rep = await site.AtAsync(await site.OfferAsync("Mary Somerville"));
        await rep.SeesAsync("Can you show Mary Somerville a demo?");
        await rep.ReachesAsync("tel:+442079460958");
    }

    [BrowserFact]
    public async Task Take_an_acceptance_back()
    {
        await using var rep = await site.AtAsync(await site.AcceptedAsync("Michael Faraday"));
        await rep.PickAsync("By mistake? Undo until");
        await rep.PressAsync("Undo my acceptance");
        await rep.SeesAsync("Your acceptance is undone.");
    }

    [BrowserFact]
    public async Task Record_the_first_contact_and_be_reminded_of_the_next()
    {
        await using var rep = await site.AtAsync(await site.AcceptedAsync("Humphry Davy"));
        await rep.PressAsync("Record the first contact");
        await rep.TypeAsync("Note (optional)", "Wants a lamp for miners.");
        await rep.TypeAsync("Remind me to get in touch again on", Friday);
        await rep.PressAsync("We spoke on the phone");
        await rep.SeesAsync("Your first contact is recorded.");
        await rep.SeesAsync("4 December");
    }

    [BrowserFact]
    public async Task Say_that_it_is_a_real_opportunity()
    {
        await using var rep = await site.AtAsync(await site.ContactedAsync("Rosalind Franklin"));
        await rep.PressAsync("Give feedback");
        await rep.PressAsync("Yes, a real opportunity");
        await rep.SeesAsync("Recorded as a real opportunity. Thank you.");
    }

    [BrowserFact]
    public async Task Say_that_it_goes_back_and_take_that_back()
    {
        await using var rep = await site.AtAsync(await site.ContactedAsync("Dorothy Hodgkin"));
        await rep.PressAsync("Give feedback");
        await rep.PressAsync("No, it goes back");
        await rep.PressAsync("Not our kind of customer");
        await rep.SeesAsync("the lead goes back to marketing");
        await rep.SeesAsync("A mistake? Undo until");
    }

    [BrowserFact]
    public async Task Be_reminded_when_nothing_is_known_yet()
    {
        await using var rep = await site.AtAsync(await site.ContactedAsync("Joseph Swan"));
        await rep.PressAsync("Give feedback");
        await rep.PressAsync("Not known yet: remind me");
        await rep.TypeAsync("On what day?", Friday);
        await rep.PressAsync("Remind me");
        await rep.SeesAsync("Noted: you get a reminder");
    }

    [BrowserFact]
    public async Task Say_that_Friday_is_a_holiday_and_take_that_back()
    {
        await using var rep = await site.AtAsync(await site.OfferAsync("James Prescott"));
        await rep.PressAsync("I am away");
        await rep.TypeAsync("From (empty: from now)", Friday);
        await rep.TypeAsync("Until (this day included)", Friday);
        await rep.PressAsync("I am away");
        await rep.SeesAsync("Noted: you are away from Friday 4 December.");
        await rep.PressAsync("Undo it");
        await rep.SeesAsync("Undone: that absence does not come.");
    }

    [BrowserFact]
    public async Task Accept_on_the_board_by_its_keys_and_undo()
    {
        var offer = await site.OfferAsync("Ernest Rutherford");
        await using var rep = await site.AtAsync(offer.To, "/board");
        await rep.GoToRowAsync("Ernest Rutherford");
        await rep.KeyAsync("a");
        await rep.SeesAsync("You have accepted this lead.");
        await rep.PressAsync("Undo it");
        // It has gone to a colleague.
        await rep.MissesAsync("Ernest Rutherford");
    }
}
