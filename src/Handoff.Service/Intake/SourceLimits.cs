using System.Collections.Concurrent;
using Handoff.Agreements;
using NodaTime;

namespace Handoff.Service.Intake;

/// <summary>Counts what each source posts in the present minute, against the source's own <c>limit</c>.</summary>
public sealed class SourceLimits(IClock clock)
{
    private readonly ConcurrentDictionary<string, Window> _windows = new(StringComparer.Ordinal);

    private sealed class Window
    {
        public long Minute;
        public int Count;
    }

    /// <summary>Counts one request. Null: within the limit; else after how many seconds to try again.</summary>
    public int? Count(LeadSource source)
    {
        if (source.LimitPerMinute is not { } limit)
            return null;
        var seconds = clock.GetCurrentInstant().ToUnixTimeSeconds();
        var window = _windows.GetOrAdd(source.Name, _ => new Window());
        lock (window)
        {
            if (window.Minute != seconds / 60)
                (window.Minute, window.Count) = (seconds / 60, 0);
            return ++window.Count <= limit ? null : (int)(60 - (seconds % 60));
        }
    }
}
