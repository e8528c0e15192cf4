using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Handoff.AzureTables.Tables;

internal sealed class StoreTables
{
    /// <summary>The most requests at once. More would wait in the account's queue, where their time-out runs already.</summary>
    private const int MostAtOnce = 64;

    public StoreTables(TableServiceClient service, TableServiceClient keys, BlobContainerClient blobs, string prefix)
    {
        var throttle = new SemaphoreSlim(MostAtOnce);
        Streams = new(service.GetTableClient($"{prefix}streams"), throttle);
        Index = new(service.GetTableClient($"{prefix}index"), throttle);
        Rotas = new(service.GetTableClient($"{prefix}rotas"), throttle);
        Keys = new(keys.GetTableClient($"{prefix}keys"), throttle);
        Erased = new(keys.GetTableClient($"{prefix}erased"), throttle);
        Audit = new(service.GetTableClient($"{prefix}audit"), throttle);
        Facts = new(service.GetTableClient($"{prefix}facts"), throttle);
        Blobs = blobs;
        Large = new(blobs);
    }

    /// <summary>A partition per stream: head, events, record, copies of messages.</summary>
    public Table Streams { get; }

    /// <summary>A few partitions, each in order: wake-ups, rows of leads, lookup keys, and where copies of messages are.</summary>
    public Table Index { get; }

    public Table Rotas { get; }

    /// <summary>Leads' keys and the store's secrets, apart for their short-lived backups (design section 4).</summary>
    public Table Keys { get; }

    /// <summary>The ids of erased leads.</summary>
    public Table Erased { get; }

    public Table Facts { get; }

    /// <summary>Administrative acts.</summary>
    public Table Audit { get; }

    public LargeBytes Large { get; }

    private BlobContainerClient Blobs { get; }

    public async Task CreateAsync(CancellationToken cancellation) => await Task.WhenAll(
    [
        .. new[] { Streams, Index, Rotas, Keys, Erased, Facts, Audit }.Select(table => table.CreateAsync(cancellation)),
        Outage.TellAsync(async () => await Blobs.CreateIfNotExistsAsync(cancellationToken: cancellation), cancellation),
    ]);
}
