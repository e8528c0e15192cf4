using System.Security.Cryptography;
using Handoff.Local.Backups;
using Handoff.Local.Verbs;
using Handoff.RealFaults.Tests.Hosting;
using Handoff.Rows;
using Handoff.Service.ApiKeys;
using Handoff.Service.Storage;
using Handoff.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Handoff.RealFaults.Tests.Backups;

/// <summary>What a restore refuses, and what becomes of keys and of erased leads.</summary>
public sealed class RestoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private readonly FaultFolder _folder = new();

    private string Backups => _folder.In("backups");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_in_use_is_not_replaced_unless_it_is_said_and_what_was_there_is_kept()
    {
        await StoreAsync("a");
        Assert.Equal(0, Backup(Now));
        await StoreAsync("b");

        Assert.Equal(1, Restore());
        Assert.Equal(["a", "b"], await LeadsAsync(_folder.Data));
        Assert.Equal(0, Restore(replace: true));

        Assert.Equal(["a"], await LeadsAsync(_folder.Data));
        Assert.Equal(["a", "b"], await LeadsAsync(Directory.EnumerateDirectories(_folder.Data, "replaced-*").Single()));
    }

    [Fact]
    public async Task A_restore_leaves_no_key_behind_that_the_backup_does_not_have()
    {
        await StoreAsync("a", "b");
        var (kept, gone) = (await KeyAsync("a"), await KeyAsync("b"));
        await EraseAsync("b");
        Assert.Equal(0, Backup(Now));
        await StoreAsync("c", "d");
        var (later, erasedLater) = (await KeyAsync("c"), await KeyAsync("d"));
        await EraseAsync("d", "a");
        Directory.CreateDirectory(Path.Combine(_folder.Data, "link-keys"));
        File.WriteAllText(Path.Combine(_folder.Data, "link-keys", "key-1.xml"), "<key>a key of links</key>");

        Assert.Equal(0, Restore(replace: true));

        foreach (var file in Directory.EnumerateFiles(_folder.Data, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file).AsSpan();
            foreach (var key in new[] { kept, gone, later, erasedLater, "a key of links"u8.ToArray() })
                Assert.True(bytes.IndexOf(key) < 0, $"A key is left in {file}.");
        }

        var aside = Directory.EnumerateDirectories(_folder.Data, "replaced-*").Single();
        Assert.Equal(["handoff.db"], Directory.EnumerateFileSystemEntries(aside).Select(Path.GetFileName));
        await using var store = await SqliteStore.OpenAsync(_folder.Data, new Clock());
        Assert.Equal(["a", "b", "d"], await store.ListErasedAsync(default));
    }

    [Fact]
    public async Task A_key_of_a_program_that_was_revoked_after_the_backup_stays_revoked()
    {
        NewApiKey leaked, good;
        await using (var store = await SqliteStore.OpenAsync(_folder.Data, new Clock()))
        {
            leaked = await new ApiKeyBook(store, new Clock()).AddAsync("crm", ApiScopes.Act, default);
            good = await new ApiKeyBook(store, new Clock()).AddAsync("warehouse", ApiScopes.Read, default);
        }

        Assert.Equal(0, Backup(Now));
        await using (var store = await SqliteStore.OpenAsync(_folder.Data, new Clock()))
            Assert.True(await new ApiKeyBook(store, new Clock()).RevokeAsync(leaked.Key.Id, default));

        Assert.Equal(0, Restore(replace: true));

        await using var restored = await SqliteStore.OpenAsync(_folder.Data, new Clock());
        var keys = new ApiKeyBook(restored, new Clock());
        Assert.Null(await keys.FindAsync(leaked.Secret, default));
        Assert.NotNull(await keys.FindAsync(good.Secret, default));
    }

    [Fact]
    public async Task A_restore_that_was_broken_off_forgets_no_erasure_and_its_keys_go_with_the_next()
    {
        await StoreAsync("a", "b");
        Assert.Equal(0, Backup(Now));
        await EraseAsync("a");
        // It had put aside what was there, and copied nothing yet.
        Assert.NotNull(ReplacedData.PutAside(_folder.Data, Now));

        Assert.Equal(0, Restore());

        await using var store = await SqliteStore.OpenAsync(_folder.Data, new Clock());
        Assert.Equal(["a"], await store.ListErasedAsync(default));
        Assert.Null(await store.FindKeyAsync("a", default));
        Assert.Single(Directory.EnumerateFiles(_folder.Data, "keys.db", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_key_of_a_lead_that_came_while_the_backup_was_made_is_dropped()
    {
        await StoreAsync("a", "b");
        Assert.Equal(0, Backup(Now));
        var backup = BackupFolder.List(Backups).Single();
        // The data is copied before the keys.
        using (var main = new SqliteConnection($"Data Source={Path.Combine(backup.Path, "handoff.db")};Pooling=False"))
        {
            main.Open();
            using var delete = main.CreateCommand();
            delete.CommandText = "DELETE FROM streams WHERE id = 'b'";
            delete.ExecuteNonQuery();
        }

        File.Delete(Path.Combine(backup.Path, BackupManifest.FileName));
        (backup.Manifest with { Files = BackupManifest.Describe(backup.Path) }).Write(backup.Path);
        Assert.Equal(0, Restore(replace: true));

        await using var store = await SqliteStore.OpenAsync(_folder.Data, new Clock());
        Assert.NotNull(await store.FindKeyAsync("a", default));
        Assert.Null(await store.FindKeyAsync("b", default));
    }

    [Fact]
    public async Task A_folder_that_a_host_serves_is_not_replaced()
    {
        await StoreAsync("a");
        Assert.Equal(0, Backup(Now));
        await using var served = await SqliteStore.OpenAsync(_folder.Data, new Clock());

        Assert.Equal(1, Restore(replace: true));
        Assert.NotNull(await served.FindAsync(new(StreamKind.Lead, "a"), default));
    }

    [Theory]
    [InlineData("handoff.db")]
    [InlineData("keys/keys.db")]
    public async Task A_backup_with_one_byte_changed_is_refused(string name)
    {
        await StoreAsync("a");
        Backup(Now);
        using (var file = File.OpenWrite(Path.Combine(BackupFolder.List(Backups).Single().Path, name)))
        {
            file.Position = 5_000;
            file.WriteByte(77);
        }

        Assert.Equal(1, Restore(replace: true));
        Assert.Equal(["a"], await LeadsAsync(_folder.Data));
    }

    [Fact]
    public async Task A_lead_erased_after_the_backup_is_erased_in_a_restore_of_it_elsewhere_too()
    {
        await StoreAsync("a", "b");
        Backup(Now);
        await EraseAsync("a");
        Backup(Now.AddHours(1));
        Directory.Delete(_folder.Data, recursive: true);

        Assert.Equal(
            0, RestoreVerb.Run(
            new(Path.Combine(Backups, BackupFolder.Name(Now)), _folder.Data, Replace: false, WithoutKeys: false, Erased: null),
            TimeProvider.System));

        await using var store = await SqliteStore.OpenAsync(_folder.Data, new Clock());
        Assert.Null(await store.FindKeyAsync("a", default));
        Assert.Null(await store.FindRecordAsync("a", default));
        Assert.NotNull(await store.FindKeyAsync("b", default));
        Assert.Equal(["a"], await store.ListErasedAsync(default));
    }

    [Fact]
    public async Task A_list_of_more_erased_leads_is_applied()
    {
        await StoreAsync("a", "b");
        Backup(Now);
        File.WriteAllLines(_folder.In("more.txt"), ["b"]);

        Assert.Equal(
            0, RestoreVerb.Run(
            new(Backups, _folder.In("other"), Replace: false, WithoutKeys: false, Erased: _folder.In("more.txt")), TimeProvider.System));

        await using var store = await SqliteStore.OpenAsync(_folder.In("other"), new Clock());
        Assert.Null(await store.FindKeyAsync("b", default));
        Assert.Equal(["b"], await store.ListErasedAsync(default));
    }

    [Fact]
    public async Task Keys_of_backups_older_than_30_days_are_deleted_and_such_a_backup_opens_nothing_personal()
    {
        await StoreAsync("a");
        Backup(Now.AddDays(-31));
        Backup(Now.AddDays(-29));

        Assert.Equal(0, Backup(Now));

        Assert.Equal([true, true, false], BackupFolder.List(Backups).Select(one => BackupFolder.HasKeys(one.Path)));
        var old = BackupFolder.List(Backups).Last().Path;
        Assert.Equal(
            1, RestoreVerb.Run(new(old, _folder.In("other"), Replace: false, WithoutKeys: false, Erased: null), TimeProvider.System));
        Assert.Equal(
            0, RestoreVerb.Run(new(old, _folder.In("other"), Replace: false, WithoutKeys: true, Erased: null), TimeProvider.System));
        await using var store = await SqliteStore.OpenAsync(_folder.In("other"), new Clock());
        Assert.NotNull(await store.FindAsync(new(StreamKind.Lead, "a"), default));
        Assert.Null(await store.FindKeyAsync("a", default));
    }

    [Fact]
    public void Where_there_is_nothing_to_back_up_or_to_restore_it_is_said()
    {
        Assert.Equal(1, Backup(Now));
        Assert.Equal(1, Restore());
        Assert.False(Directory.Exists(_folder.Data));
    }

    private int Backup(DateTimeOffset at) => BackupVerb.Run(_folder.Data, Backups, new StandingTime(at));

    private int Restore(bool replace = false) =>
        RestoreVerb.Run(new(Backups, _folder.Data, replace, WithoutKeys: false, Erased: null), TimeProvider.System);

    private async Task StoreAsync(params string[] leads)
    {
        await using var store = await SqliteStore.OpenAsync(_folder.Data, new Clock());
        foreach (var lead in leads)
            Assert.Equal(CommitResult.Committed, (await store.CommitAsync(Turn(lead, 0), default)).Result);
    }

    private async Task<byte[]> KeyAsync(string lead)
    {
        await using var store = await SqliteStore.OpenAsync(_folder.Data, new Clock());
        return (await store.FindKeyAsync(lead, default))!;
    }

    private async Task EraseAsync(params string[] leads)
    {
        await using var store = await SqliteStore.OpenAsync(_folder.Data, new Clock());
        foreach (var lead in leads)
        {
            var turn = Turn(lead, 1) with { Erases = true, NewKey = null, Record = null };
            Assert.Equal(CommitResult.Committed, (await store.CommitAsync(turn, default)).Result);
        }
    }

    private static async Task<string[]> LeadsAsync(string data)
    {
        await using var store = await SqliteStore.OpenAsync(data, new Clock());
        var ids = new List<string>();
        await foreach (var id in store.ListAsync(StreamKind.Lead, default))
            ids.Add(id);
        return [.. ids.Order(StringComparer.Ordinal)];
    }

    private static Turn Turn(string lead, long version) => new()
    {
        Stream = new(StreamKind.Lead, lead),
        ExpectedVersion = version,
        Events = [new(Instant.FromDateTimeOffset(Now), "happened", "{}"u8.ToArray())],
        State = "{}"u8.ToArray(),
        NextWakeUp = null,
        Row = new(LeadShelf.Open, Instant.FromDateTimeOffset(Now), Instant.FromDateTimeOffset(Now), "{}"u8.ToArray()),
        NewKey = RandomNumberGenerator.GetBytes(32),
        Record = new byte[600],
    };

    private sealed class Clock : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(Now);
    }

    private sealed class StandingTime(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
