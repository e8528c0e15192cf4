using System.Collections.Concurrent;
using System.Globalization;
using Handoff.Leads;
using Handoff.Service.Intake;
using Handoff.Service.Running;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;

namespace Handoff.Stores.Tests.Contract;

/// <summary>
/// Promise 1 in a crowd, on every store: 64 clients of two processes post at once what falls together in one company, one phone, one
/// delivery, one team. Everybody is acknowledged and nobody is doubled. <c>HANDOFF_CROWD=157</c> posts 10,000 for each kind.
/// </summary>
public abstract class Crowds(IStoreFixture fixture) : StoreContract(fixture)
{
    private const int Clients = 64;
    private const int MostRuns = 10;

    private static readonly int PostsOfEach =
        int.Parse(Environment.GetEnvironmentVariable("HANDOFF_CROWD") ?? "3", CultureInfo.InvariantCulture);

    private sealed record Post(string? Email, string? Phone, string? Delivery);

    [StoreFact]
    public async Task People_of_one_company_are_each_a_lead_of_their_own()
    {
        var answers = await PostAsync(n => new($"person{n}@fair.example", null, null));

        Assert.Equal(answers.Count, answers.Select(answer => answer.Id).Distinct().Count());
        Assert.All(answers, answer => Assert.Null(answer.DuplicateOf));
    }

    [StoreFact]
    public async Task Requests_from_one_phone_join_one_handoff()
    {
        var answers = await PostAsync(_ => new(null, "+39 06 6982 0000", null), n => $"delivery {n}");

        var first = Assert.Single(answers, answer => answer.DuplicateOf is null);
        Assert.All(answers.Where(answer => answer != first), answer => Assert.Equal(first.Id, answer.DuplicateOf));
        Assert.Equal(answers.Count, answers.Select(answer => answer.Id).Distinct().Count());
    }

    [StoreFact]
    public async Task One_delivery_that_comes_again_and_again_is_one_lead()
    {
        var answers = await PostAsync(_ => new("ada@rossi.example", null, "the same"));

        Assert.Single(answers.Select(answer => answer.Id).Distinct());
    }

    [StoreFact]
    public async Task A_mixture_of_all_these_keeps_them_apart()
    {
        var answers = await PostAsync(n => (n % 4) switch
        {
            0 => new($"person{n}@fair.example", null, null),
            1 => new(null, "+39 06 6982 0000", $"delivery {n}"),
            2 => new("ada@rossi.example", null, "the same"),
            _ => new($"person{n}@company{n}.example", "+39 06 6982 0001", null),
        });

        var byKind = Enumerable.Range(0, 4).Select(kind => answers.Where((_, n) => n % 4 == kind).ToList()).ToList();
        Assert.All([.. byKind[0], .. byKind[3]], answer => Assert.Null(answer.DuplicateOf));
        Assert.Single(byKind[1], answer => answer.DuplicateOf is null);
        Assert.Single(byKind[2].Select(answer => answer.Id).Distinct());
        Assert.Equal((byKind[0].Count * 3) + 1, answers.Select(answer => answer.Id).Distinct().Count());
    }

    [StoreFact]
    public async Task Leads_that_arrive_at_once_have_one_offer_at_most_and_each_offer_counts_once()
    {
        var answers = await PostAsync(n => new($"ada{n}@rossi{n}.example", null, null));

        var leads = new List<Lead>();
        // Not all at once: a crowd posts, and nobody reads a whole store in one instant.
        foreach (var some in answers.Chunk(Clients))
            leads.AddRange(await Task.WhenAll(some.Select(async answer =>
                LedgerJson.ReadLead((await Store.Streams.FindAsync(new(StreamKind.Lead, answer.Id.Value), default))!.State.Span))));
        Assert.All(leads, lead => Assert.InRange(lead.Offers, 0, 1));
        foreach (var team in leads.GroupBy(lead => lead.Known.Team))
        {
            var rota = (await Store.Rotas.ReadRotaAsync(team.Key, default)).Rota;
            Assert.Equal(team.Count(lead => lead.Status == LeadStatus.Offered), rota.Entries.Values.Sum(entry => entry.Load));
        }
    }

    /// <summary>
    /// Posts, and runs what follows as a host does, so that all leads compete for one team's rota. The answers are in the order of the
    /// posts.
    /// </summary>
    private async Task<List<IntakeAnswer.Stored>> PostAsync(Func<int, Post> make, Func<int, string>? delivery = null)
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var here = await CompanyOnStore.OpenAsync(Store, Clock);
        await using var there = await CompanyOnStore.OpenAsync(Store, Clock);
        var answers = new ConcurrentDictionary<int, IntakeAnswer>();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var company = client % 2 == 0 ? here : there;
            for (var post = 0; post < PostsOfEach; post++)
            {
                var n = (post * Clients) + client;
                var what = make(n);
                var answer = answers[n] = await company.PostAsync(what.Email, what.Phone, what.Delivery ?? delivery?.Invoke(n));
                if (answer is IntakeAnswer.Stored stored)
                    await RunAsync(company, new(StreamKind.Lead, stored.Id.Value));
            }
        })));
        List<IntakeAnswer.Stored> stored =
            [.. answers.OrderBy(answer => answer.Key).Select(answer => Assert.IsType<IntakeAnswer.Stored>(answer.Value))];
        Assert.Equal(Clients * PostsOfEach, stored.Count);
        HashSet<string> inStore = [];
        await foreach (var id in Store.Streams.ListAsync(StreamKind.Lead, default))
            Assert.True(inStore.Add(id));
        Assert.Equal(stored.Select(answer => answer.Id.Value).ToHashSet(StringComparer.Ordinal), inStore);
        return stored;
    }

    /// <summary>Runs a stream as a host does: once more where the store, which the whole crowd asks, has not answered in time.</summary>
    private static async Task RunAsync(CompanyOnStore company, StreamId stream)
    {
        for (var run = 1; ; run++)
        {
            try
            {
                await company.Get<StreamWork>().RunAsync(stream, null, default);
                return;
            }
            catch (StoreUnavailableException) when (run < MostRuns)
            {
                // What it has recorded stays; the next run goes on from there.
            }
        }
    }
}
