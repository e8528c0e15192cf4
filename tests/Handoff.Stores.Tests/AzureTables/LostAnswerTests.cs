using Azure.Core;
using Handoff.AzureTables;
using Handoff.Leads;
using Handoff.Service.Intake;
using Handoff.Service.Leads;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Stores.Tests.Contract;
using Microsoft.Extensions.Time.Testing;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.AzureTables;

/// <summary>
/// Requests that fail before or after they reach the account: no turn is decided twice, and nothing acknowledged is lost (promises 1 and
/// 3).
/// </summary>
[NeedsAzurite]
public sealed class LostAnswerTests : IAsyncDisposable
{
    private readonly FakeClock _clock = new(CompanyOnStore.MondayAtTen);
    private readonly Wire _wire = new();
    private readonly string _prefix = Wire.NewPrefix();
    private readonly List<AzureTablesStore> _opened = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
            store.Dispose();
        await ValueTask.CompletedTask;
    }

    private async Task<AzureTablesStore> OpenAsync(Wire? wire = null, TimeProvider? time = null)
    {
        var store = await (wire ?? _wire).OpenAsync(await Azurite.Shared, _prefix, _clock, time);
        _opened.Add(store);
        return store;
    }

    private static Func<int, HttpMessage, Task<Fault>> At(int number, Fault fault) => (n, _) =>
        Task.FromResult(n == number ? fault : Fault.None);

    private static Func<int, HttpMessage, Task<Fault>> From(int number, Fault fault = Fault.BeforeSending) =>
        (n, _) => Task.FromResult(n >= number ? fault : Fault.None);

    [StoreFact]
    public async Task A_turn_whose_answer_is_lost_once_is_committed_once()
    {
        var store = await OpenAsync();
        _wire.Take();
        var sent = 0;
        _wire.Decide = (_, message) =>
            Task.FromResult(Wire.IsTransaction(message) && ++sent == 1 ? Fault.AfterSending : Fault.None);

        var result = (await store.Streams.CommitAsync(Given.Turn("a", events: 2), default)).Result;

        Assert.Equal(CommitResult.Committed, result);
        Assert.Equal(2, (await store.Streams.ReadEventsAsync(Given.Lead("a"), default)).Count);
    }

    [StoreFact]
    public async Task A_turn_whose_every_answer_is_lost_is_found_to_be_committed()
    {
        var store = await OpenAsync();
        await store.Streams.CommitAsync(Given.Turn("a"), default);
        _wire.Decide = (_, message) => Task.FromResult(Wire.IsTransaction(message) ? Fault.AfterSending : Fault.None);

        var result = (await store.Streams.CommitAsync(Given.Turn("a", 1, events: 2), default)).Result;

        Assert.Equal(CommitResult.Committed, result);
        Assert.Equal(3, (await store.Streams.FindAsync(Given.Lead("a"), default))!.Version);
    }

    [StoreFact]
    public async Task A_turn_of_which_nothing_is_known_says_so_and_what_it_reserved_is_settled_by_its_fate()
    {
        var store = await OpenAsync();
        await store.Streams.CommitAsync(Given.Turn("a"), default);
        var isOut = false;
        _wire.Decide = (_, message) =>
        {
            if (isOut)
                return Task.FromResult(Fault.BeforeSending);
            isOut = Wire.IsTransaction(message);
            return Task.FromResult(isOut ? Fault.AfterSending : Fault.None);
        };
        await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await store.Streams.CommitAsync(
                Given.Turn("a", 1, events: 2) with { Rota = [Given.Gives("sales", "ann@example.com")] }, default));

        // It was written all the same: the answer was lost, and so was every question.
        var later = await OpenAsync(
            new Wire(),
            new FakeTimeProvider(DateTimeOffset.Parse("2200-01-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture)));
        await later.Streams.SettleAsync(default);

        Assert.Equal(3, (await later.Streams.FindAsync(Given.Lead("a"), default))!.Version);
        Assert.Equal(1, (await later.Rotas.ReadRotaAsync("sales", default)).Rota.Turns);
    }

    [StoreFact]
    public async Task A_turn_that_never_reached_the_account_leaves_nothing_and_can_be_taken_again()
    {
        var store = await OpenAsync();
        await store.Streams.CommitAsync(Given.Turn("a") with { NextWakeUp = Given.At }, default);
        _wire.Take();
        _wire.Decide = (_, message) => Task.FromResult(Wire.IsTransaction(message) ? Fault.BeforeSending : Fault.None);
        var turn = Given.Turn("a", 1, events: 2) with { NextWakeUp = Given.At, Rota = [Given.Gives("sales", "ann@example.com")] };

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.Streams.CommitAsync(turn, default));
        _wire.Decide = At(0, Fault.None);

        Assert.Equal(1, (await store.Streams.FindAsync(Given.Lead("a"), default))!.Version);
        Assert.Equal([Given.Lead("a")], (await store.Streams.FindDueAsync(Given.At, 10, default)).Select(due => due.Stream));
        Assert.Equal(CommitResult.Committed, (await store.Streams.CommitAsync(turn, default)).Result);
    }

    [StoreFact]
    public async Task A_reservation_whose_turn_was_never_written_is_taken_back_and_the_turn_can_no_longer_be_written()
    {
        var store = await OpenAsync();
        await store.Streams.CommitAsync(Given.Turn("a"), default);
        var head = (await store.Streams.FindAsync(Given.Lead("a"), default))!;
        _wire.Take();
        // From the transaction on the process is as good as dead.
        var isDead = false;
        _wire.Decide = (_, message) =>
            Task.FromResult((isDead |= Wire.IsTransaction(message)) ? Fault.BeforeSending : Fault.None);
        await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await store.Streams.CommitAsync(
                Given.Turn("a", 1, events: 2) with { Rota = [Given.Gives("sales", "ann@example.com")] }, default));

        var other = await OpenAsync(new Wire());
        Assert.Equal(1, (await other.Rotas.ReadRotaAsync("sales", default)).Rota.Turns);
        var later = await OpenAsync(
            new Wire(),
            new FakeTimeProvider(DateTimeOffset.Parse("2200-01-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture)));
        await later.Streams.SettleAsync(default);

        Assert.Equal(0, (await later.Rotas.ReadRotaAsync("sales", default)).Rota.Turns);
        Assert.Equal(
            CommitResult.Conflict, (await later.Streams.CommitAsync(Given.Turn("a", 1) with { ExpectedTag = head.Tag }, default)).Result);
    }

    [StoreTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whichever_request_of_an_intake_fails_once_the_lead_is_stored_once(bool afterSending)
    {
        var store = await OpenAsync();
        await using var company = await CompanyOnStore.OpenAsync(AzuriteFixture.Ports(store), _clock);
        await company.QualifiedAsync("before@before.example");
        for (var n = 1; n <= 5; n++)
        {
            _wire.Take();
            _wire.Decide = At(n, afterSending ? Fault.AfterSending : Fault.BeforeSending);
            await company.QualifiedAsync($"person{n}@company{n}.example", phone: $"+39 06 6982 000{n}");
            _wire.Decide = At(0, Fault.None);
        }

        Assert.Equal(6, await CountLeadsAsync(store));
    }

    [StoreTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Wherever_a_process_dies_in_an_intake_the_vendors_next_try_stores_the_lead_once(int diesAt)
    {
        var store = await OpenAsync();
        await using var dying = await CompanyOnStore.OpenAsync(AzuriteFixture.Ports(store), _clock);
        await dying.QualifiedAsync("before@before.example");
        _wire.Take();
        _wire.Decide = From(diesAt);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => dying.AskAsync("ada@rossi.example"));

        var healthy = await OpenAsync(new Wire());
        await using var company = await CompanyOnStore.OpenAsync(AzuriteFixture.Ports(healthy), _clock);
        var stored = Assert.IsType<IntakeAnswer.Stored>(await company.AskAsync("ada@rossi.example"));
        var again = Assert.IsType<IntakeAnswer.Stored>(await company.AskAsync("ada@rossi.example"));

        Assert.Equal("qualified", stored.Status);
        Assert.Equal(stored, again);
        Assert.Equal(2, await CountLeadsAsync(healthy));
        Assert.Equal([stored.Id.Value], (await healthy.Streams.FindDueAsync(_clock.GetCurrentInstant(), 10, default))
            .Select(due => due.Stream.Id).Where(id => id == stored.Id.Value));
    }

    [StoreFact]
    public async Task Whichever_request_of_a_turn_loses_its_answer_there_is_one_offer_and_the_rota_counts_it_once()
    {
        var store = await OpenAsync();
        await using var company = await CompanyOnStore.OpenAsync(AzuriteFixture.Ports(store), _clock);
        for (var n = 1; n <= 4; n++)
        {
            var id = await company.QualifiedAsync($"person{n}@company{n}.example");
            _wire.Take();
            _wire.Decide = At(n, Fault.AfterSending);
            await company.TurnAsync(id, new TakeTurn());
            _wire.Decide = At(0, Fault.None);

            Assert.Single((await company.Get<LeadStories>().EventsAsync(id, default)).OfType<Offered>());
        }

        Assert.Equal(4, (await store.Rotas.ReadRotaAsync("italy", default)).Rota.Turns);
        var fresh = await OpenAsync(new Wire());
        Assert.Equal(4, (await fresh.Rotas.ReadRotaAsync("italy", default)).Rota.Turns);
    }

    [StoreFact]
    public async Task A_wake_up_whose_answer_is_lost_is_not_lost()
    {
        var store = await OpenAsync();
        await store.Streams.CommitAsync(Given.Turn("a"), default);
        _wire.Take();
        _wire.Decide = (_, message) => Task.FromResult(message.Request.Method != RequestMethod.Get ? Fault.AfterSending : Fault.None);
        await store.Streams.WakeAsync(Given.Lead("a"), Given.At, default).AsTask().ContinueWith(static _ => { }, TaskScheduler.Default);
        _wire.Decide = At(0, Fault.None);
        // The row is in the index; whether the head names it decides.
        await store.Streams.WakeAsync(Given.Lead("a"), Given.At, default);
        await store.Streams.CommitAsync(Given.Turn("b") with { NextWakeUp = Given.At }, default);

        Assert.Equal(
            ["a", "b"],
            (await store.Streams.FindDueAsync(Given.At, 10, default)).Select(due => due.Stream.Id).Order(StringComparer.Ordinal));
    }

    [StoreTheory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(8)]
    public async Task Wherever_a_process_dies_in_an_erasure_the_reconciler_finishes_it(int diesAt)
    {
        var store = await OpenAsync();
        await using var dying = await CompanyOnStore.OpenAsync(AzuriteFixture.Ports(store), _clock);
        var id = await dying.QualifiedAsync("ada@rossi.example", phone: "+39 06 6982 0000");
        await dying.Get<StreamWork>().RunAsync(new(StreamKind.Lead, id.Value), null, default);
        _wire.Take();
        _wire.Decide = From(diesAt);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => dying.Get<LeadErasure>().EraseAsync(id.Value, default));

        var healthy = await OpenAsync(new Wire());
        await using var company = await CompanyOnStore.OpenAsync(AzuriteFixture.Ports(healthy), _clock);
        if ((await healthy.Keys.ListErasedAsync(default)).Count == 0)
            await company.Get<LeadErasure>().EraseAsync(id.Value, default);
        await company.Get<Reconciler>().ReconcileAsync(default);

        Assert.Equal(LeadStatus.Erased, (await company.TurnAsync(id)).Status);
        Assert.Null(await healthy.Keys.FindKeyAsync(id.Value, default));
        Assert.Null(await healthy.Streams.FindRecordAsync(id.Value, default));
        Assert.Empty(await healthy.Copies.ListCopiesAsync(null, 10, default));
        var stored = Assert.IsType<IntakeAnswer.Stored>(await company.AskAsync("ada@rossi.example", delivery: "a later one"));
        Assert.Null(stored.DuplicateOf);
        Assert.Empty(await healthy.Streams.SettleAsync(default));
    }

    private static async Task<int> CountLeadsAsync(AzureTablesStore store)
    {
        var count = 0;
        await foreach (var _ in store.Streams.ListAsync(StreamKind.Lead, default))
            count++;
        return count;
    }
}
