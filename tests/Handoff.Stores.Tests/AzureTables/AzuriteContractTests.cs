using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Handoff.AzureTables;
using Handoff.Stores.Tests.Contract;
using NodaTime;
using Xunit.Abstractions;

namespace Handoff.Stores.Tests.AzureTables;

/// <summary>Makes the cloud store, in tables of its own on the emulator.</summary>
internal sealed class AzuriteFixture : IStoreFixture
{
    // The emulator has one thread, and stands still for longer than an account ever does when a crowd asks.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _prefix = $"t{Guid.NewGuid():N}";
    private AzureTablesStore? _store;
    private IClock? _clock;

    // The emulator is slow; that several pages are read, the tests of the index show.
    public int Many => 200;

    public async Task<StorePorts> OpenAsync(IClock clock)
    {
        var azurite = await Azurite.Shared;
        _store = await AzureTablesStore.OpenAsync(
            new() { ConnectionString = azurite.ConnectionString, Prefix = _prefix, NetworkTimeout = Patience }, _clock = clock);
        return Ports(_store);
    }

    public Task<StorePorts> ReopenAsync()
    {
        _store?.Dispose();
        return OpenAsync(_clock!);
    }

    public static StorePorts Ports(AzureTablesStore store) =>
        new(store.Streams, store.Lookups, store.Rotas, store.Keys, store.Copies, store.Facts, store.Audit, store.Snapshots);

    public async Task<IReadOnlyDictionary<string, byte[]>> ReadAllAsync()
    {
        var connection = (await Azurite.Shared).ConnectionString;
        var all = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var tables = new TableServiceClient(connection);
        await foreach (var table in tables.QueryAsync(one => one.Name.CompareTo(_prefix) >= 0 && one.Name.CompareTo(_prefix + "~") < 0))
        {
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                all[$"{table.Name}/{row.PartitionKey}/{row.RowKey}"] =
                [
                    .. row.SelectMany(one => (byte[])[.. Encoding.UTF8.GetBytes(one.Key), .. one.Value as byte[]
                        ?? (one.Value as BinaryData)?.ToArray() ?? Encoding.UTF8.GetBytes($"{one.Value}")]),
                ];
            }
        }

        var blobs = new BlobServiceClient(connection);
        await foreach (var container in blobs.GetBlobContainersAsync(prefix: _prefix))
        {
            var client = blobs.GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync())
            {
                var content = (await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content;
                all[$"{container.Name}/{blob.Name}"] = content.ToArray();
            }
        }

        return all;
    }

    public ValueTask DisposeAsync()
    {
        _store?.Dispose();
        return ValueTask.CompletedTask;
    }
}

[NeedsAzurite]
public sealed class AzuriteStreamTests() : StreamContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteWakeUpTests() : WakeUpContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteLookupTests() : LookupContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteRotaTests() : RotaContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteKeyTests() : KeyContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteMailCopyTests() : MailCopyContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteRacingReplies() : RacingReplies(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteTwoVendors() : TwoVendors(new AzuriteFixture());

public sealed class AzuriteCrowds() : Crowds(new AzuriteFixture());

/// <summary>Storms of alerts on Azure Tables.</summary>
[NeedsAzurite]
public sealed class AzuriteAlertStorms() : AlertStorms(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteAsks() : AskContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteMeetings() : MeetingContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteDecisions() : DecisionContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuritePastPeriods() : PastPeriodContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteAuditTests() : AuditContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteFactTests() : FactContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteSnapshotTests() : SnapshotContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteKeptFactTests() : KeptFactContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteFigureReach(ITestOutputHelper output) : FigureReach(new AzuriteFixture(), output);

[NeedsAzurite]
public sealed class AzuriteRowTests() : RowContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteOriginTests() : OriginContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteFilesInForceTests() : FilesInForceContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuritePeopleTests() : PeopleContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteDeskTests() : DeskContract(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteTwoHosts() : TwoHosts(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteRebuilding() : Rebuilding(new AzuriteFixture());

[NeedsAzurite]
public sealed class AzuriteFigures() : FigureContract(new AzuriteFixture());
