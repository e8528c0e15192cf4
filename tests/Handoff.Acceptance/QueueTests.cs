using System.Net;
using Handoff.Acceptance.Hosting;
using Handoff.People;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>
/// A lead in the manager's queue is offered as soon as somebody can take it; and who may act on it is judged when they act.
/// </summary>
public abstract class QueueTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Anna = "anna.greco@acme.example";
    private const string Marta = "marta.villa@acme.example";

    [HostFact]
    public async Task An_absence_that_is_taken_back_offers_what_waits()
    {
        await using var host = await THost.StartAsync();
        await OnlyAsync(host, Anna, capacity: null);
        await host.TellAbsenceAsync(Anna, new { action = "away", until = "2034-12-01" });
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        Assert.Equal(("qualified", Marta), ((await host.LeadAsync(id)).Status, (await host.LeadAsync(id)).Owner));

        await host.TellAbsenceAsync(Anna, new { action = "back" });

        Assert.Equal(("offered", Anna), ((await host.LeadAsync(id)).Status, (await host.LeadAsync(id)).Owner));
    }

    [HostFact]
    public async Task An_absence_that_ends_offers_what_waits()
    {
        await using var host = await THost.StartAsync();
        await OnlyAsync(host, Anna, capacity: null);
        await host.TellAbsenceAsync(Anna, new { action = "away", until = "2034-11-27T11:00" });
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        Assert.Equal("qualified", (await host.LeadAsync(id)).Status);

        await host.AdvanceAsync(TimeSpan.FromMinutes(61), step: TimeSpan.FromMinutes(5));

        Assert.Equal(Anna, (await host.LeadAsync(id)).Owner);
    }

    [HostFact]
    public async Task Capacity_that_becomes_free_offers_the_lead_that_has_waited_longest()
    {
        await using var host = await THost.StartAsync();
        await OnlyAsync(host, Anna, capacity: 1);
        var first = (await host.ReceiveAsync(Calls.Ada)).Id;
        var offer = await host.LastMailAsync("offer", Anna);
        var second = (await host.ReceiveAsync(Calls.Demo("bea@second.example"))).Id;
        var third = (await host.ReceiveAsync(Calls.Demo("cleo@third.example"))).Id;
        Assert.Equal("qualified", (await host.LeadAsync(second)).Status);

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(offer.Offer, "decline", ("reason", "not_a_fit"))).Status);

        Assert.Equal("returned", (await host.LeadAsync(first)).Status);
        var owners = new[] { (await host.LeadAsync(second)).Owner, (await host.LeadAsync(third)).Owner };
        Assert.Single(owners, owner => owner == Anna);
        Assert.Single(owners, owner => owner == Marta);
    }

    [HostFact]
    public async Task A_quota_that_is_reached_keeps_a_lead_in_the_queue_until_the_next_day()
    {
        await using var host = await THost.StartAsync();
        await OnlyAsync(host, Anna, capacity: null, perDay: 1);
        await host.ReceiveAsync(Calls.Ada);
        var second = (await host.ReceiveAsync(Calls.Demo("bea@second.example"))).Id;
        Assert.Equal(("qualified", Marta), ((await host.LeadAsync(second)).Status, (await host.LeadAsync(second)).Owner));
        var (_, page) = await host.OpenAsync((await host.LastMailAsync("nobody_eligible", Marta)).Manage);
        Assert.Contains("1 su 1 oggi", page, StringComparison.Ordinal);

        await host.AdvanceAsync(TimeSpan.FromHours(24), step: TimeSpan.FromMinutes(30));

        Assert.Equal(Anna, (await host.LeadAsync(second)).Owner);
    }

    [HostFact]
    public async Task A_lead_that_the_manager_took_is_not_offered_when_capacity_becomes_free()
    {
        await using var host = await THost.StartAsync();
        await OnlyAsync(host, Anna, capacity: 1);
        await host.ReceiveAsync(Calls.Ada);
        var offer = await host.LastMailAsync("offer", Anna);
        var second = (await host.ReceiveAsync(Calls.Demo("bea@second.example"))).Id;
        await host.PressAsync((await host.LastMailAsync("nobody_eligible", Marta)).Manage, "take");

        await host.PressAsync(offer.Offer, "decline", ("reason", "not_a_fit"));

        Assert.Equal(("accepted", Marta), ((await host.LeadAsync(second)).Status, (await host.LeadAsync(second)).Owner));
    }

    [HostFact]
    public async Task Who_no_longer_answers_for_the_team_cannot_act_on_its_leads_and_is_told_kindly()
    {
        await using var host = await THost.StartAsync();
        await OnlyAsync(host, Anna, capacity: 0);
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var manage = (await host.LastMailAsync("nobody_eligible", Marta)).Manage;
        await host.ChangeStaffAsync(
            staff => WithItaly(staff, team => team with { Manager = PersonId.Of("dana.lee@acme.example"), Deputy = null, Reps = [] }));

        var (opened, page) = await host.OpenAsync(manage);
        Assert.Equal(HttpStatusCode.OK, opened);
        Assert.Contains("Dana Lee", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Lovelace", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await host.PressAsync(manage, "take")).Status);
        Assert.Equal("dana.lee@acme.example", (await host.LeadAsync(id)).Owner);
    }

    [HostTheory]
    [InlineData("luca.serra@acme.example")]
    [InlineData("paolo.conti@acme.example")]
    public async Task Whoever_becomes_deputy_or_director_of_the_team_may_use_an_earlier_link(string who)
    {
        await using var host = await THost.StartAsync();
        await OnlyAsync(host, Anna, capacity: 0);
        await host.ReceiveAsync(Calls.Ada);
        var manage = (await host.LastMailAsync("nobody_eligible", Marta)).Manage;
        await host.ChangeStaffAsync(staff => WithItaly(staff, team => who.StartsWith("luca", StringComparison.Ordinal)
            ? team with { Manager = PersonId.Of(who), Deputy = PersonId.Of(Marta) }
            : team with { Manager = PersonId.Of(who), Deputy = null, Director = PersonId.Of(Marta) }));

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(manage, "take")).Status);
    }

    /// <summary>Team italy has one rep.</summary>
    private static Task OnlyAsync(ProductHost host, string rep, int? capacity, int? perDay = null) => host.ChangeStaffAsync(
        staff => WithItaly(staff, team => team with
        {
            Reps = [.. team.Reps.Where(one => one.Id == PersonId.Of(rep))
                .Select(one => one with { Capacity = capacity, PerDay = perDay })],
        }));

    private static Staff WithItaly(Staff staff, Func<Team, Team> change) =>
        staff with { Teams = [.. staff.Teams.Select(team => team.Name == "italy" ? change(team) : team)] };
}
