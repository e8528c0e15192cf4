using System.Collections.Concurrent;
using Handoff.Agreements;
using NodaTime;

namespace Handoff.Service.Intake;

/// <summary>
/// Counts what is posted in the present minute, of all to a source against its <c>limit</c> and of each sender against its
/// <c>limit_per_address</c>. In memory: each process counts its own, and forgets with the minute.
/// </summary>
public sealed class SourceLimits(IClock clock)
{
    /// <summary>Of more senders than these the further ones are not told apart: whoever has that many addresses has them all.</summary>
    private const int MostSenders = 50_000;

    private readonly Lock _turning = new();
    private volatile Minute _now = new(0);

    private sealed record Minute(long Number)
    {
        public ConcurrentDictionary<string, int> BySource { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<(string Source, string Sender), int> BySender { get; } = new();
    }

    /// <summary>Counts one request. Null: within the limit; else after how many seconds to try again.</summary>
    public int? Count(LeadSource source) => Count(
        source.LimitPerMinute, now => now.BySource.AddOrUpdate(source.Name, 1, static (_, count) => count + 1));

    /// <summary>Counts one post of a sender. Null: within the limit; else after how many seconds to try again.</summary>
    /// <param name="sender">From where, as limits know it.</param>
    public int? Count(LeadSource source, string sender) => Count(
        source.LimitPerAddress,
        now => now.BySender.AddOrUpdate(
            (source.Name, now.BySender.Count < MostSenders ? sender : ""), 1, static (_, count) => count + 1));

    private int? Count(int? limit, Func<Minute, int> count)
    {
        if (limit is not { } most)
            return null;
        var seconds = clock.GetCurrentInstant().ToUnixTimeSeconds();
        return count(MinuteOf(seconds / 60)) <= most ? null : (int)(60 - (seconds % 60));
    }

    private Minute MinuteOf(long number)
    {
        if (_now is { } now && now.Number == number)
            return now;
        lock (_turning)
            return _now.Number == number ? _now : _now = new(number);
    }
}
