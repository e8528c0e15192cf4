using System.Net;
using System.Text.Json;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Api;

/// <summary>A program lists leads by filters, page by page, and learns nothing personal.</summary>
public abstract class LeadItemsTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostFact]
    public async Task Pages_hold_each_lead_once_and_the_one_received_last_first()
    {
        await using var host = await THost.StartAsync();
        List<string> sent = [];
        for (var lead = 0; lead < 5; lead++)
        {
            sent.Add((await host.ReceiveAsync(Calls.Demo($"person{lead}@company{lead}.example"))).Id);
            await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        var caller = await ApiCaller.WithAsync(host, "read");
        List<string> listed = [];
        var pages = 0;
        for (string? next = ""; next is not null; pages++)
        {
            var (status, page) = await caller.AskAsync($"/api/leads?limit=2{(next.Length == 0 ? "" : $"&after={next}")}");
            Assert.Equal(HttpStatusCode.OK, status);
            listed.AddRange(IdsOf(page));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(sent.AsEnumerable().Reverse(), listed);
        Assert.Equal(3, pages);
    }

    [HostFact]
    public async Task A_lead_is_found_by_what_it_is_and_when_it_came_or_changed()
    {
        await using var host = await THost.StartAsync();
        var ada = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.AdvanceAsync(TimeSpan.FromSeconds(10));
        var between = host.Now;
        var sam = (await host.ReceiveAsync(Calls.Sam)).Id;
        var caller = await ApiCaller.WithAsync(host, "read");
        var row = (await caller.AskAsync("/api/leads")).Json.GetProperty("leads").EnumerateArray()
            .Single(lead => lead.GetProperty("id").GetString() == ada);
        string Of(string name) => row.GetProperty(name).GetString()!;

        Assert.Equal(["offered", "hot", "website"], new[] { Of("status"), Of("tier"), Of("source") });
        Assert.Equal(Of("receivedAt"), row.GetProperty("clocks")[0].GetProperty("startedAt").GetString());
        foreach (var filter in new[]
        {
            $"team={Of("team")}", $"owner={Of("owner")}", $"receivedBefore={At(between)}", $"changedBefore={At(between)}",
            $"receivedFrom={At(between.AddMinutes(-1))}&receivedBefore={At(between)}",
        })
        {
            Assert.Equal((filter, ada), (filter, Assert.Single(IdsOf((await caller.AskAsync($"/api/leads?{filter}")).Json))));
        }

        foreach (var filter in new[] { $"since={At(between)}", $"receivedFrom={At(between)}" })
            Assert.Equal((filter, sam), (filter, Assert.Single(IdsOf((await caller.AskAsync($"/api/leads?{filter}")).Json))));
        Assert.Equal(2, IdsOf((await caller.AskAsync("/api/leads?source=website&tier=hot")).Json).Length);
        Assert.Empty(IdsOf((await caller.AskAsync("/api/leads?status=won")).Json));
        await host.AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Empty(IdsOf((await caller.AskAsync($"/api/leads?since={At(host.Now)}")).Json));
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        Assert.Single(IdsOf((await caller.AskAsync($"/api/leads?since={At(host.Now)}")).Json));
    }

    [HostFact]
    public async Task A_row_holds_nothing_personal_and_stays_when_the_lead_is_erased()
    {
        await using var host = await THost.StartAsync();
        var ada = (await host.ReceiveAsync(Calls.Ada)).Id;
        var caller = await ApiCaller.WithAsync(host, "administer");
        var before = (await caller.AskAsync("/api/leads")).Json.GetRawText();
        Assert.Equal(HttpStatusCode.NoContent, (await caller.AskAsync($"/api/leads/{ada}", HttpMethod.Delete)).Status);

        var lead = Assert.Single((await caller.AskAsync("/api/leads")).Json.GetProperty("leads").EnumerateArray().ToArray());

        Assert.Equal((ada, "erased"), (lead.GetProperty("id").GetString(), lead.GetProperty("status").GetString()));
        foreach (var personal in new[] { "lovelace", "analytical", "@" })
            Assert.DoesNotContain(personal, before, StringComparison.OrdinalIgnoreCase);
    }

    [HostTheory]
    [InlineData("status=lost_in_space", "status")]
    [InlineData("stauts=won", "stauts")]
    [InlineData("since=yesterday", "since")]
    [InlineData("receivedFrom=2026-11-24", "receivedFrom")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("after=%27", "after")]
    [InlineData("after=AAAA", "after")]
    [InlineData("dimension=campaign", "dimension")]
    public async Task What_makes_no_sense_is_told_by_its_name(string query, string name)
    {
        await using var host = await THost.StartAsync();

        var (status, problem) = await (await ApiCaller.WithAsync(host, "read")).AskAsync($"/api/leads?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal([name], problem.GetProperty("errors").EnumerateObject().Select(one => one.Name));
    }

    private static string[] IdsOf(JsonElement page) =>
        [.. page.GetProperty("leads").EnumerateArray().Select(lead => lead.GetProperty("id").GetString()!)];

    private static string At(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
