using System.Net;
using Handoff.Local.Tests.Hosting;
using Handoff.Sqlite;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary>Promises 3 and 8: no restart loses a rung, and handoffs in flight survive it.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task What_fell_due_while_the_host_was_down_is_carried_out_once_and_late()
    {
        await using var host = await RunningHost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.AdvanceMinutesAsync(1);

        await using var next = await host.CrashAndStartAgainAsync(TimeSpan.FromMinutes(5.5));

        var lead = await next.LeadAsync(id);
        Assert.Equal("breached", lead.Clock("accept").State);
        Assert.Equal(2, lead.Count("rung_passed"));
        Assert.Contains(
            lead.Events, happened => happened.Type == "rung_passed" && happened.Says.Contains("later", StringComparison.Ordinal));
        Assert.Single(await next.MailsAsync(), mail => mail.Kind == "breach");

        await next.AdvanceMinutesAsync(1);
        Assert.Equal(3, (await next.LeadAsync(id)).Count("rung_passed"));
    }

    [Fact]
    public async Task Many_leads_in_flight_lose_nothing_and_do_nothing_twice()
    {
        await using var host = await RunningHost.StartAsync();
        var ids = new List<string>();
        for (var number = 0; number < 20; number++)
            ids.Add((await host.ReceiveAsync(Calls.Demo($"person{number}@company{number}.example"))).Id);

        await using var next = await host.CrashAndStartAgainAsync(TimeSpan.FromMinutes(3));
        await using var last = await next.CrashAndStartAgainAsync(TimeSpan.FromMinutes(3));

        foreach (var id in ids)
        {
            var lead = await last.LeadAsync(id);
            Assert.Equal((2, 1, 1), (lead.Count("rung_passed"), lead.Count("clock_breached"), lead.Count("offered")));
        }

        var offers = (await last.MailsAsync()).Where(mail => mail.Kind == "offer").ToArray();
        Assert.Equal(ids.Count, offers.Length);
    }

    [Fact]
    public async Task A_link_of_before_a_restart_still_opens_and_acts()
    {
        await using var host = await RunningHost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var offer = (await host.LastMailAsync("offer")).Offer;

        await using var next = await host.CrashAndStartAgainAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.OK, (await next.PressAsync(offer, "accept")).Status);
        Assert.Equal("accepted", (await next.LeadAsync(id)).Status);
    }

    [Fact]
    public async Task An_erased_lead_stays_erased_and_silent_after_a_restart()
    {
        await using var host = await RunningHost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.OpenAsync($"/api/leads/{id}", "DELETE");

        await using var next = await host.CrashAndStartAgainAsync(TimeSpan.FromMinutes(30));

        Assert.Equal("erased", (await next.LeadAsync(id)).Status);
        Assert.DoesNotContain(await next.MailsAsync(), mail => mail.Kind != "meeting_invitation");
    }

    [Fact]
    public async Task A_host_that_is_stopped_kindly_goes_on_where_it_was()
    {
        await using var host = await RunningHost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.AdvanceMinutesAsync(3);
        var before = await host.LeadAsync(id);
        await host.StopAsync();

        await using var next = await RunningHost.StartAsync(host.Folder, host.Now);

        Assert.Equal(before.Events, (await next.LeadAsync(id)).Events);
        await next.AdvanceMinutesAsync(2);
        Assert.Equal("breached", (await next.LeadAsync(id)).Clock("accept").State);
    }

    [Fact]
    public async Task A_data_folder_serves_one_host_at_a_time()
    {
        await using var host = await RunningHost.StartAsync();

        await Assert.ThrowsAsync<DataFolderInUseException>(() => RunningHost.StartAsync(host.Folder, host.Now));
    }
}
