using Handoff.Figures;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Figures;

/// <summary>
/// Keeps the facts of all leads for the next start: the pieces that changed, once an hour at most, by one process of all, and when a host
/// stops.
/// </summary>
public sealed class FactKeeping(FactReading facts, ISnapshotStore snapshots, IFactStore claims, IClock clock)
{
    private static readonly Duration Every = Duration.FromHours(1);

    private readonly FactSnapshots _snapshots = new(snapshots);
    private Instant? _lookedAt;

    /// <summary>Keeps what has changed, if it is time.</summary>
    /// <param name="evenUnread">Whether facts are read for it where nobody has asked for a figure since the start.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>How many pieces it wrote.</returns>
    public async Task<int> KeepAsync(bool evenUnread, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if ((!facts.HasRead && !evenUnread) || (now < _lookedAt + Every && now >= _lookedAt))
            return 0;
        _lookedAt = now;
        var hour = FormattableString.Invariant($"facts:{now.ToUnixTimeSeconds() / (long)Every.TotalSeconds}");
        return await claims.ClaimAsync(hour, now + Every * 2, now, cancellation) ? await KeepAsync(cancellation) : 0;
    }

    /// <summary>Keeps what has changed before the host stops, whatever the hour, so that the next start reads no row twice.</summary>
    /// <returns>How many pieces it wrote.</returns>
    public Task<int> KeepLastAsync(CancellationToken cancellation) => facts.HasRead ? KeepAsync(cancellation) : Task.FromResult(0);

    /// <remarks>
    /// A piece is written as it stands when its turn comes: a fact that is newer than the head says is read from its row again.
    /// </remarks>
    private async Task<int> KeepAsync(CancellationToken cancellation)
    {
        var (asOf, book, count, from, mark) = await facts.ReadAsync(
            (asOf, book) => (asOf, book, book.Count, book.ReceivedFrom, CalendarMark.Of(book.Staff!, book.ReceivedFrom, asOf)),
            cancellation);
        var changed = Enumerable.Range(0, book.PieceCount).Where(piece => !book.IsKept(piece)).ToList();
        if (changed.Count == 0)
            return 0;
        var names = Enumerable.Range(0, book.PieceCount).Select(book.NameOf).ToArray();
        foreach (var piece in changed)
        {
            if (await facts.LookAsync(
                book, one => new Written(FactPieces.Write(one, piece), one.VersionOf(piece)), cancellation) is not { } written)
                return 0;
            names[piece] = await _snapshots.SaveAsync(written.Bytes, cancellation);
            book.Keep(piece, names[piece]!, written.Version);
        }

        if (await facts.LookAsync(book, static one => one.Common, cancellation) is not { } common)
            return 0;
        var name = await _snapshots.SaveAsync(common, cancellation);
        await _snapshots.SaveAsync(new FactSnapshot(FactBytes.Shape, asOf, from, mark, count, name, [.. names!]), cancellation);
        return changed.Count;
    }

    private sealed record Written(byte[] Bytes, long Version);
}
