using Handoff.Service.Storage;
using Handoff.Sqlite;
using Handoff.Stores.Tests.Contract;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.Sqlite;

/// <summary>A disk without room, played by a database that may not grow (design section 3, promise 3).</summary>
public sealed class DiskFailureTests : IAsyncLifetime, IDisposable
{
    private readonly DataFolder _folder = new();
    private readonly FakeClock _clock = new(Given.At);
    private SqliteStore _store = null!;

    public async Task InitializeAsync() => _store = await SqliteStore.OpenAsync(_folder.Path, _clock);

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    // SQLite sets the limit to the present size where the asked one is smaller.
    private Task FillDiskAsync() => _store.RunOnWriterAsync((main, _) => main.Execute("PRAGMA max_page_count = 1"));

    private Task MakeRoomAsync() => _store.RunOnWriterAsync((main, _) => main.Execute("PRAGMA max_page_count = 1000000"));

    private static Turn Big(string id, long version = 0) => Given.Turn(id, version) with
    {
        NewKey = version == 0 ? new byte[32] : null,
        Record = new byte[100_000],
        NextWakeUp = Given.At,
        Lookups = [Given.Lookup($"person:{id}", id)],
        Rota = [Given.Gives("sales", "ann@example.com")],
        Copies = [Given.Copy($"mail-{id}", Given.At, id)],
    };

    [Fact]
    public async Task A_full_disk_fails_the_turn_and_leaves_nothing_of_it()
    {
        await _store.CommitAsync(Given.Turn("before") with { Rota = [Given.Gives("sales", "ann@example.com")] }, default);
        var rota = await _store.ReadRotaAsync("sales", default);
        await FillDiskAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await _store.CommitAsync(Big("a"), default));

        Assert.Null(await _store.FindAsync(Given.Lead("a"), default));
        Assert.Null(await _store.FindRecordAsync("a", default));
        Assert.Null(await _store.FindKeyAsync("a", default));
        Assert.Null(await _store.FindLookupAsync("person:a", Given.At, default));
        Assert.Null(await _store.FindCopyAsync("mail-a", default));
        Assert.Empty(await _store.FindDueAsync(Given.At, 10, default));
        var after = await _store.ReadRotaAsync("sales", default);
        Assert.Equal(rota.Rota.Turns, after.Rota.Turns);
        Assert.Equal(rota.Rota.Entries, after.Rota.Entries);
        Assert.True(after.Version > rota.Version);
    }

    [Fact]
    public async Task The_store_works_again_when_there_is_room_and_nothing_acknowledged_is_lost()
    {
        await _store.CommitAsync(Given.Turn("before"), default);
        await FillDiskAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await _store.CommitAsync(Big("a"), default));
        await MakeRoomAsync();

        Assert.Equal(CommitResult.Committed, (await _store.CommitAsync(Big("a"), default)).Result);

        await _store.DisposeAsync();
        _store = await SqliteStore.OpenAsync(_folder.Path, _clock);
        Assert.NotNull(await _store.FindAsync(Given.Lead("before"), default));
        Assert.NotNull(await _store.FindRecordAsync("a", default));
        Assert.NotNull(await _store.FindKeyAsync("a", default));
        Assert.Equal(1, (await _store.ReadRotaAsync("sales", default)).Rota.Turns);
    }

    [Fact]
    public async Task Every_turn_of_a_failed_group_is_either_told_so_or_durable()
    {
        await FillDiskAsync();

        var commits = Enumerable.Range(0, 64).Select(n => _store.CommitAsync(Big($"lead-{n}"), default).AsTask()).ToArray();
        await Task.WhenAll(commits.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));

        for (var n = 0; n < commits.Length; n++)
        {
            Assert.IsType<StoreUnavailableException>(commits[n].Exception?.InnerException);
            Assert.Null(await _store.FindAsync(Given.Lead($"lead-{n}"), default));
        }

        Assert.Equal(0, (await _store.ReadRotaAsync("sales", default)).Rota.Turns);
    }

    [Fact]
    public async Task A_failure_of_the_keys_file_fails_the_turn_too()
    {
        await _store.RunOnWriterAsync((_, keys) => keys.Execute("PRAGMA query_only = ON"));

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await _store.CommitAsync(Big("a"), default));
        Assert.Null(await _store.FindAsync(Given.Lead("a"), default));

        await _store.RunOnWriterAsync((_, keys) => keys.Execute("PRAGMA query_only = OFF"));
        Assert.Equal(CommitResult.Committed, (await _store.CommitAsync(Big("a"), default)).Result);
    }

    [Fact]
    public async Task An_erasure_cut_off_between_the_two_files_is_finished_at_the_next_start()
    {
        await _store.CommitAsync(Big("a"), default);
        await _store.RunOnWriterAsync((main, keys) =>
        {
            // As if the process had ended between the two commits.
            keys.Execute("DELETE FROM keys WHERE lead = 'a'; INSERT INTO erased (lead) VALUES ('a')");
            Assert.Equal(1, main.Number("SELECT count(*) FROM records"));
        });

        await _store.DisposeAsync();
        _store = await SqliteStore.OpenAsync(_folder.Path, _clock);

        Assert.Null(await _store.FindRecordAsync("a", default));
        Assert.Null(await _store.FindCopyAsync("mail-a", default));
        Assert.Null(await _store.FindLookupAsync("person:a", Given.At, default));
        Assert.Equal(["a"], await _store.ListErasedAsync(default));
    }
}
