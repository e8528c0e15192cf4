namespace Handoff.Service.Running;

/// <summary>A sleep that can be shortened from outside.</summary>
internal sealed class SleepUntil(TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource? _sleeping;
    private DateTimeOffset _until = DateTimeOffset.MaxValue;
    private DateTimeOffset _asked = DateTimeOffset.MaxValue;

    /// <summary>Sleeps until <paramref name="until"/>, until what was asked for meanwhile, or for the longest sleep.</summary>
    public async Task UntilAsync(DateTimeOffset? until, TimeSpan longest, CancellationToken cancellation)
    {
        using var sleeping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        DateTimeOffset now, end;
        lock (_lock)
        {
            now = time.GetUtcNow();
            _until = now + longest;
            if (until is { } earlier && earlier < _until)
                _until = earlier;
            if (_asked < _until)
                _until = _asked;
            _asked = DateTimeOffset.MaxValue;
            _sleeping = sleeping;
            end = _until;
        }

        try
        {
            if (end <= now)
                return;
            var slept = Task.Delay(end - now, time, sleeping.Token);
            // A clock that was moved on before the delay began would have it end as much too late.
            if (time.GetUtcNow() >= end)
                await sleeping.CancelAsync();
            await slept;
        }
        catch (OperationCanceledException)
        {
            // Woken early, or stopping: the caller looks again either way.
        }
        finally
        {
            lock (_lock)
            {
                _sleeping = null;
                _until = DateTimeOffset.MaxValue;
            }
        }
    }

    /// <summary>Wakes by <paramref name="at"/> at the latest.</summary>
    public void NotLaterThan(DateTimeOffset at)
    {
        lock (_lock)
        {
            if (at < _asked)
                _asked = at;
            if (at < _until)
                _sleeping?.Cancel();
        }
    }

    public void Dispose() => _sleeping?.Dispose();
}
