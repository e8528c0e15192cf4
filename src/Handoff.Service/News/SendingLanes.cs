using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.News;

/// <summary>How many events are sent at once: slow receivers must leave a host's workers to the leads.</summary>
public sealed class SendingLanes(IWakeUps wakeUps, IClock clock)
{
    /// <summary>To one channel.</summary>
    private const int MostOfChannel = 4;

    /// <summary>To all, a third of the workers.</summary>
    private const int MostOfAll = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _busy = new(StringComparer.Ordinal);
    private readonly HashSet<StreamId> _waiting = [];
    private int _all;

    /// <summary>Takes a lane; null: all are taken, and the stream is woken when one is free.</summary>
    /// <param name="channel">The channel's name.</param>
    /// <param name="stream">The part of it that asks.</param>
    public IDisposable? TryEnter(string channel, StreamId stream)
    {
        lock (_lock)
        {
            var busy = _busy.GetValueOrDefault(channel);
            if (_all >= MostOfAll || busy >= MostOfChannel)
            {
                _waiting.Add(stream);
                return null;
            }

            _busy[channel] = busy + 1;
            _all++;
            _waiting.Remove(stream);
            return new Lane(this, channel);
        }
    }

    private void Leave(string channel)
    {
        StreamId[] woken;
        lock (_lock)
        {
            _busy[channel]--;
            _all--;
            woken = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var stream in woken)
            wakeUps.Nudge(stream, clock.GetCurrentInstant());
    }

    private sealed class Lane(SendingLanes of, string channel) : IDisposable
    {
        public void Dispose() => of.Leave(channel);
    }
}
