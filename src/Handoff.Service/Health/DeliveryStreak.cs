using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.Health;

/// <summary>
/// Since when e-mails fail, one after the other. Kept in the store only while they do, so that every process sees it; a message that is
/// refused for itself (an address that does not exist) is no failure of the provider and does not count.
/// </summary>
public sealed class DeliveryStreak(IFactStore facts, IClock clock)
{
    private const string Name = "deliveries:failing";

    /// <summary>
    /// Deliveries are tried again within the hour: a streak whose last failure is older has ended where another process sent.
    /// </summary>
    private static readonly Duration Remembered = Duration.FromMinutes(75);

    private volatile bool _mayFail = true;

    /// <summary>Since when e-mails fail, or null: the last one went.</summary>
    public async ValueTask<Instant?> FailingSinceAsync(CancellationToken cancellation)
    {
        var found = await ReadAsync(cancellation);
        _mayFail = found is not null;
        return found is { } streak && clock.GetCurrentInstant() - streak.Last <= Remembered ? streak.Since : null;
    }

    /// <summary>An e-mail went. Never throws: what has left must be recorded, whatever becomes of this.</summary>
    internal async ValueTask SentAsync()
    {
        if (!_mayFail)
            return;
        try
        {
            if (await ReadAsync(CancellationToken.None) is not null)
                await facts.SaveValueAsync(Name, "", CancellationToken.None);
            _mayFail = false;
        }
        catch (StoreUnavailableException)
        {
            // The next one that goes says it again.
        }
    }

    /// <summary>An e-mail was not taken, and is tried again. Never throws.</summary>
    internal async ValueTask FailedAsync()
    {
        _mayFail = true;
        try
        {
            var now = clock.GetCurrentInstant();
            var since = await ReadAsync(CancellationToken.None) is { } streak && now - streak.Last <= Remembered ? streak.Since : now;
            await facts.SaveValueAsync(
                Name, $"{InstantPattern.ExtendedIso.Format(since)} {InstantPattern.ExtendedIso.Format(now)}", CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // The next one that fails says it again.
        }
    }

    private async ValueTask<(Instant Since, Instant Last)?> ReadAsync(CancellationToken cancellation)
    {
        if (await facts.FindValueAsync(Name, cancellation) is not { Length: > 0 } value)
            return null;
        var parts = value.Split(' ');
        return (InstantPattern.ExtendedIso.Parse(parts[0]).Value, InstantPattern.ExtendedIso.Parse(parts[1]).Value);
    }
}
