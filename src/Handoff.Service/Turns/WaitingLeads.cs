using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Routing;
using Handoff.Service.Company;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Turns;

/// <summary>
/// Which leads wait in a team's queue, so that whoever frees capacity finds them without a search. The list is one lookup a team, written with the
/// turns that put a lead into the queue and take it out. Those beyond its end are looked at when their own rungs or daily reminders come.
/// </summary>
public sealed class WaitingLeads(ILookupStore lookups, IStreamStore streams, CompanyInForce company, IWakeUps wakeUps, IClock clock)
{
    /// <summary>How many are woken when capacity becomes free: not each of them speaks the language of the rep who has it.</summary>
    private const int MostWoken = 10;

    /// <summary>A turn that is cut short between its commit and the waking is made up for by then.</summary>
    private static readonly Duration AtTheLatest = Duration.FromSeconds(2);

    private readonly ListedLeads _listed = new(lookups, clock);

    /// <summary>What a turn has to write because the lead came into the queue or left it; null: nothing.</summary>
    public ValueTask<LookupWrite?> ChangeAsync(Lead before, Lead after, CancellationToken cancellation) =>
        _listed.ChangeAsync(KeyOf(after.Known.Team), after.Id.Value, Waits(before), Waits(after), cancellation);

    /// <summary>The leads that wait for capacity which a decision frees; they are due soon from now on, whatever becomes of the commit.</summary>
    /// <param name="lead">The lead that was decided.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="rota">The rota of the lead's team before it.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async ValueTask<ImmutableArray<StreamId>> FreedAsync(Lead lead, Decision decision, Rota rota, CancellationToken cancellation)
    {
        if (!decision.Rota.Any(change => change.Deltas.Any(delta => delta.Load < 0)))
            return [];
        var woken = ImmutableArray.CreateBuilder<StreamId>();
        foreach (var team in decision.Rota.GroupBy(change => change.Team, StringComparer.Ordinal))
        {
            if (!FreesCapacity(team.Key, [.. team], rota))
                continue;
            var waiting = await _listed.ReadAsync(KeyOf(team.Key), cancellation);
            woken.AddRange(waiting.Where(id => id != lead.Id.Value).Take(MostWoken).Select(id => new StreamId(StreamKind.Lead, id)));
        }

        foreach (var stream in woken)
            await streams.WakeAsync(stream, clock.GetCurrentInstant() + AtTheLatest, cancellation);
        return woken.ToImmutable();
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

    /// <summary>Whether a rep who could hold no more leads can hold one now. Of another team's rota only the change is known.</summary>
    private bool FreesCapacity(string team, ImmutableArray<RotaChange> changes, Rota rota) => changes
        .SelectMany(change => change.Deltas)
        .GroupBy(delta => delta.Rep)
        .Any(rep => rep.Sum(delta => delta.Load) < 0
            && company.Staff.Team(team)?.Rep(rep.Key) is { Capacity: { } capacity }
            && (team != rota.Team || rota.Of(rep.Key).Load >= capacity));

    private static bool Waits(Lead lead) => lead is { Reception: not null, Status: LeadStatus.Qualified, AwaitsRouting: false };

    private static string KeyOf(string team) => $"queue:{team}";
}
