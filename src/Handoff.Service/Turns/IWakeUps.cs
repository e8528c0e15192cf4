using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Turns;

/// <summary>
/// Tells whoever runs the streams that one has something to do. Only a nudge: it holds no data, and losing one costs at most the
/// reconciler's period (DESIGN section 4).
/// </summary>
public interface IWakeUps
{
    /// <summary>The stream is to be woken at <paramref name="at"/>, or at once when that has passed.</summary>
    void Nudge(StreamId stream, Instant at);
}
