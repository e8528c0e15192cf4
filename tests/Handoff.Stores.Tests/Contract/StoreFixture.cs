using System.Text;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.Contract;

/// <summary>Every port of one store.</summary>
public sealed record StorePorts(
    IStreamStore Streams, ILookupStore Lookups, IRotaStore Rotas, ILeadKeyStore Keys, IMailCopyStore Copies, IFactStore Facts,
    IAuditStore Audit, ISnapshotStore Snapshots);

/// <summary>Makes one kind of store: a fresh one for each test.</summary>
public interface IStoreFixture : IAsyncDisposable
{
    /// <summary>How many leads are many for it: more than it reads at once.</summary>
    int Many { get; }

    /// <summary>Opens a fresh, empty store.</summary>
    Task<StorePorts> OpenAsync(IClock clock);

    /// <summary>Closes the store and opens it again on the same data.</summary>
    Task<StorePorts> ReopenAsync();

    /// <summary>Every stored byte, by where it stands: files, rows, blobs.</summary>
    Task<IReadOnlyDictionary<string, byte[]>> ReadAllAsync();
}

/// <summary>What a test of the contract stands on: an empty store, on a Monday at ten.</summary>
public abstract class StoreContract(IStoreFixture fixture) : IAsyncLifetime
{
    protected static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 10, 0);

    protected int Many => fixture.Many;

    protected FakeClock Clock { get; } = new(Monday);

    protected StorePorts Store { get; private set; } = null!;

    public async Task InitializeAsync() => Store = await fixture.OpenAsync(Clock);

    public async Task DisposeAsync() => await fixture.DisposeAsync();

    protected async Task ReopenAsync() => Store = await fixture.ReopenAsync();

    /// <summary>Where a text stands in what is stored, however its letters are written.</summary>
    protected async Task<string[]> WhereIsAsync(string text)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text)];
        return
        [
            .. (await fixture.ReadAllAsync()).Where(one => forms.Any(form => one.Value.AsSpan().IndexOf(form) >= 0))
                .Select(one => one.Key),
        ];
    }

    protected async Task<CommitResult> CommitAsync(Turn turn) => (await Store.Streams.CommitAsync(turn, default)).Result;

    protected async Task GivenAsync(params Turn[] turns)
    {
        foreach (var turn in turns)
            Assert.Equal(CommitResult.Committed, await CommitAsync(turn));
    }

    protected static async Task<IReadOnlyList<T>> ToListAsync<T>(IAsyncEnumerable<T> ids)
    {
        List<T> list = [];
        await foreach (var id in ids)
            list.Add(id);
        return list;
    }
}
