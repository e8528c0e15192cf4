using Handoff.Faults.Tests.Hosts;
using Handoff.Faults.Tests.World;
using Handoff.Routing;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Faults.Tests.Store;

/// <summary>
/// The store as one host reaches it: every call may take a while, fail before or after it was carried out, time out, or be the last thing
/// that the host did. <paramref name="streams"/> is the store, or what a planted bug puts in its place.
/// </summary>
internal sealed class StoreOfHost(SimulatedWorld world, SimulatedHost host, IStreamStore streams, bool mayWrite)
    : IStreamStore, ILookupStore, IRotaStore, ILeadKeyStore, IMailCopyStore, IFactStore
{
    private readonly MemoryStore _store = world.Store;

    public ValueTask<StreamHead?> FindAsync(StreamId stream, CancellationToken cancellation) =>
        ReadAsync(() => streams.FindAsync(stream, cancellation));

    public ValueTask<IReadOnlyList<StoredEvent>> ReadEventsAsync(StreamId stream, long after, CancellationToken cancellation) =>
        ReadAsync(() => streams.ReadEventsAsync(stream, after, cancellation));

    public ValueTask<byte[]?> FindRecordAsync(string leadId, CancellationToken cancellation) =>
        ReadAsync(() => streams.FindRecordAsync(leadId, cancellation));

    public ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return world.Fleet.Misfortunes.Conflicts()
            ? ReadAsync(() => ValueTask.FromResult(Commit.Conflict))
            : CommittedAsync(turn);
    }

    private async ValueTask<Commit> CommittedAsync(Turn turn)
    {
        var commit = await WriteAsync(() => streams.CommitAsync(turn, default));
        if (commit.IsDone)
            world.Auditor.Telling.Wrote(host, turn.Stream);
        return commit;
    }

    public ValueTask<IReadOnlyList<PassedWakeUp>> FindDueAsync(Instant now, int limit, CancellationToken cancellation) =>
        ReadAsync(() => streams.FindDueAsync(now, limit, cancellation));

    public ValueTask<Instant?> FindNextWakeUpAsync(CancellationToken cancellation) =>
        ReadAsync(() => streams.FindNextWakeUpAsync(cancellation));

    public ValueTask WakeAsync(StreamId stream, Instant at, CancellationToken cancellation) =>
        DoAsync(() => streams.WakeAsync(stream, at, cancellation));

    public IAsyncEnumerable<string> ListAsync(StreamKind kind, CancellationToken cancellation) => streams.ListAsync(kind, cancellation);

    public IAsyncEnumerable<StoredRow> ReadRowsAsync(RowQuery query, CancellationToken cancellation) =>
        streams.ReadRowsAsync(query, cancellation);

    public ValueTask<IReadOnlyList<string>> SettleAsync(CancellationToken cancellation) =>
        ReadAsync(() => streams.SettleAsync(cancellation));

    public ValueTask<bool> RewriteHeadAsync(
        StreamHead head, ReadOnlyMemory<byte> state, Instant? nextWakeUp, RowWrite? row, CancellationToken cancellation) =>
        WriteAsync(() => streams.RewriteHeadAsync(head, state, nextWakeUp, row, cancellation));

    public ValueTask<Lookup?> FindLookupAsync(string key, Instant now, CancellationToken cancellation) =>
        ReadAsync(() => _store.FindLookupAsync(key, now, cancellation));

    public async ValueTask<RotaSnapshot> ReadRotaAsync(string team, CancellationToken cancellation)
    {
        var read = await ReadAsync(() => _store.ReadRotaAsync(team, cancellation));
        return read with { Rota = world.Plant.Rota(read.Rota) };
    }

    public ValueTask ReplaceRotasAsync(IReadOnlyCollection<Rota> rotas, CancellationToken cancellation) =>
        DoAsync(() => _store.ReplaceRotasAsync(rotas, cancellation));

    public ValueTask<byte[]?> FindKeyAsync(string leadId, CancellationToken cancellation) =>
        ReadAsync(() => _store.FindKeyAsync(leadId, cancellation));

    public ValueTask<byte[]> SecretAsync(string name, CancellationToken cancellation) =>
        ReadAsync(() => _store.SecretAsync(name, cancellation));

    public ValueTask<IReadOnlyList<string>> ListErasedAsync(CancellationToken cancellation) =>
        ReadAsync(() => _store.ListErasedAsync(cancellation));

    public ValueTask<IReadOnlyList<MailCopy>> ListCopiesAsync(string? leadId, int limit, CancellationToken cancellation) =>
        ReadAsync(() => _store.ListCopiesAsync(leadId, limit, cancellation));

    public ValueTask<MailCopy?> FindCopyAsync(string id, CancellationToken cancellation) =>
        ReadAsync(() => _store.FindCopyAsync(id, cancellation));

    public ValueTask<IReadOnlyList<RecordedAbsence>> ListAbsencesAsync(Instant from, CancellationToken cancellation) =>
        ReadAsync(() => _store.ListAbsencesAsync(from, cancellation));

    public ValueTask SaveAbsenceAsync(RecordedAbsence absence, CancellationToken cancellation) =>
        DoAsync(() => _store.SaveAbsenceAsync(absence, cancellation));

    public ValueTask DropAbsencesAsync(string person, CancellationToken cancellation) =>
        DoAsync(() => _store.DropAbsencesAsync(person, cancellation));

    public ValueTask<StoredText?> FindTextAsync(string name, CancellationToken cancellation) =>
        ReadAsync(() => _store.FindTextAsync(name, cancellation));

    public ValueTask SaveTextAsync(StoredText text, CancellationToken cancellation) =>
        DoAsync(() => _store.SaveTextAsync(text, cancellation));

    public ValueTask<string?> FindValueAsync(string name, CancellationToken cancellation) =>
        ReadAsync(() => _store.FindValueAsync(name, cancellation));

    public ValueTask<IReadOnlyDictionary<string, string>> ListValuesAsync(string prefix, CancellationToken cancellation) =>
        ReadAsync(() => _store.ListValuesAsync(prefix, cancellation));

    public ValueTask<bool> ClaimAsync(string name, Instant until, Instant now, CancellationToken cancellation) =>
        WriteAsync(() => _store.ClaimAsync(name, until, now, cancellation));

    public ValueTask SaveValueAsync(string name, string value, CancellationToken cancellation) =>
        DoAsync(() => _store.SaveValueAsync(name, value, cancellation));

    public ValueTask DropAsync(string name, CancellationToken cancellation) => DoAsync(() => _store.DropAsync(name, cancellation));

    private async ValueTask DoAsync(Func<ValueTask> write) => await WriteAsync(async () =>
    {
        await write();
        return true;
    });

    private async ValueTask<T> WriteAsync<T>(Func<ValueTask<T>> write)
    {
        if (!mayWrite && host.IsReady)
            world.Break("Promise 6: a GET never acts, and this one wrote to the store.");
        await host.PauseAsync();
        switch (world.Fleet.Misfortunes.OfStore())
        {
            case Misfortune.Before:
                throw new StoreUnavailableException("Simulated: it failed before it wrote.");
            case Misfortune.After:
                await write();
                throw new StoreUnavailableException("Simulated: it wrote and then failed.");
            case Misfortune.TimesOutBefore:
                await host.PauseForAsync(Misfortunes.Timeout);
                throw new StoreUnavailableException("Simulated: it timed out and had not written.");
            case Misfortune.TimesOutAfter:
                await write();
                await host.PauseForAsync(Misfortunes.Timeout);
                throw new StoreUnavailableException("Simulated: it timed out and had written.");
            default:
                var written = await write();
                await host.PauseAsync();
                return written;
        }
    }

    private async ValueTask<T> ReadAsync<T>(Func<ValueTask<T>> read)
    {
        await host.PauseAsync();
        switch (world.Fleet.Misfortunes.OfStore())
        {
            case Misfortune.None:
                return await read();
            case Misfortune.TimesOutBefore or Misfortune.TimesOutAfter:
                await host.PauseForAsync(Misfortunes.Timeout);
                throw new StoreUnavailableException("Simulated: it timed out.");
            default:
                throw new StoreUnavailableException("Simulated: it does not answer.");
        }
    }
}
