using Handoff.Leads;
using Handoff.Service.Intake;
using Handoff.Service.Leads;
using Handoff.Service.Running;
using Handoff.Service.Storage;

namespace Handoff.Stores.Tests.Contract;

/// <summary>A lead may be offered in the write that stores it, on every store.</summary>
public abstract class FirstOffering(IStoreFixture fixture) : StoreContract(fixture)
{
    private async Task<CompanyOnStore> CompanyAsync(Func<string, string>? people = null)
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        return await CompanyOnStore.OpenAsync(Store, Clock, people, offersAtOnce: true);
    }

    [StoreFact]
    public async Task A_lead_that_somebody_can_take_is_stored_with_its_offer_and_the_message_owed()
    {
        await using var company = await CompanyAsync();

        var id = await company.QualifiedAsync("ada@rossi.example");

        var lead = await company.TurnAsync(id);
        var owed = Assert.Single(lead.Outbox);
        Assert.Equal((LeadStatus.Offered, MessageKind.Offer, lead.Offer!.To[0]), (lead.Status, owed.Kind, owed.To));
        Assert.Equal(1, (await Store.Rotas.ReadRotaAsync(lead.Known.Team, default)).Rota.Of(owed.To).Load);
        Assert.Equal(LeadEvolution.Replay(await company.Get<LeadStories>().EventsAsync(id, default)).Version, lead.Version);
    }

    [StoreFact]
    public async Task Its_mail_is_handed_over_by_the_first_turn_after_it()
    {
        await using var company = await CompanyAsync();
        var id = await company.QualifiedAsync("ada@rossi.example");

        await company.Get<StreamWork>().RunAsync(new(StreamKind.Lead, id.Value), null, default);

        Assert.Empty((await company.TurnAsync(id)).Outbox);
        Assert.Contains(await company.Get<LeadStories>().EventsAsync(id, default), happened => happened is MessageSent);
    }

    [StoreFact]
    public async Task A_lead_that_nobody_can_take_waits_for_its_first_turn_as_ever()
    {
        await using var company = await CompanyAsync(people => people
            .Replace("capacity: 25", "capacity: 1", StringComparison.Ordinal).Replace("capacity: 15", "capacity: 1", StringComparison.Ordinal));
        // The third rep comes on shift in the afternoon, and the manager is at work.
        foreach (var rep in new[] { "anna", "bruno" })
            Assert.Equal(LeadStatus.Offered, (await company.TurnAsync(await company.QualifiedAsync($"{rep}@{rep}.example"))).Status);

        var lead = await company.TurnAsync(await company.QualifiedAsync("ada@rossi.example"));

        Assert.Equal((LeadStatus.Qualified, true), (lead.Status, lead.AwaitsRouting));
        Assert.Equal(LeadStatus.Qualified, (await company.TurnAsync(lead.Id, new TakeTurn())).Status);
    }

    [StoreFact]
    public async Task Of_leads_that_arrive_at_once_each_has_one_offer_and_each_offer_counts_once()
    {
        await using var company = await CompanyAsync();

        var ids = await Task.WhenAll(Enumerable.Range(0, 24).Select(n => Task.Run(() => company.QualifiedAsync($"ada{n}@rossi{n}.example"))));

        foreach (var id in ids)
            Assert.Equal(1, (await company.TurnAsync(id, new TakeTurn())).Offers);
        var team = (await company.TurnAsync(ids[0])).Known.Team;
        Assert.Equal(ids.Length, (await Store.Rotas.ReadRotaAsync(team, default)).Rota.Entries.Values.Sum(entry => entry.Load));
    }

    [StoreFact]
    public async Task Of_two_requests_of_one_person_at_once_the_later_joins_the_handoff_of_the_first()
    {
        await using var company = await CompanyAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => company.AskAsync("ada@rossi.example", delivery: $"delivery {n}"))));

        var stored = answers.Cast<IntakeAnswer.Stored>().ToList();
        var first = Assert.Single(stored, answer => answer.Status == "qualified");
        Assert.All(stored.Where(answer => answer != first), answer => Assert.Equal(("duplicate", (LeadId?)first.Id), (answer.Status, answer.DuplicateOf)));
    }
}
