using System.Collections.Concurrent;
using Handoff.Service.Storage;
using Microsoft.Data.Sqlite;

namespace Handoff.Sqlite.Databases;

/// <summary>
/// A few read-only connections. Each read takes one, sees everything that was committed before it began, and gives it back; who comes when
/// all are taken waits for his turn. SQLite reads on the caller's thread.
/// </summary>
internal sealed class ReaderPool : IDisposable
{
    private readonly ConcurrentBag<Database> _idle = [];
    private readonly SemaphoreSlim _free;
    private readonly Damage _damage;

    public ReaderPool(string path, int count, int cacheKiB, Damage damage)
    {
        _damage = damage;
        _free = new SemaphoreSlim(count, count);
        for (var i = 0; i < count; i++)
            _idle.Add(Database.OpenReader(path, cacheKiB));
    }

    /// <exception cref="StoreUnavailableException">The file cannot be read.</exception>
    public async ValueTask<T> ReadAsync<TArgument, T>(TArgument argument, Func<Database, TArgument, T> read, CancellationToken cancellation)
    {
        await _free.WaitAsync(cancellation);
        Database? reader = null;
        try
        {
            if (!_idle.TryTake(out reader))
                throw new StoreUnavailableException("The store is closed.");
            _damage.RefuseIfFound();
            return read(reader, argument);
        }
        catch (SqliteException e)
        {
            _damage.Look(e);
            throw new StoreUnavailableException($"The store cannot be read: {e.Message}", e);
        }
        finally
        {
            if (reader is not null)
                _idle.Add(reader);
            _free.Release();
        }
    }

    /// <summary>Closes the connections that are idle; nobody may be reading.</summary>
    public void Dispose()
    {
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }
}
