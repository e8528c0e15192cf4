using System.Net;
using System.Text.Json;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Api;

/// <summary>A program reads every public event of the ledger, once and in order, from wherever it stands.</summary>
public abstract class EventFeedTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    [HostFact]
    public async Task Every_event_is_read_once_in_order_whatever_the_size_of_the_page()
    {
        await using var host = await THost.StartAsync();
        var ada = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        var sam = (await host.ReceiveAsync(Calls.Demo("sam@other.example"))).Id;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        await host.AdvanceAsync(Margin);
        var caller = await ApiCaller.WithAsync(host, "read");

        var whole = (await caller.AskAsync("/api/events?limit=500")).Json;
        var (all, cursor) = (EventsOf(whole), whole.GetProperty("next").GetString());
        List<Told> piecewise = [];
        var after = "";
        for (var more = true; more;)
        {
            var page = (await caller.AskAsync($"/api/events?limit=1{(after.Length == 0 ? "" : $"&after={after}")}")).Json;
            Assert.True(EventsOf(page).Length <= 1);
            piecewise.AddRange(EventsOf(page));
            (after, more) = (page.GetProperty("next").GetString()!, page.GetProperty("more").GetBoolean());
        }

        Assert.False(whole.GetProperty("more").GetBoolean());
        Assert.Equal(all, piecewise);
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(
            ["handoff.lead.received.v1", "handoff.lead.qualified.v1", "handoff.lead.offered.v1"],
            all.Where(one => one.Subject == ada).Select(one => one.Type).Take(3));
        Assert.Contains(all, one => one is { Type: "handoff.lead.accepted.v1" } && one.Subject == sam);
        Assert.Equal(all.Select(one => one.Time).Order(), all.Select(one => one.Time));
        foreach (var personal in new[] { "lovelace", "analytical", "@" })
            Assert.DoesNotContain(personal, whole.GetRawText(), StringComparison.OrdinalIgnoreCase);

        Assert.Empty(EventsOf((await caller.AskAsync($"/api/events?after={cursor}")).Json));
        await host.ReceiveAsync(Calls.Demo("bea@second.example"));
        Assert.Empty(EventsOf((await caller.AskAsync($"/api/events?after={cursor}&type=lead.received")).Json));
        await host.AdvanceAsync(Margin);
        Assert.Single(EventsOf((await caller.AskAsync($"/api/events?after={cursor}&type=lead.received")).Json));
        Assert.Single(EventsOf((await caller.AskAsync($"/api/events?after={after}&type=lead.received")).Json));
    }

    [HostFact]
    public async Task An_erased_lead_is_told_and_what_it_was_stays_told_without_anything_personal()
    {
        await using var host = await THost.StartAsync();
        var ada = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.OpenAsync($"/api/leads/{ada}", "DELETE");
        await host.AdvanceAsync(Margin);

        var events = EventsOf((await (await ApiCaller.WithAsync(host, "read")).AskAsync("/api/events")).Json);

        Assert.Equal("handoff.lead.received.v1", events[0].Type);
        Assert.Contains(events, one => one is { Type: "handoff.lead.erased.v1" } && one.Subject == ada);
    }

    [HostTheory]
    [InlineData("after=nonsense", "after")]
    [InlineData("type=lead.forgotten", "type")]
    [InlineData("since=2026", "since")]
    [InlineData("limit=many", "limit")]
    [InlineData("before=x", "before")]
    public async Task What_makes_no_sense_is_told_by_its_name(string query, string name)
    {
        await using var host = await THost.StartAsync();

        var (status, problem) = await (await ApiCaller.WithAsync(host, "read")).AskAsync($"/api/events?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal([name], problem.GetProperty("errors").EnumerateObject().Select(one => one.Name));
    }

    private static Told[] EventsOf(JsonElement page) => page.GetProperty("events").Deserialize<Told[]>(JsonSerializerOptions.Web)!;

    private sealed record Told(string Id, string Subject, string Type, DateTimeOffset Time);
}
