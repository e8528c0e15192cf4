using Handoff.Leads;
using Handoff.Service.Leads;
using Handoff.Service.Storage;
using Handoff.Stores.Tests.Contract;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.AzureTables;

/// <summary>The account goes away in the middle of a turn, and comes back.</summary>
[NeedsAzurite]
public sealed class OutageTests
{
    [StoreTheory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_turn_that_the_account_did_not_survive_is_taken_when_it_is_back(int stopsBefore)
    {
        var folder = Directory.CreateTempSubdirectory("handoff-azurite-").FullName;
        await using var azurite = await Azurite.StartAsync(folder);
        var clock = new FakeClock(CompanyOnStore.MondayAtTen);
        var wire = new Wire();
        using var store = await wire.OpenAsync(azurite, Wire.NewPrefix(), clock);
        await using var company = await CompanyOnStore.OpenAsync(AzuriteFixture.Ports(store), clock);
        var id = await company.QualifiedAsync("ada@rossi.example");
        await store.Rotas.ReadRotaAsync("italy", default);
        wire.Take();
        wire.Decide = async (n, _) =>
        {
            if (n == stopsBefore)
            {
                // What is acknowledged is on the disk: the emulator saves now and then, so it is given the time to.
                await Task.Delay(TimeSpan.FromSeconds(7), TimeProvider.System);
                await azurite.StopAsync();
            }

            return Fault.None;
        };

        await Assert.ThrowsAsync<StoreUnavailableException>(() => company.TurnAsync(id, new TakeTurn()));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.Streams.FindAsync(Given.Lead(id.Value), default));
        wire.Decide = (_, _) => Task.FromResult(Fault.None);
        await azurite.StartAgainAsync();

        Assert.Contains(id.Value, (await store.Streams.FindDueAsync(clock.GetCurrentInstant(), 10, default)).Select(due => due.Stream.Id));
        var lead = await company.TurnAsync(id, new TakeTurn());
        Assert.Equal(LeadStatus.Offered, lead.Status);
        Assert.Single((await company.Get<LeadStories>().EventsAsync(id, default)).OfType<Offered>());
    }

    [StoreFact]
    public async Task A_cancellation_by_the_caller_is_no_outage()
    {
        using var store = await new Wire().OpenAsync(await Azurite.Shared, Wire.NewPrefix(), new FakeClock(Given.At));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await store.Streams.FindAsync(Given.Lead("a"), cancelled.Token));
    }
}
