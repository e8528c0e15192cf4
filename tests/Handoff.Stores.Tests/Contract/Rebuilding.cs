using Handoff.Leads;
using Handoff.Service.Leads;
using Handoff.Service.Serialization;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>Projections are rebuilt from the events as they were (design section 4).</summary>
public abstract class Rebuilding(IStoreFixture fixture) : StoreContract(fixture)
{
    [StoreFact]
    public async Task A_head_whose_last_messages_just_went_out_is_as_its_events_say()
    {
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        var id = await company.QualifiedAsync("ada@rossi.example");
        var offered = await company.TurnAsync(id, new TakeTurn());
        var sent = await company.TurnAsync(id, new RecordDelivery(offered.Outbox[0].Number, DeliveryResult.Sent));

        var report = await company.Get<LedgerRebuild>().RebuildAsync(default);

        Assert.Equal((1, 0), (report.Streams, report.Mended));
        Assert.Empty(sent.Outbox);
        var head = (await Store.Streams.FindAsync(Given.Lead(id.Value), default))!;
        Assert.Equal(sent.Version, LedgerJson.ReadLead(head.State.Span).Version);
    }

    [StoreFact]
    public async Task A_rebuilt_rota_knows_whose_turn_was_last()
    {
        // Everybody of the team is on shift, so each turn is another rep's.
        Clock.Reset(CompanyOnStore.MondayAtTen + Duration.FromHours(6.5));
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        var first = await company.QualifiedAsync("ada@rossi.example");
        var second = await company.QualifiedAsync("ugo@verdi.example");
        var offer = (await company.TurnAsync(first, new TakeTurn())).Offer!;
        Clock.AdvanceSeconds(1);
        await company.TurnAsync(second, new TakeTurn());
        Clock.AdvanceSeconds(1);
        await company.TurnAsync(first, new DeclineOffer(offer.To[0], offer.Number, "no_capacity"));
        var before = (await Store.Rotas.ReadRotaAsync("italy", default)).Rota;

        await company.Get<LedgerRebuild>().RebuildAsync(default);

        var after = (await Store.Rotas.ReadRotaAsync("italy", default)).Rota;
        Assert.Equal(3, after.Turns);
        Assert.Equal(
            before.Entries.OrderBy(one => one.Key.Value, StringComparer.Ordinal),
            after.Entries.OrderBy(one => one.Key.Value, StringComparer.Ordinal));
    }
}
