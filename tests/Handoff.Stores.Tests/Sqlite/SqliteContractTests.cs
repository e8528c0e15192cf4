using Handoff.Sqlite;
using Handoff.Stores.Tests.Contract;
using NodaTime;
using Xunit.Abstractions;

namespace Handoff.Stores.Tests.Sqlite;

/// <summary>Makes the embedded store, in a folder of its own.</summary>
internal sealed class SqliteFixture : IStoreFixture
{
    private readonly DataFolder _folder = new();
    private SqliteStore? _store;
    private IClock? _clock;

    public int Many => 2_500;

    public async Task<StorePorts> OpenAsync(IClock clock)
    {
        _store = await SqliteStore.OpenAsync(_folder.Path, _clock = clock);
        return new StorePorts(_store, _store, _store, _store, _store, _store, _store, _store);
    }

    public async Task<StorePorts> ReopenAsync()
    {
        await _store!.DisposeAsync();
        return await OpenAsync(_clock!);
    }

    public async Task<IReadOnlyDictionary<string, byte[]>> ReadAllAsync()
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(_folder.Path).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            files[System.IO.Path.GetFileName(path)] = bytes.ToArray();
        }

        return files;
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>A data folder of one test.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("handoff-store-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

public sealed class SqliteStreamTests() : StreamContract(new SqliteFixture());

public sealed class SqliteWakeUpTests() : WakeUpContract(new SqliteFixture());

public sealed class SqliteLookupTests() : LookupContract(new SqliteFixture());

public sealed class SqliteRotaTests() : RotaContract(new SqliteFixture());

public sealed class SqliteKeyTests() : KeyContract(new SqliteFixture());

public sealed class SqliteMailCopyTests() : MailCopyContract(new SqliteFixture());

public sealed class SqliteRacingReplies() : RacingReplies(new SqliteFixture());

public sealed class SqliteTwoVendors() : TwoVendors(new SqliteFixture());

public sealed class SqliteCrowds() : Crowds(new SqliteFixture());

/// <summary>Storms of alerts on SQLite.</summary>
public sealed class SqliteAlertStorms() : AlertStorms(new SqliteFixture());

public sealed class SqliteAsks() : AskContract(new SqliteFixture());

public sealed class SqliteMeetings() : MeetingContract(new SqliteFixture());

public sealed class SqliteDecisions() : DecisionContract(new SqliteFixture());

public sealed class SqlitePastPeriods() : PastPeriodContract(new SqliteFixture());

public sealed class SqliteAuditTests() : AuditContract(new SqliteFixture());

public sealed class SqliteFactTests() : FactContract(new SqliteFixture());

public sealed class SqliteSnapshotTests() : SnapshotContract(new SqliteFixture());

public sealed class SqliteKeptFactTests() : KeptFactContract(new SqliteFixture());

public sealed class SqliteFigureReach(ITestOutputHelper output) : FigureReach(new SqliteFixture(), output);

public sealed class SqliteRowTests() : RowContract(new SqliteFixture());

public sealed class SqliteOriginTests() : OriginContract(new SqliteFixture());

public sealed class SqliteFilesInForceTests() : FilesInForceContract(new SqliteFixture());

public sealed class SqlitePeopleTests() : PeopleContract(new SqliteFixture());

public sealed class SqliteDeskTests() : DeskContract(new SqliteFixture());

public sealed class SqliteTwoHosts() : TwoHosts(new SqliteFixture());

public sealed class SqliteRebuilding() : Rebuilding(new SqliteFixture());

public sealed class SqliteFigures() : FigureContract(new SqliteFixture());
