using Azure.Data.Tables;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Streams;

/// <summary>
/// Makes sure that a turn whose fate nobody knows is written by now or never: a claim or a reservation that it left may then be taken back.
/// A turn that was only slow conflicts, and is decided again.
/// </summary>
internal sealed class Fence(Table streams)
{
    /// <summary>Whether a stream exists; if not, whoever was about to create it no longer can.</summary>
    public async Task<bool> ExistsForGoodAsync(StreamId stream, CancellationToken cancellation)
    {
        var partition = StreamKey.Partition(stream);
        if (await streams.FindAsync(partition, StreamKey.Head, cancellation, "Version") is { } head)
            return HeadRow.Exists(head);
        var barred = new TableEntity(partition, StreamKey.Head) { ["Version"] = 0L, ["Stamp"] = Stamp.New() };
        return !(await streams.WriteAsync(Act.Add(barred))).Done
            && HeadRow.Exists(await streams.FindAsync(partition, StreamKey.Head, cancellation, "Version"));
    }

    /// <summary>Whether the turn that was decided on that version is in the stream; if not, it no longer can be.</summary>
    public async Task<bool> LandedForGoodAsync(StreamId stream, long version, string turn, CancellationToken cancellation)
    {
        while (true)
        {
            var landed = await LandedAsync(stream, version, turn, cancellation);
            if (landed is { } known)
                return known;
            var partition = StreamKey.Partition(stream);
            if (await streams.FindAsync(partition, StreamKey.Head, cancellation, "Version") is not { } head)
            {
                if (!await ExistsForGoodAsync(stream, cancellation))
                    return false;
                continue;
            }

            // The head gets another ETag: what rests on the former conflicts.
            var touched = new TableEntity(partition, StreamKey.Head) { ["Stamp"] = Stamp.New() };
            if (head.GetInt64("Version") <= version && (await streams.WriteAsync(Act.Merge(touched, head.ETag.ToString()))).Done)
                return false;
        }
    }

    /// <summary>Whether the turn is in the stream: true, false (another turn is in its place), or null: neither, so far.</summary>
    public async Task<bool?> LandedAsync(StreamId stream, long version, string turn, CancellationToken cancellation)
    {
        var first = await streams.FindAsync(StreamKey.Partition(stream), StreamKey.Events(version + 1), cancellation, "Turn");
        return first is null ? null : first.GetString("Turn") == turn;
    }
}

/// <summary>The mark of one write of a head, or of one turn.</summary>
internal static class Stamp
{
    public static string New() => Guid.NewGuid().ToString("N");
}
