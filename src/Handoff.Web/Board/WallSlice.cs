using System.Collections.Immutable;
using Handoff.Service.Board;
using Handoff.Web.Words;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Web.Board;

/// <summary>
/// What a screen on the wall shows at once: the most urgent handoffs, and after a while the next ones, unless the address holds
/// one.
/// </summary>
public sealed class WallSlice
{
    // What is read at once from across a room, and stands whole on a screen of 1080 lines.
    private const int Most = 8;

    // How long a breach is news.
    private static readonly Duration News = Duration.FromMinutes(2);

    private static readonly Duration Turn = Duration.FromSeconds(20);

    private readonly Instant _now;

    internal WallSlice(BoardPage board, int? held, ReaderTime time)
    {
        _now = board.Now;
        IsHeld = held is not null;
        Slices = Math.Max(1, (board.Rows.Length + Most - 1) / Most);
        Slice = Math.Min(held ?? (int)(board.Now.ToUnixTimeSeconds() / (long)Turn.TotalSeconds % Slices) + 1, Slices);
        First = ((Slice - 1) * Most) + 1;
        Rows = [.. board.Rows.Skip(First - 1).Take(Most)];
        TimeOfDay = time.At(board.Now).Time;
    }

    /// <summary>Which part, from 1.</summary>
    public int Slice { get; }

    public int Slices { get; }

    /// <summary>Whether the address says which part: it does not go on by itself.</summary>
    public bool IsHeld { get; }

    /// <summary>The number of the first row, from 1.</summary>
    public int First { get; }

    public ImmutableArray<BoardRow> Rows { get; }

    /// <summary>The time of day where the reader is.</summary>
    public string TimeOfDay { get; }

    internal string Iso => InstantPattern.ExtendedIso.Format(_now);

    /// <summary>Whether its deadline has just passed.</summary>
    internal bool IsFresh(BoardRow row) => row.Handoff.IsLate(_now) && row.Handoff.Pressing is { } clock && _now - clock.Due < News;
}
