using Handoff.Leads;
using Handoff.Service.Board;
using Handoff.Service.Health;
using Handoff.Service.Leads;
using Handoff.Service.Processes;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Handoff.Service.Turns;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.Running;

/// <summary>
/// Finds streams whose wake-up has passed without a turn and wakes them; its heartbeat and the lateness of what it found are visible
/// (promise 3). It also finishes erasures that were cut short, or that a restored store does not know of, and
/// lets processes see that files have changed.
/// </summary>
public sealed class Reconciler(
    IStreamStore streams, IFactStore facts, ILeadKeyStore keys, LeadErasure erasure, OpenHandoffs handoffs, FilesFollowing following,
    IWakeUps wakeUps, IClock clock,
    ILogger<Reconciler> log)
{
    /// <summary>How often it looks.</summary>
    public static Duration Period { get; } = Duration.FromMinutes(1);

    /// <summary>Under which name the heartbeat is kept.</summary>
    public const string HeartbeatName = "reconciler:at";

    /// <summary>Under which name the latest lateness is kept, in seconds.</summary>
    public const string LatenessName = "reconciler:lateness";

    /// <summary>Under which name it is kept how many erased leads were applied to this store.</summary>
    private const string ErasuresName = "erasures:applied";

    private const int Most = 5_000;
    private static readonly Duration CountEvery = Period * 5;

    private Instant _nextCount = Instant.MinValue;

    /// <summary>One look. Returns how many overdue streams it woke.</summary>
    public async Task<int> ReconcileAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var overdue = await streams.FindDueAsync(now - Period, Most, cancellation);
        foreach (var passed in overdue)
            wakeUps.Nudge(passed.Stream, now);
        var lateness = overdue.Where(passed => passed.WakeUp > Instant.MinValue).Select(passed => now - passed.WakeUp)
            .DefaultIfEmpty(Duration.Zero).Max();
        if (overdue.Count > 0)
            log.LogWarning(
                LogEvents.Overdue, "{Count} streams were overdue, the oldest by {Seconds:F0} s; they are woken.", overdue.Count,
                lateness.TotalSeconds);
        Measures.Looked(lateness);
        foreach (var id in await streams.SettleAsync(cancellation))
            await erasure.EraseAsync(id, cancellation);
        await facts.SaveValueAsync(
            LatenessName, lateness.TotalSeconds.ToString("F1", System.Globalization.CultureInfo.InvariantCulture), cancellation);
        await facts.SaveValueAsync(HeartbeatName, InstantPattern.ExtendedIso.Format(now), cancellation);
        await following.LookAsync(cancellation);
        await CountOpenAsync(now, cancellation);
        return overdue.Count;
    }

    /// <summary>Counts the open handoffs where somebody asks for the figure, each few looks: it is a look at all of them.</summary>
    private async Task CountOpenAsync(Instant now, CancellationToken cancellation)
    {
        if (!Measures.CountsOpen || now < _nextCount)
            return;
        _nextCount = now + CountEvery;
        var open = await handoffs.ReadAsync(cancellation);
        foreach (var status in Enum.GetValues<LeadStatus>().Where(status => status.HasClocks()))
            Measures.Counted(status, open.Count(one => one.Status == status));
    }

    /// <summary>
    /// Applies the list of erased leads before anything else: a restored store may still have them. The store knows how many it has
    /// applied, so a start without a restore mostly looks at none.
    /// </summary>
    public async Task ApplyErasuresAsync(CancellationToken cancellation)
    {
        var erased = await keys.ListErasedAsync(cancellation);
        var all = erased.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (await facts.FindValueAsync(ErasuresName, cancellation) == all)
            return;
        foreach (var id in erased)
            await erasure.EraseAsync(id, cancellation);
        await facts.SaveValueAsync(ErasuresName, all, cancellation);
    }
}
