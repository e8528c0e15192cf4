using System.Diagnostics.CodeAnalysis;

namespace Handoff.Sqlite.Streams;

/// <summary>What was kept last, by key: of more than so many the oldest goes. Not safe for several threads; whoever has one guards it.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class LatestEntries<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _entries = [];
    private readonly Queue<TKey> _order = [];

    /// <summary>The entry, if it is still there.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => _entries.TryGetValue(key, out value);

    /// <summary>Keeps an entry, in the place and at the age of an earlier one of its key.</summary>
    public void Keep(TKey key, TValue value)
    {
        if (!_entries.ContainsKey(key))
        {
            // One that was removed may stand in the order twice; then it goes a little early.
            while (_order.Count >= most)
                _entries.Remove(_order.Dequeue());
            _order.Enqueue(key);
        }

        _entries[key] = value;
    }

    /// <summary>Drops an entry.</summary>
    public void Remove(TKey key) => _entries.Remove(key);
}
