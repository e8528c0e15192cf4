using System.Collections.Concurrent;
using Handoff.Agreements;
using NodaTime;

namespace Handoff.Service.Intake;

/// <summary>
/// Counts what each sender posts to a source in the present minute, against the source's <c>limit_per_address</c>. In memory: each process
/// counts its own, and forgets with the minute.
/// </summary>
public sealed class AddressLimits(IClock clock)
{
    /// <summary>Of more senders than these the further ones are not told apart: whoever has that many addresses has them all.</summary>
    private const int MostSenders = 50_000;

    private readonly Lock _turning = new();
    private (long Minute, ConcurrentDictionary<(string Source, string Sender), int> Counts) _now = (0, new());

    /// <summary>Counts one post. Null: within the limit; else after how many seconds to try again.</summary>
    /// <param name="sender">From where, as limits know it.</param>
    public int? Count(LeadSource source, string sender)
    {
        if (source.LimitPerAddress is not { } limit)
            return null;
        var seconds = clock.GetCurrentInstant().ToUnixTimeSeconds();
        var counts = Counts(seconds / 60);
        var key = (source.Name, counts.Count < MostSenders ? sender : "");
        return counts.AddOrUpdate(key, 1, static (_, count) => count + 1) <= limit ? null : (int)(60 - (seconds % 60));
    }

    private ConcurrentDictionary<(string Source, string Sender), int> Counts(long minute)
    {
        lock (_turning)
        {
            if (_now.Minute != minute)
                _now = (minute, new());
            return _now.Counts;
        }
    }
}
