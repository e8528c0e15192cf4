using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Routing;
using Handoff.Rows;
using Handoff.Service.Company;
using Handoff.Service.Rows;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Turns;

/// <summary>
/// Wakes the leads that wait in a team's queue when capacity becomes free. Those that are not woken are looked at when their own rungs or
/// daily reminders come.
/// </summary>
public sealed class WaitingLeads(LeadRowReading rows, IStreamStore streams, CompanyInForce company, IWakeUps wakeUps, IClock clock)
{
    /// <summary>How many are woken when capacity becomes free: not each of them speaks the language of the rep who has it.</summary>
    private const int MostWoken = 10;

    /// <summary>A turn that is cut short between its commit and the waking is made up for by then.</summary>
    private static readonly Duration AtTheLatest = Duration.FromSeconds(2);

    /// <summary>
    /// The leads that wait for capacity which a decision frees; they are due soon from now on, whatever becomes of the commit.
    /// </summary>
    /// <param name="lead">The lead that was decided.</param>
    /// <param name="rota">The rota of the lead's team before it.</param>
    public async ValueTask<ImmutableArray<StreamId>> FreedAsync(Lead lead, Decision decision, Rota rota, CancellationToken cancellation)
    {
        var freed = decision.Rota.GroupBy(change => change.Team, StringComparer.Ordinal)
            .Where(team => FreesCapacity(team.Key, [.. team], rota)).Select(team => team.Key).ToHashSet(StringComparer.Ordinal);
        if (freed.Count == 0)
            return [];
        var waiting = await rows.ReadAsync(new() { Shelves = [LeadShelf.Waiting] }, cancellation)
            .Where(row => freed.Contains(row.Team) && row.Id != lead.Id).ToListAsync(cancellation);
        // The oldest first.
        var woken = waiting.GroupBy(row => row.Team, StringComparer.Ordinal)
            .SelectMany(team => team.TakeLast(MostWoken).Reverse()).Select(row => new StreamId(StreamKind.Lead, row.Id.Value))
                .ToImmutableArray();
        foreach (var stream in woken)
            await streams.WakeAsync(stream, clock.GetCurrentInstant() + AtTheLatest, cancellation);
        return woken;
    }

    /// <summary>Wakes the leads, now that the capacity is free.</summary>
    public async ValueTask WakeAsync(ImmutableArray<StreamId> waiting, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        foreach (var stream in waiting)
        {
            await streams.WakeAsync(stream, now, cancellation);
            wakeUps.Nudge(stream, now);
        }
    }

    /// <summary>Whether a rep who could hold or get no more leads can now, or perhaps can. Of another team's rota only the change is
    /// known.</summary>
    private bool FreesCapacity(string team, ImmutableArray<RotaChange> changes, Rota rota) => changes
        .SelectMany(change => change.Deltas)
        .GroupBy(delta => delta.Rep)
        .Any(rep => rep.Sum(delta => delta.Load) < 0
            && company.Staff.Team(team)?.Rep(rep.Key) is { Capacity: { } capacity }
            && (team != rota.Team || rota.Of(rep.Key).Load >= capacity))
        || changes.SelectMany(change => change.Deltas).Any(delta => delta.Today is { Given: < 0 });
}
