using Handoff.Stores.Tests.Contract;
using NodaTime;

namespace Handoff.Faults.Tests.Store;

/// <summary>The simulated store keeps the contract of the real ones: so what the simulation finds is the product's.</summary>
internal sealed class MemoryFixture : IStoreFixture
{
    private StorePorts? _ports;
    private MemoryStore? _store;

    public int Many => 500;

    public Task<StorePorts> OpenAsync(IClock clock)
    {
        var store = _store = new MemoryStore(clock);
        return Task.FromResult(_ports = new(store, store, store, store, store, store, store, store));
    }

    public Task<StorePorts> ReopenAsync() => Task.FromResult(_ports ?? throw new InvalidOperationException("It is opened first."));

    public Task<IReadOnlyDictionary<string, byte[]>> ReadAllAsync() => Task.FromResult(_store!.FactsNow());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class MemoryStreamTests() : StreamContract(new MemoryFixture());

public sealed class MemoryWakeUpTests() : WakeUpContract(new MemoryFixture());

public sealed class MemoryLookupTests() : LookupContract(new MemoryFixture());

public sealed class MemoryRotaTests() : RotaContract(new MemoryFixture());

public sealed class MemoryKeyTests() : KeyContract(new MemoryFixture());

public sealed class MemoryMailCopyTests() : MailCopyContract(new MemoryFixture());

public sealed class MemoryAuditTests() : AuditContract(new MemoryFixture());

public sealed class MemoryFactTests() : FactContract(new MemoryFixture());

public sealed class MemorySnapshotTests() : SnapshotContract(new MemoryFixture());

public sealed class MemoryKeptFactTests() : KeptFactContract(new MemoryFixture());

public sealed class MemoryRowTests() : RowContract(new MemoryFixture());

public sealed class MemoryRacingReplies() : RacingReplies(new MemoryFixture());

public sealed class MemoryTwoHosts() : TwoHosts(new MemoryFixture());

public sealed class MemoryRebuilding() : Rebuilding(new MemoryFixture());
