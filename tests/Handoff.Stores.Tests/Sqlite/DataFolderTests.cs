using Handoff.Service.Storage;
using Handoff.Sqlite;
using Handoff.Sqlite.Databases;
using Handoff.Stores.Tests.Contract;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.Sqlite;

/// <summary>The data folder: who may open it, and in which version.</summary>
public sealed class DataFolderTests : IDisposable
{
    private readonly DataFolder _folder = new();
    private readonly FakeClock _clock = new(Given.At);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_that_is_missing_is_made()
    {
        var folder = Path.Combine(_folder.Path, "a", "b");

        await using (await SqliteStore.OpenAsync(folder, _clock))
        {
        }

        Assert.True(File.Exists(Path.Combine(folder, "handoff.db")) && File.Exists(Path.Combine(folder, "keys.db")));
    }

    [Fact]
    public async Task A_second_store_on_the_same_folder_is_refused_and_told_what_to_do()
    {
        await using var first = await SqliteStore.OpenAsync(_folder.Path, _clock);

        var refused = await Assert.ThrowsAsync<DataFolderInUseException>(() => SqliteStore.OpenAsync(_folder.Path, _clock));

        Assert.Contains(_folder.Path, refused.Message, StringComparison.Ordinal);
        Assert.Contains("--data", refused.Message, StringComparison.Ordinal);
        Assert.Equal(CommitResult.Committed, (await first.CommitAsync(Given.Turn("a"), default)).Result);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_store_is_refused_though_somebody_deleted_the_locks_file(bool isMadeAnew)
    {
        await using var first = await SqliteStore.OpenAsync(_folder.Path, _clock);
        File.Delete(_folder.File("handoff.lock"));
        if (isMadeAnew)
            File.WriteAllText(_folder.File("handoff.lock"), "");

        await Assert.ThrowsAsync<DataFolderInUseException>(() => SqliteStore.OpenAsync(_folder.Path, _clock));

        Assert.Equal(CommitResult.Committed, (await first.CommitAsync(Given.Turn("a"), default)).Result);
    }

    [Fact]
    public async Task A_folder_is_free_again_when_its_store_is_closed()
    {
        await (await SqliteStore.OpenAsync(_folder.Path, _clock)).DisposeAsync();

        await using var second = await SqliteStore.OpenAsync(_folder.Path, _clock);

        Assert.Null(await second.FindAsync(Given.Lead("a"), default));
    }

    [Fact]
    public async Task A_folder_whose_opening_failed_is_free_again()
    {
        await File.WriteAllTextAsync(_folder.File("keys.db"), new string('x', 8_192));
        await Assert.ThrowsAnyAsync<Exception>(() => SqliteStore.OpenAsync(_folder.Path, _clock));
        File.Delete(_folder.File("keys.db"));

        await using var store = await SqliteStore.OpenAsync(_folder.Path, _clock);

        Assert.Equal(CommitResult.Committed, (await store.CommitAsync(Given.Turn("a"), default)).Result);
    }

    [Fact]
    public async Task A_closed_store_says_that_it_is_unavailable()
    {
        var store = await SqliteStore.OpenAsync(_folder.Path, _clock);
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.CommitAsync(Given.Turn("a"), default));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.FindAsync(Given.Lead("a"), default));
    }

    [Fact]
    public async Task Closing_writes_what_was_handed_over_and_leaves_no_log()
    {
        var store = await SqliteStore.OpenAsync(_folder.Path, _clock);
        var commits = Enumerable.Range(0, 2_000).Select(n => store.CommitAsync(Given.Turn($"lead-{n}"), default).AsTask()).ToArray();

        await store.DisposeAsync();

        Assert.All(await Task.WhenAll(commits), commit => Assert.Equal(CommitResult.Committed, commit.Result));
        Assert.False(File.Exists(_folder.File("handoff.db-wal")));
        await using var reopened = await SqliteStore.OpenAsync(_folder.Path, _clock);
        Assert.NotNull(await reopened.FindAsync(Given.Lead("lead-1999"), default));
    }

    [Fact]
    public void An_empty_file_gets_its_tables()
    {
        using (var empty = Database.OpenWriter(_folder.File("handoff.db"), 1_024))
            Assert.Equal(0, empty.Number("PRAGMA user_version"));

        using (SqliteStore.Open(_folder.Path, _clock))
        {
        }

        using var made = Database.OpenWriter(_folder.File("handoff.db"), 1_024);
        Assert.Equal(Schema.Data.Version, made.Number("PRAGMA user_version"));
        Assert.Equal(0, made.Number("SELECT count(*) FROM streams"));
    }

    [Fact]
    public void A_file_whose_tables_cannot_be_made_stays_as_it_was()
    {
        using var database = Database.OpenWriter(_folder.File("steps.db"), 1_024);
        var mistaken = new Schema("steps.db", 3, "CREATE TABLE a (n); INSERT INTO absent VALUES (1)");

        Assert.ThrowsAny<Exception>(() => mistaken.Prepare(database));

        Assert.Equal(0, database.Number("PRAGMA user_version"));
        Assert.Equal(0, database.Number("SELECT count(*) FROM sqlite_master"));
    }

    [Theory]
    [InlineData("handoff.db", 99)]
    [InlineData("keys.db", 99)]
    [InlineData("handoff.db", 7)]
    public async Task Another_schema_is_refused_with_what_to_do(string file, int version)
    {
        await (await SqliteStore.OpenAsync(_folder.Path, _clock)).DisposeAsync();
        using (var database = Database.OpenWriter(_folder.File(file), 1_024))
            database.Execute($"PRAGMA user_version = {version}");

        var refused = await Assert.ThrowsAsync<DataFolderVersionException>(() => SqliteStore.OpenAsync(_folder.Path, _clock));

        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Assert.Contains($"version {version}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commits_reach_the_disk_before_they_return()
    {
        await using var store = await SqliteStore.OpenAsync(_folder.Path, _clock);

        await store.RunOnWriterAsync((main, keys) =>
        {
            foreach (var database in new[] { main, keys })
            {
                // 2: FULL. The journal's mode is kept in the file.
                Assert.Equal(2, database.Number("PRAGMA synchronous"));
                Assert.Equal("wal", database.Find("PRAGMA journal_mode", static row => row.GetString(0)));
            }
        });
    }

    [Fact]
    public async Task Every_port_is_registered_and_is_the_same_store()
    {
        await using var store = await SqliteStore.OpenAsync(_folder.Path, _clock);
        await using var provider = new ServiceCollection().AddSqliteStore(store).BuildServiceProvider();

        Assert.Same(store, provider.GetRequiredService<IStreamStore>());
        Assert.Same(store, provider.GetRequiredService<ILookupStore>());
        Assert.Same(store, provider.GetRequiredService<IRotaStore>());
        Assert.Same(store, provider.GetRequiredService<ILeadKeyStore>());
        Assert.Same(store, provider.GetRequiredService<IMailCopyStore>());
        Assert.Same(store, provider.GetRequiredService<IFactStore>());
    }
}
