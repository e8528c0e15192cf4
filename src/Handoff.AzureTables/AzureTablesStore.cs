using Handoff.AzureTables.Audit;
using Handoff.AzureTables.Copies;
using Handoff.AzureTables.Facts;
using Handoff.AzureTables.Index;
using Handoff.AzureTables.Keys;
using Handoff.AzureTables.Lookups;
using Handoff.AzureTables.Rotas;
using Handoff.AzureTables.Streams;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.AzureTables;

/// <summary>
/// The cloud store: every port on Azure Table storage, and on blobs for what is too large for a row. Any number of processes may share
/// it. Its layout, its limits and what it costs in requests: docs/architecture/azure.md.
/// </summary>
/// <remarks>
/// A write that has been sent is carried out even if its caller cancels. Instants outside 1677-09-22 to 2262-04-11 are refused, except the
/// first and the last of all. Every member of the ports throws <see cref="StoreUnavailableException"/> when the account does not answer.
/// </remarks>
public sealed class AzureTablesStore : IDisposable
{
    private readonly StoreTables _tables;
    private readonly TableRotas _rotas;
    private readonly Expiry _expiry;

    private AzureTablesStore(AzureTablesOptions options, IClock clock, TimeProvider time)
    {
        AzureTablesOptions.Check(options);
        _tables = new(StorageClients.Tables(options), StorageClients.KeyTables(options), StorageClients.Blobs(options, "large"),
            options.Prefix);
        var fence = new Fence(_tables.Streams);
        var index = new IndexTable(_tables.Index);
        var lookups = new TableLookups(_tables, fence, time);
        var keys = new TableKeys(_tables);
        var copies = new TableCopies(_tables, index, keys);
        var erasure = new TableErasure(_tables, lookups, keys, copies);
        _rotas = new(_tables.Rotas, fence, time);
        _expiry = new(_tables);
        var leadRows = new LeadRows(_tables.Large, index, new(_tables.Streams, index, time), new(index), time);
        Streams = new TableStreams(
            _tables, index, new WakeUps(_tables.Streams, index, time), leadRows,
            new TurnWriter(_tables, index, lookups, _rotas, keys, erasure, fence, clock, time),
            _rotas, erasure);
        Lookups = lookups;
        Keys = keys;
        Copies = copies;
        Facts = new TableFacts(_tables);
        Snapshots = new TableSnapshots(_tables);
        Audit = new TableAudit(_tables);
    }

    public IStreamStore Streams { get; }

    public ILookupStore Lookups { get; }

    public IRotaStore Rotas => _rotas;

    public ILeadKeyStore Keys { get; }

    public IMailCopyStore Copies { get; }

    /// <summary>Facts that belong to no stream.</summary>
    public IFactStore Facts { get; }

    /// <summary>What was made of rows and can be made of them again.</summary>
    public ISnapshotStore Snapshots { get; }

    public IAuditStore Audit { get; }

    /// <summary>Opens the store: creates tables and containers where they are missing.</summary>
    /// <param name="clock">The product's clock; lookups expire by it.</param>
    /// <param name="time">Real time, for what competes with other processes.</param>
    /// <exception cref="ArgumentException">The options are not complete.</exception>
    /// <exception cref="StoreUnavailableException">The account does not answer.</exception>
    public static async Task<AzureTablesStore> OpenAsync(
        AzureTablesOptions options, IClock clock, TimeProvider? time = null, CancellationToken cancellation = default)
    {
        var store = Make(options, clock, time);
        try
        {
            await store.CreateTablesAsync(cancellation);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Creates tables and containers where they are missing.</summary>
    /// <exception cref="StoreUnavailableException">The account does not answer.</exception>
    public Task CreateTablesAsync(CancellationToken cancellation) => _tables.CreateAsync(cancellation);

    /// <summary>Drops lookup keys that have expired, of deliveries above all; for a timer that runs once a day. Returns how many.</summary>
    /// <exception cref="StoreUnavailableException">The account does not answer.</exception>
    public Task<int> DropExpiredAsync(Instant now, CancellationToken cancellation) => _expiry.DropAsync(now, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _rotas.Dispose();

    /// <summary>Makes the store without creating its tables.</summary>
    internal static AzureTablesStore Make(AzureTablesOptions options, IClock clock, TimeProvider? time = null) =>
        new(options, clock, time ?? TimeProvider.System);
}
