using Handoff.Alerts;
using Handoff.People;
using Handoff.Service.Storage;

namespace Handoff.Service.Turns;

/// <summary>
/// Alerts that are delivered to one person at the same time share one write. Of those who write at once all but one would
/// conflict, and decide again.
/// </summary>
/// <param name="save">Saves some alerts of one person; all or none.</param>
internal sealed class AlertGathering(Func<PersonId, IReadOnlyList<Alert>, Task> save)
{
    // With their keys and the head they find room in one transaction of a hundred rows.
    private const int MostInOne = 32;

    private readonly Dictionary<StreamId, List<Waiting>> _waiting = [];

    private sealed record Waiting(PersonId Person, Alert Alert)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Saves an alert, with those of the same person that come meanwhile. Who comes first begins to write.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot write; nothing is known to be saved.</exception>
    public async Task RaiseAsync(StreamId stream, PersonId person, Alert alert, CancellationToken cancellation)
    {
        var own = new Waiting(person, alert);
        bool writes;
        lock (_waiting)
        {
            writes = !_waiting.TryGetValue(stream, out var others);
            if (writes)
                _waiting[stream] = [own];
            else
                others!.Add(own);
        }

        // Not awaited: whose alert is saved goes on, whoever else still waits. It never fails, and somebody waits for each of its writes.
        if (writes)
            _ = SaveAllAsync(stream);
        await own.Done.Task.WaitAsync(cancellation);
    }

    /// <summary>Saves until nobody waits.</summary>
    private async Task SaveAllAsync(StreamId stream)
    {
        while (Take(stream) is { Length: > 0 } some)
        {
            try
            {
                await save(some[0].Person, [.. some.Select(one => one.Alert)]);
                foreach (var one in some)
                    one.Done.SetResult();
            }
            // Whatever it was, each of those who wait is told, and delivers again.
            catch (Exception e)
            {
                foreach (var one in some)
                    one.Done.SetException(e);
            }
        }
    }

    private Waiting[] Take(StreamId stream)
    {
        lock (_waiting)
        {
            var waiting = _waiting[stream];
            var some = waiting.Take(MostInOne).ToArray();
            waiting.RemoveRange(0, some.Length);
            if (some.Length == 0)
                _waiting.Remove(stream);
            return some;
        }
    }
}
