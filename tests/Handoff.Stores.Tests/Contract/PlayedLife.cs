using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Links;
using Handoff.Service.People;
using Handoff.Service.Running;
using Handoff.Service.SignIn;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.Contract;

/// <summary>
/// Leads in which everybody of the company has a part: offers, replies with notes, contacts, breaches with their alerts, assignments,
/// absences, sign-outs.
/// </summary>
internal sealed class PlayedLife(CompanyOnStore company, FakeClock clock)
{
    private readonly CompanyInForce _people = company.Get<CompanyInForce>();

    /// <summary>Plays it.</summary>
    /// <returns>A lead that Anna has brought to its end.</returns>
    public async Task<LeadId> PlayAsync()
    {
        List<LeadId> leads = [];
        for (var number = 0; number < 8; number++)
            leads.Add(await company.QualifiedAsync($"ada@{number}.example"));
        await RunAsync(leads);
        LeadId? annas = null;
        foreach (var id in leads)
        {
            var rep = (await company.TurnAsync(id)).Offer!.To[0];
            if (annas is null && Reader(rep).Address.StartsWith("anna", StringComparison.Ordinal))
            {
                annas = id;
                await ActAsync(id, rep, LinkPurpose.Offer, new() { Action = "accept", Note = "I know them." });
                await RunAsync(leads);
                await ActAsync(id, rep, LinkPurpose.Contacted, new() { Action = "contacted", How = "called", Note = "A nice talk." });
                await ActAsync(id, rep, LinkPurpose.Feedback, new() { Action = "feedback", Outcome = "qualified", Note = "Good." });
            }
            else if (id.Value[^1] < 'd')
            {
                await ActAsync(id, rep, LinkPurpose.Offer, new() { Action = "decline", Reason = "not_a_fit", Note = "Too small." });
            }
        }

        await BreakPromisesAsync(leads);
        await SayAwayAsync();
        await RunAsync(leads);
        return annas ?? throw new InvalidOperationException("Of eight leads Anna has one.");
    }

    private async Task BreakPromisesAsync(List<LeadId> leads)
    {
        for (var round = 0; round < 6; round++)
        {
            clock.AdvanceMinutes(4);
            await RunAsync(leads);
        }

        var manager = _people.Staff.Team("italy")!.Manager;
        var late = await company.QualifiedAsync("late@late.example");
        leads.Add(late);
        await RunAsync(leads);
        await ActAsync(late, manager, LinkPurpose.Manage, new() { Action = "assign", Rep = "anna.greco@acme.example", Note = "Yours." });
        await RunAsync(leads);
    }

    private async Task SayAwayAsync()
    {
        foreach (var person in _people.Staff.People.Values)
        {
            await company.Get<AbsenceBook>().AwayAsync(person.Id, clock.GetCurrentInstant(), end: null, default);
            await company.Get<AbsenceBook>().BackAsync(person.Id, default);
            await company.Get<Sessions>().EndAsync(person.Id, default);
        }
    }

    private async Task ActAsync(LeadId lead, PersonId who, LinkPurpose purpose, LinkForm form)
    {
        var grant = new LinkGrant(purpose, who, lead, Offer: 1, clock.GetCurrentInstant() + Duration.FromDays(1));
        var (_, result, _) = await company.Get<LinkActions>().ActAsync(grant, Reader(who), form, opened: null, default);
        Assert.Equal(LinkResult.Done, result);
    }

    private Person Reader(PersonId who) => _people.Staff.Find(who)!;

    private async Task RunAsync(List<LeadId> leads)
    {
        foreach (var id in leads)
            await company.Get<StreamWork>().RunAsync(new(StreamKind.Lead, id.Value), null, default);
        foreach (var person in _people.Staff.People.Keys)
            await company.Get<StreamWork>().RunAsync(AlertTurns.StreamOf(person), null, default);
    }
}
