using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Handoff.People;
using NodaTime;

namespace Handoff.Routing;

/// <summary>Chooses who gets a lead (design section 6). Pure: the same request has the same answer.</summary>
/// <remarks>
/// <para>Who can take it: reps of the team who are not away, below capacity and below their quota of the day, speak the lead's language,
/// have not declined it or let it lapse, do not hold it, and are on shift now. When no such rep is on shift now, those of them who are
/// next to come on shift; but where a queue is asked for and the manager is at work before them, nobody: the lead waits there, with
/// somebody who can act (<see cref="QueueRule"/>).</para>
/// <para>The company's existing owner goes first, whatever their load, language or team, provided that they can look at the lead as soon as
/// anybody of the team can: now, or, when nobody can now, not later than the first of the team; or when nobody of the team can take it at
/// all. A customer is better served by who knows them, but does not wait a night for it while a colleague is at work.</para>
/// <para>An existing owner in the same team pays for the lead like any other winner, so that the rest is shared as if the rota had chosen
/// them. One in another team counts there as a load and a turn, without credits: no colleague there was passed over.</para>
/// </remarks>
public static class Router
{
    /// <summary>How many an offer in claim mode names at most.</summary>
    public const int MostAsked = 40;

    /// <summary>Returns who gets the lead, what was found about every rep, and what changes in the rota.</summary>
    /// <exception cref="ArgumentException">The rota is of another team.</exception>
    public static RoutingChoice Choose(RoutingRequest request)
    {
        if (request.Rota.Team != request.Team.Name)
            throw new ArgumentException($"The rota of {request.Rota.Team} was given for {request.Team.Name}.", nameof(request));

        var list = new Shortlist();
        foreach (var rep in request.Team.Reps)
        {
            var candidate = new Candidate(rep, request.Rota.Of(rep.Id));
            candidate.Verdict = candidate.Judge(request, asOwner: false);
            list.Team.Add(candidate);
        }

        ChoosePool(list);
        var (team, pool) = (list.Team, list.Pool);
        var (owner, ownersTeam) = ExistingOwner(request, list);
        var ownerFirst = owner is not null && GoesFirst(owner, request, pool);
        var takesAt = ownerFirst ? owner!.TakesAt : pool.Count > 0 ? pool[0].TakesAt : null;
        if (ManagersQueue.Before(request, takesAt) is var (keeper, from))
            return ToQueue(request, Everybody(team, owner), ownerFirst ? owner : null, keeper, from);
        if (ownerFirst)
            return ToOwner(request, list, owner!, ownersTeam);

        return pool.Count == 0
            ? Choice(request, Everybody(team, owner), [], [], 0)
            : request.Team.Strategy switch
            {
                Strategy.WeightedRoundRobin => ByTurn(request, Everybody(team, owner), pool, null),
                Strategy.LeastLoaded => To(request, Everybody(team, owner), [LeastLoaded.Of(pool)]),
                Strategy.Claim => To(request, Everybody(team, owner), [.. pool.OrderBy(one => one.Entry.LastTurn).Take(MostAsked)]),
                _ => throw new ArgumentOutOfRangeException(nameof(request), request.Team.Strategy,
                    "A team shares its leads in a known way."),
            };
    }

    /// <summary>Returns the otherwise eligible reps who can look at the lead first, and marks the others as off shift.</summary>
    private static void ChoosePool(Shortlist list)
    {
        Instant? first = null;
        foreach (var one in list.Team)
        {
            if (one.Verdict == Verdict.Eligible && (first is not { } earliest || one.TakesAt < earliest))
                first = one.TakesAt;
        }

        foreach (var one in list.Team)
        {
            if (one.Verdict != Verdict.Eligible)
                continue;
            if (one.TakesAt == first)
                list.Pool.Add(one);
            else
                one.Verdict = Verdict.OffShift;
        }
    }

    private static (Candidate? Owner, Team Team) ExistingOwner(in RoutingRequest request, Shortlist list)
    {
        if (request.ExistingOwner is not { } id)
            return (null, request.Team);
        foreach (var one in list.Team)
        {
            if (one.Rep.Id == id)
                return (one, request.Team);
        }

        if (request.Staff.TeamOf(id) is { } other)
            return (new(other.Rep(id)!, RotaEntry.None), other);
        return (new(new Rep { Id = id }, RotaEntry.None) { Verdict = Verdict.NotInStaff }, request.Team);
    }

