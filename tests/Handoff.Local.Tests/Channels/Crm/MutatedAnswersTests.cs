using System.Collections.Concurrent;
using System.Net;
using Handoff.Local.Tests.Hosting;
using Handoff.News;
using Handoff.Service.Company;
using Handoff.Service.Delivery;
using Handoff.Service.News;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handoff.Local.Tests.Channels.Crm;

/// <summary>
/// CRMs that answer something else than they should, in 64 ways at each step: an attempt ends with an outcome whatever comes, and once the
/// CRM is well again what it holds is what it should.
/// </summary>
public sealed class MutatedAnswersTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PATCH")]
    public async Task HubSpots_contacts(string method)
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var lead = await host.AcceptedAsync();
        await EachAsync(host, hubspot, lead, method, () =>
        {
            if (method == "POST")
                hubspot.Contacts.Clear();
            else
                hubspot.Contact["handoff_status"] = "otherwise";
        });
        Assert.Equal((lead, "accepted"), (hubspot.Contact["handoff_id"], hubspot.Contact["handoff_status"]));
    }

    [Fact]
    public async Task HubSpots_conflict_of_an_address()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var lead = await host.AcceptedAsync();
        await EachAsync(host, hubspot, lead, "POST", () => hubspot.Contact["handoff_id"] = "");
        Assert.Equal((lead, "accepted"), (hubspot.Contact["handoff_id"], hubspot.Contact["handoff_status"]));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PATCH")]
    [InlineData("POST")]
    public async Task Salesforces_Leads(string method)
    {
        await using var salesforce = await SalesforceStandIn.StartedAsync();
        using var folder = salesforce.Folder();
        await using var host = await folder.ServeAsync();
        var lead = await host.AcceptedAsync();
        await EachAsync(host, salesforce, lead, method, () =>
        {
            if (method == "POST")
                salesforce.EndToken();
            salesforce.Lead["Handoff_Status__c"] = "otherwise";
        });
        Assert.Equal("accepted", salesforce.Lead["Handoff_Status__c"]!.ToString());
    }

    [Theory]
    [InlineData("/deals/")]
    [InlineData("/batch/read")]
    public async Task HubSpots_deals_of_which_none_is_lost_and_none_is_won_that_was_lost(string path)
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder();
        // As many leads at once as there are mutations.
        var people = Path.Combine(folder.Path, "people.yaml");
        var more = (await File.ReadAllTextAsync(people)).Replace("capacity: ", "capacity: 1", StringComparison.Ordinal);
        await File.WriteAllTextAsync(people, more);
        await using var host = await folder.ServeAsync();
        List<(string Lead, string Deal, bool IsWon)> told = [];
        for (var number = 0; number < Mutations.Count; number++)
        {
            var lead = await host.AcceptedAsync($"ada@company-{number}.example");
            await host.WriteAsync();
            var (deal, isWon) = ($"{900 + number}", number % 3 != 0);
            hubspot.Deals[deal] = (DealTests.Closed(isWon), [hubspot.Contacts.Single(one => one.Value["handoff_id"] == lead).Key]);
            told.Add((lead, deal, isWon));
        }

        // The first answer about each deal is another than it should be, each in its own way.
        var asked = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        hubspot.Changed = (call, reply) => call.Path.Contains(path, StringComparison.Ordinal) && asked.TryAdd(call.Path + call.Body, true)
            ? Mutations.Of(reply, asked.Count - 1) : reply;
        foreach (var some in told.Chunk(16))
            Assert.Equal(HttpStatusCode.NoContent, await host.TellDealsAsync([.. some.Select(one => one.Deal)]));
        await host.AdvanceAsync(TimeSpan.FromHours(14), TimeSpan.FromHours(2));

        Assert.Equal(Mutations.Count, asked.Count);
        Assert.Empty(await WaitingAsync(host));
        foreach (var (lead, deal, isWon) in told)
            Assert.Equal((deal, isWon ? "won" : "lost"), (deal, (await host.LeadAsync(lead)).Status));
    }

    [Fact]
    public async Task What_HubSpot_itself_tells()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder();
        await using var host = await folder.ServeAsync();
        var sound = new Reply(200, $"[{CrmHosts.Change("900")},{CrmHosts.Change("901")}]");
        for (var number = 0; number < Mutations.Count; number++)
        {
            var status = await host.TellAsync(Mutations.Of(sound, number).Body);
            Assert.True(status is HttpStatusCode.NoContent or HttpStatusCode.BadRequest, $"{number}: {status}");
        }
    }

    /// <summary>One attempt for each mutation of the answers to a method; then one that is answered well.</summary>
    private static async Task EachAsync(RunningHost host, StandIn crm, string lead, string method, Action prepare)
    {
        await host.WriteAsync();
        var channel = host.Services.GetRequiredService<CompanyInForce>().Channels.Single();
        var sender = host.Services.GetServices<INewsSender>().Single(one => one.Type == channel.Type);
        var item = await host.Services.GetRequiredService<NewsMaking>().MakeAsync(new(lead, 2, NewsKind.LeadQualified), channel, default);
        for (var number = 0; number < Mutations.Count; number++)
        {
            prepare();
            var (mutation, seen) = (number, 0);
            crm.Changed = (call, reply) =>
            {
                if (call.Method != method)
                    return reply;
                seen++;
                return Mutations.Of(reply, mutation);
            };
            var outcome = await sender.SendAsync(channel, item!, default);
            Assert.True(seen > 0, $"{number} was not asked");
            Assert.DoesNotContain("analytical", $"{outcome}", StringComparison.Ordinal);
            crm.Changed = static (_, reply) => reply;
            Assert.IsType<SendOutcome.Accepted>(await sender.SendAsync(channel, item!, default));
        }
    }

    internal static async Task<IReadOnlyList<WaitingDeal>> WaitingAsync(RunningHost host)
    {
        var streams = host.Services.GetRequiredService<IStreamStore>();
        List<WaitingDeal> waiting = [];
        foreach (var part in ChannelTurns.Parts("hubspot"))
        {
            if (await streams.FindAsync(part, default) is { } head)
                waiting.AddRange(LedgerJson.ReadState<ChannelState>(head.State.Span).Deals);
        }

        return waiting;
    }
}
