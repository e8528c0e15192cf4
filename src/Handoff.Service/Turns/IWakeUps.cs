using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Turns;

/// <summary>
/// Tells whoever runs the streams that one has something to do. Only a nudge: it holds no data, and losing one costs at most the
/// reconciler's period (DESIGN section 4).
/// </summary>
public interface IWakeUps
{
    /// <summary>A stream has come into being, and nothing runs it yet; it is to be woken at <paramref name="at"/>.</summary>
    void Begin(StreamId stream, Instant at);

    /// <summary>The stream is to be woken at <paramref name="at"/>, or at once when that has passed.</summary>
    void Nudge(StreamId stream, Instant at);

    /// <summary>Nothing of the stream is due any more: whoever waits for it need not.</summary>
    void End(StreamId stream);
}

/// <summary>What is told of a stream after a turn.</summary>
internal static class WakeUpTelling
{
    /// <summary>Tells the stream's next wake-up, or that there is none.</summary>
    public static void Tell(this IWakeUps wakeUps, StreamId stream, bool isNew, Instant? next)
    {
        if (next is not { } at)
            wakeUps.End(stream);
        else if (isNew)
            wakeUps.Begin(stream, at);
        else
            wakeUps.Nudge(stream, at);
    }
}
