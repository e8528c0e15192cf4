using System.Globalization;
using Handoff.Leads;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.Turns;

/// <summary>How often something was owed to somebody who cannot be reached, and nobody else could be told.</summary>
/// <param name="Count">How often, ever.</param>
/// <param name="LastAt">When it last happened, or null: never.</param>
public sealed record UntoldCount(int Count, Instant? LastAt);

/// <summary>
/// Counts what no mail can tell any more (a deputy's mail came back too), so that it is seen where the product's health is read. The ledger of each
/// lead is the record; two processes that count at the same instant may count once.
/// </summary>
public sealed class UntoldAlerts(IFactStore facts, IClock clock) : IDisposable
{
    private const string Name = "alerts:untold";

    private readonly SemaphoreSlim _counting = new(1, 1);

    /// <summary>The count.</summary>
    public async ValueTask<UntoldCount> ReadAsync(CancellationToken cancellation)
    {
        if (await facts.FindValueAsync(Name, cancellation) is not { } value)
            return new(0, null);
        var parts = value.Split(' ');
        return new(int.Parse(parts[0], CultureInfo.InvariantCulture), InstantPattern.ExtendedIso.Parse(parts[1]).Value);
    }

    /// <summary>Counts what a turn wrote.</summary>
    public async ValueTask CountAsync(IEnumerable<LeadEvent> written, CancellationToken cancellation)
    {
        var lost = written.Count(happened => happened is MessageBounced { IsLost: true } or MessageParked { IsLost: true });
        if (lost == 0)
            return;
        await _counting.WaitAsync(cancellation);
        try
        {
            var before = await ReadAsync(cancellation);
            var now = InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant());
            var value = string.Create(CultureInfo.InvariantCulture, $"{before.Count + lost} {now}");
            await facts.SaveValueAsync(Name, value, cancellation);
        }
        finally
        {
            _counting.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _counting.Dispose();
}
