using Handoff.Board;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Board;
using Handoff.Service.Leads;
using Handoff.Service.SignIn;

namespace Handoff.Stores.Tests.Contract;

/// <summary>What people see on a store: board, search, status.</summary>
public abstract class DeskContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static readonly PersonId Marta = PersonId.Of("marta.villa@acme.example");

    [StoreFact]
    public async Task The_board_follows_what_happens_to_leads()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        var ada = await company.QualifiedAsync("ada@one.example");
        Clock.AdvanceSeconds(1);
        var bea = await company.QualifiedAsync("bea@two.example");
        Assert.Equal([ada.Value, bea.Value], await BoardAsync(company, BoardFilter.None));

        await company.TurnAsync(ada, new TakeTurn());
        Assert.Equal([ada.Value], await BoardAsync(company, new(State: "offered")));
        await company.TurnAsync(ada, new TakeLead(Marta));
        Assert.Equal([ada.Value], await BoardAsync(company, new(Owner: Marta.Value)));
        await company.TurnAsync(ada, new GiveFeedback(Marta, Reason: null));
        Assert.Equal([bea.Value], await BoardAsync(company, BoardFilter.None));

        await company.Get<LeadErasure>().EraseAsync(bea.Value, default);
        Assert.Empty(await BoardAsync(company, BoardFilter.None));
    }

    [StoreFact]
    public async Task Who_looks_at_once_sees_what_was_written_before()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        for (var n = 1; n <= 3; n++)
        {
            await company.QualifiedAsync($"ada@{n}.example");
            Assert.All(
                await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => BoardAsync(company, BoardFilter.None))), ids =>
                Assert.Equal(n, ids.Length));
        }
    }

    [StoreFact]
    public async Task Leads_are_searched_by_words_address_and_phone()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        var lead = await company.QualifiedAsync("ada@one.example", "+390612345678");

        foreach (var asked in new[] { "rossi", "Ada ROSSI SpA", "ada@one.example", "+39 06 1234 5678" })
            Assert.Equal([lead.Value], await SearchAsync(company, asked));
        Assert.Empty(await SearchAsync(company, "verdi"));
        Clock.AdvanceDays(91);
        Assert.Empty(await SearchAsync(company, "rossi"));
        Assert.Equal([lead.Value], await SearchAsync(company, "ada@one.example"));
    }

    [StoreFact]
    public async Task A_parked_message_is_listed_until_it_is_tried_again()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        var lead = await company.QualifiedAsync("ada@one.example");
        var offered = await company.TurnAsync(lead, new TakeTurn());
        var status = company.Get<StatusReading>();
        await company.TurnAsync(lead, new DeclineOffer(offered.Offer!.To[0], 1, "not_a_fit"));
        var returned = (await company.TurnAsync(lead)).Outbox.Single(message => message.Kind == MessageKind.Returned);

        await company.TurnAsync(lead, new RecordDelivery(returned.Number, DeliveryResult.Failed, Reason: "SMTP 421"));
        var waiting = (await status.ReadAsync(Everything(company), default)).Waiting.Single();
        Assert.Equal((lead, returned.Number, 1), (waiting.Lead, waiting.Message.Number, waiting.Message.Attempts));
        await company.TurnAsync(lead, new RecordDelivery(returned.Number, DeliveryResult.Refused, Reason: "SMTP 550"));

        Assert.Equal(returned.Number, (await status.ReadAsync(Everything(company), default)).Parked.Single().Message.Number);
        Assert.Null(await status.RetryAsync(await ViewerAsync(company, "anna.greco@acme.example"), lead.Value, returned.Number, default));
        Assert.Null(await status.RetryAsync(await ViewerAsync(company, "dana.lee@acme.example"), lead.Value, returned.Number, default));
        Assert.IsType<Answer.Done>(
            await status.RetryAsync(await ViewerAsync(company, "marta.villa@acme.example"), lead.Value, returned.Number, default));
        Assert.Empty((await status.ReadAsync(Everything(company), default)).Parked);
        Assert.Contains((await company.TurnAsync(lead)).Outbox, message => message.Number == returned.Number);
    }

    private static Viewer Everything(CompanyOnStore company) => company.Get<Sessions>().ThisMachine(Language.En);

    private async Task<Viewer> ViewerAsync(CompanyOnStore company, string address) =>
        (await company.Get<Sessions>().JudgeAsync(new(PersonId.Of(address), Clock.GetCurrentInstant()), default))!;

    private static async Task<string[]> BoardAsync(CompanyOnStore company, BoardFilter filter) =>
        [.. (await company.Get<BoardReading>().ReadAsync(Everything(company), filter, 1, default)).Rows.Select(
            row => row.Handoff.Id.Value)];

    private static async Task<string[]> SearchAsync(CompanyOnStore company, string asked) =>
        [.. (await company.Get<LeadSearch>().FindAsync(Everything(company), asked, default)).Leads.Select(found => found.Id)];
}
