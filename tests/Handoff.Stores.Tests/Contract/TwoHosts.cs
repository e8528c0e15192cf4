using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.People;

namespace Handoff.Stores.Tests.Contract;

/// <summary>
/// What one host is told holds on every other that shares its store (design section 8: in force from the next turn of each open lead).
/// </summary>
public abstract class TwoHosts(IStoreFixture fixture) : StoreContract(fixture)
{
    private static readonly PersonId Bruno = PersonId.Of("bruno.riva@acme.example");

    [StoreFact]
    public async Task Who_told_another_host_to_be_away_is_not_offered_a_lead()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var told = await CompanyOnStore.OpenAsync(Store, Clock);
        await using var other = await CompanyOnStore.OpenAsync(Store, Clock);
        foreach (var rep in told.Get<CompanyInForce>().Staff.Team("italy")!.Reps.Where(rep => rep.Id != Bruno))
            await told.Get<AbsenceBook>().AwayAsync(rep.Id, Clock.GetCurrentInstant(), end: null, default);
        Clock.AdvanceMinutes(2);

        var lead = await other.TurnAsync(await other.QualifiedAsync("ada@rossi.example"), new TakeTurn());

        Assert.Equal([Bruno], lead.Offer!.To.AsEnumerable());
    }

    [StoreFact]
    public async Task Alerts_go_to_the_deputy_of_a_manager_who_told_another_host_to_be_away()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var told = await CompanyOnStore.OpenAsync(Store, Clock);
        await using var other = await CompanyOnStore.OpenAsync(Store, Clock);
        var team = told.Get<CompanyInForce>().Staff.Team("italy")!;
        var id = await other.QualifiedAsync("ada@rossi.example");
        await other.TurnAsync(id, new TakeTurn());
        await told.Get<AbsenceBook>().AwayAsync(team.Manager, Clock.GetCurrentInstant(), end: null, default);
        Clock.AdvanceMinutes(6);

        var lead = await other.TurnAsync(id, new TakeTurn());

        Assert.Equal(team.Deputy, Assert.Single(lead.Outbox, message => message.IsAlert).To);
    }
}
