using System.Text.RegularExpressions;
using CsCheck;
using Handoff.AzureTables;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;
using Handoff.Stores.Tests.Contract;
using NodaTime;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.AzureTables;

/// <summary>
/// What the service limits: 1 MiB a row, 64 KiB a property, 100 operations and 4 MiB a transaction, and what a key may hold.
/// </summary>
[NeedsAzurite]
public sealed partial class LimitTests : IAsyncLifetime
{
    private AzureTablesStore _store = null!;

    public async Task InitializeAsync()
    {
        if (Azurite.Missing is null)
            _store = await new Wire().OpenAsync(await Azurite.Shared, Wire.NewPrefix(), new FakeClock(Given.At));
    }

    public Task DisposeAsync()
    {
        _store?.Dispose();
        return Task.CompletedTask;
    }

    private static byte[] Bytes(int count, int seed = 1)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = (byte)((i * 31) + seed);
        return bytes;
    }

    private async Task CommitAsync(Turn turn) =>
        Assert.Equal(CommitResult.Committed, (await _store.Streams.CommitAsync(turn, default)).Result);

    [StoreTheory]
    [InlineData(0)]
    [InlineData(Chunks.PropertyBytes)]
    [InlineData(Chunks.PropertyBytes + 1)]
    [InlineData(Chunks.RowBytes)]
    [InlineData(Chunks.RowBytes + 1)]
    [InlineData(5_000_000)]
    public async Task A_state_of_any_size_comes_back_whole(int size)
    {
        await CommitAsync(Given.Turn("a") with { State = Bytes(size) });

        Assert.Equal(Bytes(size), (await _store.Streams.FindAsync(Given.Lead("a"), default))!.State.ToArray());
    }

    [StoreFact]
    public async Task A_state_that_was_too_long_for_its_row_and_is_written_anew_is_read_as_it_was_written_last()
    {
        await CommitAsync(Given.Turn("a") with { State = Bytes(Chunks.RowBytes + 1) });
        var head = (await _store.Streams.FindAsync(Given.Lead("a"), default))!;

        Assert.True(await _store.Streams.RewriteHeadAsync(head, Bytes(100), null, row: null, default));

        Assert.Equal(Bytes(100), (await _store.Streams.FindAsync(Given.Lead("a"), default))!.State.ToArray());
    }

    [StoreFact]
    public async Task A_turn_of_more_events_than_a_transaction_has_operations_is_written_whole()
    {
        await CommitAsync(Given.Turn("a"));
        await CommitAsync(Given.Turn("a", 1, events: 1_000));
        await CommitAsync(Given.Turn("a", 1_001, events: 99));

        var events = await _store.Streams.ReadEventsAsync(Given.Lead("a"), default);

        Assert.Equal(Enumerable.Range(1, 1_100).Select(n => ((long)n, $"event-{n}")), events.Select(e => (e.Sequence, e.Type)));
    }

    [StoreFact]
    public async Task A_turn_of_more_bytes_than_a_transaction_takes_is_written_whole()
    {
        await CommitAsync(Given.Turn("a") with
        {
            Events = [.. Enumerable.Range(1, 40).Select(n => new NewEvent(Given.At, $"event-{n}", Bytes(200_000, n)))],
            State = Bytes(600_000),
            Record = Bytes(3_000_000),
            Copies = [.. Enumerable.Range(1, 20).Select(n => Given.Copy($"m{n}", Given.At, "a") with { Sealed = Bytes(300_000, n) })],
        });

        var events = await _store.Streams.ReadEventsAsync(Given.Lead("a"), default);
        Assert.Equal(40, events.Count);
        Assert.All(events, e => Assert.Equal(Bytes(200_000, (int)e.Sequence), e.Json.ToArray()));
        Assert.Equal(Bytes(3_000_000), await _store.Streams.FindRecordAsync("a", default));
        var copies = await _store.Copies.ListCopiesAsync("a", 100, default);
        Assert.Equal(20, copies.Count);
        Assert.All(copies, copy => Assert.Equal(300_000, copy.Sealed.Length));
    }

    [StoreFact]
    public async Task An_erasure_destroys_what_was_too_large_for_a_row()
    {
        await CommitAsync(
            Given.Turn(
            "a") with
            {
                NewKey = new byte[32],
                Record = Bytes(3_000_000),
                Copies = [Given.Copy("m1", Given.At, "a") with { Sealed = Bytes(500_000) }]
            });

        await CommitAsync(Given.Turn("a", 1) with { Erases = true });

        Assert.Null(await _store.Streams.FindRecordAsync("a", default));
        Assert.Null(await _store.Copies.FindCopyAsync("m1", default));
    }

    [StoreFact]
    public async Task A_lookups_data_and_an_agreement_may_be_longer_than_a_property()
    {
        var text = new string('é', 100_000);
        await CommitAsync(Given.Turn("a") with { Lookups = [new LookupWrite("person:1", "a", text, 0, null)] });
        await _store.Facts.SaveTextAsync(new("v1", new string('é', 500_000)), default);

        Assert.Equal(text, (await _store.Lookups.FindLookupAsync("person:1", Given.At, default))!.Data);
        Assert.Equal(500_000, (await _store.Facts.FindTextAsync("v1", default))!.Content.Length);
    }

    [StoreFact]
    public async Task More_wake_ups_than_a_page_come_in_order()
    {
        await Task.WhenAll(Enumerable.Range(0, 150).Select(n =>
            CommitAsync(Given.Turn($"lead-{n}") with { NextWakeUp = Given.At + Duration.FromSeconds((n * 37) % 150) })));

        var due = await _store.Streams.FindDueAsync(Instant.MaxValue, 12, default);

        Assert.Equal(Enumerable.Range(0, 12).Select(n => Given.At + Duration.FromSeconds(n)), due.Select(one => one.WakeUp));
    }

    [StoreFact]
    public async Task A_row_that_a_stranger_left_behind_is_dropped_on_sight()
    {
        var prefix = Wire.NewPrefix();
        using (var gone = await new Wire().OpenAsync(await Azurite.Shared, prefix, new FakeClock(Given.At)))
        {
            Assert.Equal(
                CommitResult.Committed, (await gone.Streams.CommitAsync(Given.Turn("a") with { NextWakeUp = Given.At }, default)).Result);
            Assert.Equal(
                CommitResult.Committed,
                (await gone.Streams.CommitAsync(
                Given.Turn("a", 1) with { NextWakeUp = Given.At + Duration.FromHours(1) }, default)).Result);
        }

        var wire = new Wire();
        using var store = await wire.OpenAsync(await Azurite.Shared, prefix, new FakeClock(Given.At));
        Assert.Empty(await store.Streams.FindDueAsync(Given.At, 10, default));
        wire.Take();
        Assert.Empty(await store.Streams.FindDueAsync(Given.At, 10, default));

        // One request to each partition, and no look at a head.
        Assert.Equal(8, wire.Take());
    }

    [StoreFact]
    public async Task Expired_keys_are_dropped_when_they_have_not_counted_for_an_hour()
    {
        await CommitAsync(
            Given.Turn("a") with { Lookups = [Given.Lookup("delivery:1", "a", expires: Given.At), Given.Lookup("person:1", "a")] });

        Assert.Equal(0, await _store.DropExpiredAsync(Given.At + Duration.FromMinutes(59), default));
        Assert.Equal(1, await _store.DropExpiredAsync(Given.At + Duration.FromMinutes(61), default));
        Assert.NotNull(await _store.Lookups.FindLookupAsync("person:1", Given.At, default));
    }

    [StoreFact]
    public async Task Any_text_is_an_id()
    {
        await Gen.String[0, 40].Array[20].SampleAsync(async texts =>
        {
            var prefix = Guid.NewGuid().ToString("N");
            foreach (var text in texts.Distinct(StringComparer.Ordinal))
                await CommitAsync(Given.Turn(prefix + text) with { State = Given.Utf8(text) });
            foreach (var text in texts)
                Assert.Equal(Given.Utf8(text), (await _store.Streams.FindAsync(Given.Lead(prefix + text), default))!.State.ToArray());
        }, iter: 5, threads: 1);
    }

    [Fact]
    public void Every_key_is_one_that_the_service_takes() => Gen.String[0, 2_000].Sample(text => Allowed().IsMatch(TableKey.Of(text)));

    [Fact]
    public void Different_texts_have_different_keys() => Gen.Select(Gen.String[0, 400], Gen.String[0, 400]).Sample(
        (one, other) => one == other || !string.Equals(TableKey.Of(one), TableKey.Of(other), StringComparison.Ordinal));

    [Theory]
    [InlineData("a/b", "a=002Fb")]
    [InlineData("a=002Fb", "a=003D002Fb")]
    [InlineData("\u007F\u0000#?\\", "=007F=0000=0023=003F=005C")]
    public void What_a_key_may_not_hold_is_written_as_its_code(string text, string key) => Assert.Equal(key, TableKey.Of(text));

    [Fact]
    public void Long_texts_that_differ_at_their_end_have_different_keys() =>
        Assert.NotEqual(TableKey.Of(new string('a', 1_000) + "b"), TableKey.Of(new string('a', 1_000) + "c"));

    [Fact]
    public void Instants_sort_as_keys_do() => Gen.Select(Gen.Long, Gen.Long).Sample((one, other) =>
        Math.Sign(one.CompareTo(other)) == Math.Sign(string.CompareOrdinal(InstantNumber.Rising(one), InstantNumber.Rising(other)))
        && Math.Sign(other.CompareTo(one)) == Math.Sign(string.CompareOrdinal(InstantNumber.Falling(one), InstantNumber.Falling(other))));

    [GeneratedRegex(@"^[A-Za-z0-9=~_.:@-]{0,200}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed();
}
