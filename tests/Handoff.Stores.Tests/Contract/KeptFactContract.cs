using System.Text.Json;
using Handoff.Figures;
using Handoff.Leads;
using Handoff.Service.Figures;
using Handoff.Service.Intake;
using Handoff.Service.Leads;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>What a start goes on from is never told apart from a count from nothing.</summary>
public abstract class KeptFactContract(IStoreFixture fixture) : StoreContract(fixture)
{
    [StoreFact]
    public async Task What_was_kept_and_the_rows_changed_since_count_as_all_rows_do()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        var random = new Random(19);
        var leads = new List<LeadId>();
        for (var start = 0; start < 6; start++)
        {
            await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
            for (var step = 0; step < 12; step++)
            {
                await StepAsync(company, leads, random);
                Clock.AdvanceMinutes(random.Next(90));
            }

            await using (var nothing = await OfRowsAloneAsync())
                Assert.Equal(await TextAsync(nothing), await TextAsync(company));
            Clock.AdvanceMinutes(61);
            Assert.Equal(1, await company.Get<FactKeeping>().KeepAsync(evenUnread: true, default));
            Assert.Equal(0, await company.Get<FactKeeping>().KeepAsync(evenUnread: true, default));
            await StepAsync(company, leads, random);
        }
    }

    [StoreFact]
    public async Task Of_two_processes_one_keeps_and_a_rebuild_throws_away_what_was_kept()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var one = await CompanyOnStore.OpenAsync(Store, Clock);
        await using var other = await CompanyOnStore.OpenAsync(Store, Clock);
        await StepAsync(one, [], new(1));
        Assert.Equal(0, await one.Get<FactKeeping>().KeepAsync(evenUnread: false, default));
        Assert.Equal((1, 0), (
            await one.Get<FactKeeping>().KeepAsync(evenUnread: true, default),
            await other.Get<FactKeeping>().KeepAsync(evenUnread: true, default)));
        Assert.Equal(3, (await Store.Snapshots.ListSnapshotsAsync(default)).Count);

        await one.Get<LedgerRebuild>().RebuildAsync(default);
        Assert.Empty(await Store.Snapshots.ListSnapshotsAsync(default));
    }

    [StoreFact]
    public async Task A_host_that_stops_keeps_what_it_has_read_whatever_the_hour()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        await StepAsync(company, [], new(1));
        Assert.Equal(0, await company.Get<FactKeeping>().KeepLastAsync(default));
        Assert.Equal(1, await company.Get<FactKeeping>().KeepAsync(evenUnread: true, default));
        Assert.Equal(0, await company.Get<FactKeeping>().KeepLastAsync(default));

        Clock.AdvanceMinutes(5);
        Assert.IsType<IntakeAnswer.Stored>(await company.PostAsync("grace@later.example", null, null));

        Assert.Equal(1, await company.Get<FactKeeping>().KeepLastAsync(default));
    }

    [StoreFact]
    public async Task Facts_of_which_a_piece_is_lost_or_that_are_of_the_future_are_made_of_rows_again()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using (var company = await CompanyOnStore.OpenAsync(Store, Clock))
        {
            await StepAsync(company, [], new(1));
            await company.Get<FactKeeping>().KeepAsync(evenUnread: true, default);
        }

        var expected = await OfNothingAsync();
        foreach (var name in (await Store.Snapshots.ListSnapshotsAsync(default)).Where(name => name != "facts"))
        {
            var bytes = await Store.Snapshots.FindSnapshotAsync(name, default);
            await Store.Snapshots.DropSnapshotAsync(name, default);
            await using (var company = await CompanyOnStore.OpenAsync(Store, Clock))
                Assert.Equal(expected, await TextAsync(company));
            await Store.Snapshots.SaveSnapshotAsync(name, bytes, default);
        }

        Clock.Reset(CompanyOnStore.MondayAtTen - Duration.FromMinutes(1));
        await using (var company = await CompanyOnStore.OpenAsync(Store, Clock))
            Assert.Equal(await OfNothingAsync(), await TextAsync(company));
    }

    [StoreFact]
    public async Task Times_are_those_of_the_calendars_in_force_at_once_and_after_a_restart()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        var lead = Assert.IsType<IntakeAnswer.Stored>(await company.PostAsync("ada@one.example", null, null)).Id;
        Clock.AdvanceMinutes(5 * 60);
        await company.TurnAsync(lead, new TakeTurn(), new TakeLead(new("marta.villa@acme.example")));
        var before = await MedianAsync(company);
        await company.Get<FactKeeping>().KeepAsync(evenUnread: true, default);

        // Lunch is longer, and was so today.
        await using (var again = await CompanyOnStore.OpenAsync(Store, Clock, Shorter))
            Assert.NotEqual(before, await MedianAsync(again));
        await company.PutInForceAsync(Shorter);
        await using (var again = await CompanyOnStore.OpenAsync(Store, Clock, Shorter))
            Assert.Equal(await MedianAsync(again), await MedianAsync(company));
    }

    private static string Shorter(string people) => people.Replace("14:00-18:00", "14:30-18:00", StringComparison.Ordinal);

    private static async Task<int?> MedianAsync(CompanyOnStore company) =>
        (await company.Get<ScorecardReading>().ReadAsync(FigureSight.Everything, null, default)).Times[0].Median;

    private static async Task StepAsync(CompanyOnStore company, List<LeadId> leads, Random random)
    {
        if (leads.Count == 0 || random.Next(3) == 0)
        {
            var number = leads.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            leads.Add(Assert.IsType<IntakeAnswer.Stored>(
                await company.PostAsync($"ada@{number}.example", null, null, ("utm_campaign", $"spring-{random.Next(4)}"))).Id);
            return;
        }

        var lead = leads[random.Next(leads.Count)];
        var there = await company.TurnAsync(lead, new TakeTurn());
        switch (there)
        {
            case { Offer: { } offer, Status: LeadStatus.Offered } when random.Next(4) == 0:
                await company.TurnAsync(lead, new DeclineOffer(offer.To[0], offer.Number, "not_a_fit"));
                break;
            case { Offer: { } offer, Status: LeadStatus.Offered }:
                await company.TurnAsync(lead, new AcceptOffer(offer.To[0], offer.Number));
                break;
            case { Status: LeadStatus.Accepted } when random.Next(6) == 0:
                await company.Get<LeadErasure>().EraseAsync(lead.Value, default);
                break;
            case { Status: LeadStatus.Accepted or LeadStatus.Contacted }:
                await company.TurnAsync(lead, new RecordOutcome(Outcome.Won, 10.5m * random.Next(1, 99), "EUR", HasReason: false));
                break;
            default:
                break;
        }
    }

    private Task<CompanyOnStore> OfRowsAloneAsync() => CompanyOnStore.OpenAsync(Store with { Snapshots = new NothingKept() }, Clock);

    private async Task<string> OfNothingAsync()
    {
        await using var company = await OfRowsAloneAsync();
        return await TextAsync(company);
    }

    private static async Task<string> TextAsync(CompanyOnStore company) => JsonSerializer.Serialize(
        await company.Get<ScorecardReading>().ReadAsync(FigureSight.Everything, null, default), FigureJson.Scorecard);

    private sealed class NothingKept : ISnapshotStore
    {
        public ValueTask<byte[]?> FindSnapshotAsync(string name, CancellationToken cancellation) => ValueTask.FromResult<byte[]?>(null);

        public ValueTask SaveSnapshotAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
            ValueTask.CompletedTask;

        public ValueTask<IReadOnlyList<string>> ListSnapshotsAsync(CancellationToken cancellation) =>
            ValueTask.FromResult<IReadOnlyList<string>>([]);

        public ValueTask DropSnapshotAsync(string name, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
