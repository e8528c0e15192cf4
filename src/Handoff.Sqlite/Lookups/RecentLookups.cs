using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using NodaTime;

namespace Handoff.Sqlite.Lookups;

/// <summary>
/// Lookups that count for minutes only. Their keys are random, and every write of a random key into a tree writes a page of it: so these are
/// appended in the order of time, and found by a table in memory (some 30 bytes for each delivery of the last minutes), which is read again at start.
/// The writer alone writes; everybody finds.
/// </summary>
internal sealed class RecentLookups
{
    private const int SweepLimit = 2_000;
    private const int LeastCapacity = 4_096;

    private readonly Lock _lock = new();

    // By fingerprints. The keys are keyed hashes already; of two that fell together the later alone would be found.
    private readonly Dictionary<ulong, long> _rows = [];

    private Task _loading = Task.CompletedTask;

    /// <summary>
    /// Reads at start what is durable, beside what comes next: after a flood that takes a second or two, in which pages and links are served already. Who
    /// needs a lookup waits for it, and hears of its failure.
    /// </summary>
    /// <param name="database">A connection for this alone; it is disposed of in the end.</param>
    public void BeginLoad(Database database) => _loading = Task.Factory.StartNew(
        () =>
        {
            using (database)
                Read(database);
        },
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Whether the load of the start goes on.</summary>
    public bool IsLoading => !_loading.IsCompleted;

    /// <summary>Waits until the load of the start has ended, however it did.</summary>
    public Task WhenLoadedAsync() => Task.WhenAny(_loading);

    /// <summary>Reads what is durable after a failed write.</summary>
    public void Load(Database main)
    {
        Task.WaitAny(_loading);
        Read(main);
        _loading = Task.CompletedTask;
    }

    /// <summary>The lookup as this connection sees it, expired or not; null when there is none.</summary>
    public (Lookup Lookup, Instant? ExpiresAt)? Find(Database database, string key, LookupKey kept)
    {
        AwaitLoad();
        long number;
        lock (_lock)
        {
            if (!_rows.TryGetValue(LookupKey.Fingerprint(kept.Column), out number))
                return null;
        }

        using var row = database.Use("SELECT key, lead, data, version, expires_at FROM recent_lookups WHERE no = ?1").Bind(1, number);
        return row.Step() && row.Span(0).SequenceEqual(kept.Column)
            ? (new Lookup(key, row.Id(1), row.Text(2), row.Number(3)), row.InstantOrNull(4))
            : null;
    }

    /// <summary>Appends a lookup in the writer's transaction.</summary>
    public void Write(Database main, LookupWrite lookup, LookupKey kept, long version)
    {
        AwaitLoad();
        main.Use("INSERT INTO recent_lookups (key, lead, data, version, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)")
            .Bind(1, kept.Column).BindId(2, lookup.LeadId).Bind(3, lookup.Data).Bind(4, version).Bind(5, lookup.ExpiresAt).Run();
        lock (_lock)
            _rows[LookupKey.Fingerprint(kept.Column)] = main.LastInserted();
    }

    /// <summary>Drops what expired at or before <paramref name="until"/>, the oldest first.</summary>
    /// <returns>Whether there may be more.</returns>
    public bool Sweep(Database main, Instant until)
    {
        if (IsLoading)
            return true;
        List<(long Number, ulong Key)> swept = [];
        using (var rows = main.Use("SELECT no, key, expires_at FROM recent_lookups ORDER BY no LIMIT ?1").Bind(1, (long)SweepLimit))
        {
            while (rows.Step() && rows.InstantOrNull(2) is { } expiry && expiry <= until)
                swept.Add((rows.Number(0), LookupKey.Fingerprint(rows.Span(1))));
        }

        if (swept.Count == 0)
            return false;
        main.Use("DELETE FROM recent_lookups WHERE no <= ?1").Bind(1, swept[^1].Number).Run();
        lock (_lock)
        {
            foreach (var (number, key) in swept)
            {
                if (_rows.TryGetValue(key, out var newest) && newest == number)
                    _rows.Remove(key);
            }

            // After a flood it gives its memory back.
            if (_rows.Capacity > Math.Max(_rows.Count, LeastCapacity) * 4)
                _rows.TrimExcess(Math.Max(_rows.Count, LeastCapacity) * 2);
        }

        return swept.Count == SweepLimit;
    }

    private void Read(Database database)
    {
        lock (_lock)
        {
            _rows.Clear();
            using var rows = database.Use("SELECT no, key FROM recent_lookups ORDER BY no");
            while (rows.Step())
                _rows[LookupKey.Fingerprint(rows.Span(1))] = rows.Number(0);
        }
    }

    private void AwaitLoad() => _loading.GetAwaiter().GetResult();
}
