using System.Net;
using Handoff.Local.Tests.Hosting;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary>Promises 3 and 4 against a clock that is set back: a deadline is an instant, and what is in the ledger has happened.</summary>
public sealed class ClockSetBackTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task While_it_runs_no_deadline_moves_and_nothing_is_carried_out_or_sent_twice()
    {
        await using var host = await RunningHost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.AdvanceMinutesAsync(3);
        var before = await host.LeadAsync(id);
        var sent = (await host.MailsAsync()).Length;

        await host.SetClockBackAsync(Hour);
        await host.AdvanceMinutesAsync(5);

        var after = await host.LeadAsync(id);
        Assert.Equal(before.Events, after.Events);
        Assert.Equal(before.Clock("accept"), after.Clock("accept"));
        Assert.Equal(sent, (await host.MailsAsync()).Length);

        // The clock is right again: what fell due meanwhile is carried out once.
        await host.AdvanceMinutesAsync(55 + 3);
        Assert.Equal(before.Clock("accept").Due, (await host.LeadAsync(id)).Clock("accept").Due);
        Assert.Equal(2, (await host.LeadAsync(id)).Count("rung_passed"));
        Assert.Single(await host.MailsAsync(), mail => mail.Kind == "breach");
    }

    [Fact]
    public async Task Across_a_restart_the_same_holds()
    {
        await using var host = await RunningHost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.AdvanceMinutesAsync(3);
        var before = await host.LeadAsync(id);

        await using var next = await host.CrashAndStartAgainAsync(-Hour);
        await next.AdvanceMinutesAsync(5);

        Assert.Equal(before.Events, (await next.LeadAsync(id)).Events);
        await next.AdvanceMinutesAsync(55 + 3);
        var late = await next.LeadAsync(id);
        Assert.Equal(
            (2, 1, before.Clock("accept").Due), (late.Count("rung_passed"), late.Count("clock_breached"), late.Clock("accept").Due));
        Assert.Single(await next.MailsAsync(), mail => mail.Kind == "offer");
    }

    [Fact]
    public async Task A_rep_can_accept_and_a_lead_can_come_in_at_a_time_that_was_there_before()
    {
        await using var host = await RunningHost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var offer = (await host.LastMailAsync("offer")).Offer;
        await host.AdvanceMinutesAsync(2);

        await host.SetClockBackAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(offer, "accept")).Status);
        Assert.Equal("accepted", (await host.LeadAsync(id)).Status);
        var other = (await host.ReceiveAsync(Calls.Demo("grace@navy.example"))).Id;
        Assert.Equal("offered", (await host.LeadAsync(other)).Status);
        await host.AdvanceMinutesAsync(6);
        Assert.Equal("breached", (await host.LeadAsync(other)).Clock("accept").State);
    }
}
