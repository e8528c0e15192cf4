using Handoff.Service.Storage;

namespace Handoff.Sqlite.Streams;

/// <summary>
/// What was written last, in memory: a lead is read again within moments, by its first turn, its first e-mail and whoever answers it, while a reader's
/// own pages are worth nothing after the next commit. Only the writer fills it, once a write is durable and before anybody is told; what was
/// not written lately is read from the file.
/// </summary>
internal sealed class RecentStreams
{
    // Some 4 KB each.
    private const int Most = 1_024;

    private readonly Lock _lock = new();
    private readonly LatestEntries<StreamId, Recent> _streams = new(Most);

    private sealed record Recent(StreamHead Head, byte[]? Record, byte[]? Key);

    public StreamHead? Head(StreamId stream) => Find(stream)?.Head;

    public byte[]? Record(string lead) => Find(new(StreamKind.Lead, lead))?.Record;

    public byte[]? Key(string lead) => Find(new(StreamKind.Lead, lead))?.Key;

    /// <summary>A turn is durable.</summary>
    public void Written(Turn turn, string tag)
    {
        lock (_lock)
        {
            _streams.TryGet(turn.Stream, out var known);
            if (turn.Erases)
            {
                _streams.Remove(turn.Stream);
                return;
            }

            var head = new StreamHead(turn.Stream, turn.ExpectedVersion + turn.Events.Length, turn.NextWakeUp, turn.State, tag);
            _streams.Keep(turn.Stream, new(head, turn.Record ?? known?.Record, turn.NewKey ?? known?.Key));
        }
    }

    /// <summary>A head was written otherwise.</summary>
    public void Forget(StreamId stream)
    {
        lock (_lock)
            _streams.Remove(stream);
    }

    private Recent? Find(StreamId stream)
    {
        lock (_lock)
            return _streams.TryGet(stream, out var found) ? found : null;
    }
}
