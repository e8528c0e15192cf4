using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite.Writing;

/// <summary>A new lead's key, to be made durable before the lead.</summary>
internal readonly record struct NewLeadKey(string Lead, byte[] Key);

/// <summary>
/// Makes the keys of a group durable on a thread of its own while the writer writes the group's rows: the writer waits for both before it commits,
/// so that no lead is durable without its key. <c>keys.db</c> belongs to this thread from <see cref="Begin"/> until <see cref="Wait"/> returns.
/// </summary>
internal sealed class KeyCommit : IDisposable
{
    private readonly Database _keys;
    // Not a slim one: what is waited for is the disk, and to spin meanwhile takes a processor from those who work.
    private readonly AutoResetEvent _begun = new(false);
    private readonly AutoResetEvent _ended = new(false);
    private readonly Thread _thread;

    private IReadOnlyList<NewLeadKey> _toWrite = [];
    private List<NewLeadKey> _written = [];
    private Exception? _failure;
    private bool _closed;

    /// <param name="keys"><c>keys.db</c>; not disposed.</param>
    public KeyCommit(Database keys)
    {
        _keys = keys;
        _thread = new Thread(Run) { Name = "Handoff keys", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Begins; <see cref="Wait"/> must follow.</summary>
    public void Begin(IReadOnlyList<NewLeadKey> keys)
    {
        (_toWrite, _written, _failure) = (keys, [], null);
        _begun.Set();
    }

    /// <summary>Waits until the keys are durable.</summary>
    /// <exception cref="IOException">They could not be written; the cause is inside.</exception>
    public void Wait()
    {
        _ended.WaitOne();
        if (_failure is not null)
            throw new IOException($"The keys could not be written: {_failure.Message}", _failure);
    }

    /// <summary>
    /// After <see cref="Wait"/>, before the leads are durable: a lead that was accepted has its key and no other, and the key of one that was
    /// refused (a conflict) is taken away. Mostly there is nothing to do.
    /// </summary>
    public void Settle(IReadOnlyCollection<(NewLeadKey Key, bool Accepted)> leads)
    {
        var written = new HashSet<byte[]>(_written.Select(static key => key.Key), ReferenceEqualityComparer.Instance);
        if (leads.All(lead => lead.Accepted == written.Contains(lead.Key.Key)))
            return;
        _keys.Begin();
        foreach (var (key, _) in leads.Where(lead => !lead.Accepted && written.Contains(lead.Key.Key)))
            _keys.Use("DELETE FROM keys WHERE lead = ?1").Bind(1, key.Lead).Run();
        // What stood in its way was left by a lead that never came.
        foreach (var (key, _) in leads.Where(lead => lead.Accepted && !written.Contains(lead.Key.Key)))
            _keys.Use("INSERT OR REPLACE INTO keys (lead, key) VALUES (?1, ?2)").Bind(1, key.Lead).Bind(2, key.Key).Run();
        _keys.Commit();
    }

    /// <summary>After <see cref="Wait"/>: nothing of the group was written, so its keys are taken away again.</summary>
    public void TakeBack()
    {
        if (_written.Count == 0)
            return;
        _keys.Begin();
        foreach (var key in _written)
            _keys.Use("DELETE FROM keys WHERE lead = ?1").Bind(1, key.Lead).Run();
        _keys.Commit();
    }

    public void Dispose()
    {
        _closed = true;
        _begun.Set();
        _thread.Join();
        _begun.Dispose();
        _ended.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            _begun.WaitOne();
            if (_closed)
                return;
            try
            {
                Write();
            }
            // It is thrown again where it is waited for.
            catch (Exception e)
            {
                _failure = e;
            }

            _ended.Set();
        }
    }

    private void Write()
    {
        _keys.Begin();
        try
        {
            foreach (var key in _toWrite)
            {
                // One that is there belongs to a lead that is there: it must not be lost to whoever claims the same id.
                if (_keys.Use("INSERT OR IGNORE INTO keys (lead, key) VALUES (?1, ?2)").Bind(1, key.Lead).Bind(2, key.Key).Run() == 1)
                    _written.Add(key);
            }

            _keys.Commit();
        }
        catch
        {
            _keys.Rollback();
            throw;
        }
    }
}
