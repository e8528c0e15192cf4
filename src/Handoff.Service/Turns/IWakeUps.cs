using System.Collections.Immutable;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Turns;

/// <summary>
/// Tells whoever runs the streams that one has something to do. Only a nudge: losing one costs at most the reconciler's period (design
/// section 4).
/// </summary>
public interface IWakeUps
{
    /// <summary>A turn of a stream was saved.</summary>
    void Saved(SavedTurn turn);

    /// <summary>
    /// Somebody's situation changed: the stream is to be woken at <paramref name="at"/>, or at once when that has passed.
    /// </summary>
    void Nudge(StreamId stream, Instant at);
}

/// <summary>What a saved turn means for whoever waits for the stream's next wake-up.</summary>
/// <param name="IsNew">Whether it has come into being, so that nothing runs it yet.</param>
/// <param name="Before">The wake-up that it had before the turn, or null: none.</param>
/// <param name="Next">The wake-up that it has now, or null: nothing of it is due any more.</param>
/// <param name="Lead">The lead as it was saved, so that whoever goes on need not read it; null: it has to be read.</param>
public sealed record SavedTurn(StreamId Stream, bool IsNew, Instant? Before, Instant? Next, OpenedLead? Lead)
{
    /// <summary>The numbers of the messages that a lead owes because of this turn.</summary>
    public ImmutableArray<int> Owes { get; init; } = [];
}
