using Handoff.Browser.Tests.Browsing;
using Xunit;

namespace Handoff.Browser.Tests.Tasks;

/// <summary>Ten things that a manager does on an ordinary day, each from the mail or page where the need arises.</summary>
[Collection(nameof(TaskSite))]
public sealed class ManagerTasks(TaskSite site)
{
    private const string Act = "Take, assign or snooze";

    [BrowserFact]
    public async Task Take_a_lead_that_nobody_can_take()
    {
        await using var manager = await site.AtAsync(await site.MailAsync("nobody_eligible", "Pablo Ruiz"));
        await manager.PressAsync(Act);
        await manager.PressAsync("Take this lead");
        await manager.SeesAsync("You have taken this lead.");
    }

    [BrowserFact]
    public async Task Give_a_lead_that_nobody_accepts_to_who_is_on_shift()
    {
        await using var manager = await site.AtAsync(await site.MailAsync("breach", "Grace Hopper"));
        await manager.PressAsync(Act);
        await manager.PickAsync("on shift");
        await manager.SeesAsync("The lead is assigned to");
    }

    [BrowserFact]
    public async Task Silence_the_alerts_of_a_lead_and_hear_them_again()
    {
        await using var manager = await site.AtAsync(await site.MailAsync("nobody_eligible", "Dora Maar"));
        await manager.PressAsync(Act);
        await manager.PressAsync("Until 13:07");
        await manager.SeesAsync("Alerts about this lead are silent for you until");
        await manager.PressAsync("Hear its alerts again");
        await manager.SeesAsync("You hear the alerts about this lead again.");
    }

    [BrowserFact]
    public async Task Say_I_am_on_it()
    {
        await using var manager = await site.AtAsync(await site.MailAsync("nobody_eligible", "Juan Gris"));
        await manager.PressAsync(Act);
        await manager.PickAsync("I am on it");
        await manager.SeesAsync("You are on it: no alerts about this lead for you until");
    }

    [BrowserFact]
    public async Task Write_to_the_rep_who_is_late_and_read_what_happens_by_itself()
    {
        var mail = await site.MailAsync("breach", "Grace Hopper");
        var rep = (await site.MailAsync("offer", "Grace Hopper")).To;
        await using var manager = await site.AtAsync(mail);
        await manager.SeesAsync("If nobody acts");
        await manager.ReachesAsync($"mailto:{rep}");
    }

    [BrowserFact]
    public async Task Answer_a_contested_return()
    {
        await using var manager = await site.AtAsync(await site.MailAsync("contested", "Gordon Welchman"));
        await manager.PressAsync("Say whether it stands");
        await manager.TypeAsync("Note (optional)", "I asked the rep.");
        await manager.PressAsync("The return stands");
        await manager.SeesAsync("Thank you: the return stands.");
    }

    [BrowserFact]
    public async Task Give_a_lead_to_somebody_on_the_board_and_undo()
    {
        var accepted = await site.AcceptedAsync("George Stokes");
        await using var manager = await site.AtAsync(TaskSite.Manager, "/board?sort=newest");
        await manager.PressAsync("Assign: George Stokes");
        await manager.PickAsync("on shift");
        await manager.SeesAsync("The lead is assigned to");
        await manager.PickAsync("Undo: give it back to");
        await manager.SeesAsync("The lead is assigned to");
        Assert.Equal(accepted.To, (await site.Site.Host.LastMailAsync("assigned")).To);
    }

    [BrowserFact]
    public async Task See_only_what_is_late()
    {
        await using var manager = await site.AtAsync(TaskSite.Manager, "/board");
        await manager.SeesAsync("Emmy Noether");
        await manager.PickAsync("Late");
        await manager.SeesAsync("Mary Shelley");
        await manager.MissesAsync("Emmy Noether");
    }

    [BrowserFact]
    public async Task Note_that_a_rep_called_in_sick()
    {
        await using var manager = await site.AtAsync(TaskSite.Manager, "/team");
        await manager.PressAsync("Frank Moore");
        await manager.PressAsync("Today");
        await manager.SeesAsync("Nothing is noted yet.");
        await manager.PressAsync("Note the absence");
        await manager.SeesAsync("The absence is noted.");
    }

    [BrowserFact]
    public async Task Give_a_reps_leads_to_a_colleague_and_undo()
    {
        var accepted = await site.AcceptedAsync("Isambard Brunel");
        var (name, other) = accepted.To == "eve.stone@acme.example" ? ("Eve Stone", "Noah Price") : ("Noah Price", "Eve Stone");
        await using var manager = await site.AtAsync(TaskSite.Manager, "/team");
        await manager.PressAsync(name);
        await manager.PickAsync(other);
        await manager.SeesAsync($"given to {other}");
        await manager.PressAsync($"Undo: give them back to {name}");
        await manager.SeesAsync($"given to {name}");
    }
}