    private static bool GoesFirst(Candidate owner, in RoutingRequest request, List<Candidate> pool)
    {
        if (owner.Verdict == Verdict.NotInStaff)
            return false;

        var verdict = owner.Judge(request, asOwner: true);
        if (verdict == Verdict.Eligible && (pool.Count == 0 || owner.TakesAt <= pool[0].TakesAt))
            return true;

        owner.Verdict = verdict == Verdict.Eligible ? Verdict.OffShift : verdict;
        return false;
    }

    /// <summary>
    /// Returns the choice in which no rep gets the lead: all eligible reps are off shift, and the queue has a person at work earlier.
    /// </summary>
    private static RoutingChoice ToQueue(in RoutingRequest request, List<Candidate> everybody, Candidate? owner, PersonId keeper,
        Instant from)
    {
        foreach (var one in everybody)
        {
            if (one.Verdict == Verdict.Eligible || one == owner)
                one.Verdict = Verdict.OffShift;
        }

        return Choice(request, everybody, [], [], 0) with { KeptBy = keeper, KeptFrom = from > request.Now ? from : null };
    }

    private static RoutingChoice ToOwner(in RoutingRequest request, Shortlist list, Candidate owner, Team ownersTeam)
    {
        var (team, pool) = (list.Team, list.Pool);
        RoutingChoice choice;
        if (ownersTeam.Name == request.Team.Name && request.Team.Strategy == Strategy.WeightedRoundRobin)
        {
            if (!pool.Contains(owner))
                pool.Add(owner);
            choice = ByTurn(request, team, pool, owner); // a member: nobody to add to the team
        }
        else
        {
            choice = To(request, Everybody(team, owner), [owner]);
        }

        return choice with { Team = ownersTeam.Name, Strategy = ownersTeam.Strategy, ByExistingOwner = true };
    }

    private static RoutingChoice ByTurn(in RoutingRequest request, List<Candidate> everybody, List<Candidate> pool, Candidate? owner)
    {
        var (winner, cost) = RoundRobin.Turn(pool, owner);
        var count = 0;
        foreach (var one in pool)
            count += one.Change != 0 || one == winner ? 1 : 0;
        var deltas = new RotaDelta[count];
        var next = 0;
        foreach (var one in pool)
        {
            if (one.Change != 0 || one == winner)
                deltas[next++] = new(one.Rep.Id, 0, one.Change, GotTurn: one == winner) { Today = one == winner ? one.Counts : null };
        }

        return Choice(request, everybody, [winner], ImmutableCollectionsMarshal.AsImmutableArray(deltas), cost);
    }

    /// <summary>Without credits: it is the turn of those chosen, so that others come first next time.</summary>
    private static RoutingChoice To(in RoutingRequest request, List<Candidate> everybody, ReadOnlySpan<Candidate> chosen)
    {
        var deltas = new RotaDelta[chosen.Length];
        for (var i = 0; i < deltas.Length; i++)
            deltas[i] = new(chosen[i].Rep.Id, 0, 0, GotTurn: true) { Today = chosen[i].Counts };
        return Choice(request, everybody, chosen, ImmutableCollectionsMarshal.AsImmutableArray(deltas), 0);
    }

    private static List<Candidate> Everybody(List<Candidate> team, Candidate? owner) =>
        owner is null || team.Contains(owner) ? team : [owner, .. team];

    private static RoutingChoice Choice(
        in RoutingRequest request, List<Candidate> everybody, ReadOnlySpan<Candidate> chosen, ImmutableArray<RotaDelta> deltas, int cost)
    {
        var reps = new PersonId[chosen.Length];
        for (var i = 0; i < reps.Length; i++)
        {
            reps[i] = chosen[i].Rep.Id;
            chosen[i].Verdict = Verdict.Chosen;
        }

        var considered = new Considered[everybody.Count];
        for (var i = 0; i < considered.Length; i++)
            considered[i] = everybody[i].AsConsidered(request.Now);

        return new RoutingChoice
        {
            Team = request.Team.Name,
            Chosen = ImmutableCollectionsMarshal.AsImmutableArray(reps),
            Strategy = request.Team.Strategy,
            ByExistingOwner = false,
            OnShiftNow = !chosen.IsEmpty && chosen[0].TakesAt <= request.Now,
            Considered = ImmutableCollectionsMarshal.AsImmutableArray(considered),
            Deltas = deltas,
            Cost = cost,
        };
    }
}
