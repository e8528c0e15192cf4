using System.Collections.Immutable;
using Handoff.People;
using NodaTime;

namespace Handoff.Routing;

/// <summary>Chooses who gets a lead (DESIGN section 6). Pure: the same request has the same answer.</summary>
/// <remarks>
/// <para>Who can take it: reps of the team who are not away, below capacity, speak the lead's language, have not declined it or let it lapse, do
/// not hold it, and are on shift now. When no such rep is on shift now, those of them who are next to come on shift.</para>
/// <para>The company's existing owner goes first, whatever their load, language or team, provided that they can look at the lead as soon as
/// anybody of the team can: now, or, when nobody can now, not later than the first of the team; or when nobody of the team can take it at all.
/// A customer is better served by who knows them, but does not wait a night for it while a colleague is at work.</para>
/// <para>An existing owner in the same team pays for the lead like any other winner, so that the rest is shared as if the rota had chosen
/// them. One in another team counts there as a load and a turn, without credits: no colleague there was passed over.</para>
/// </remarks>
public static class Router
{
    /// <summary>How many an offer in claim mode names at most.</summary>
    public const int MostAsked = 40;

    /// <summary>Who gets the lead, what was found about everybody, and what it changes in the rota.</summary>
    /// <exception cref="ArgumentException">The rota is of another team.</exception>
    public static RoutingChoice Choose(RoutingRequest request)
    {
        if (request.Rota.Team != request.Team.Name)
            throw new ArgumentException($"The rota of {request.Rota.Team} was given for {request.Team.Name}.", nameof(request));

        var team = new List<Candidate>(request.Team.Reps.Length);
        foreach (var rep in request.Team.Reps)
        {
            var candidate = new Candidate(rep, request.Rota.Of(rep.Id));
            candidate.Verdict = candidate.Judge(request, asOwner: false);
            team.Add(candidate);
        }

        var pool = FirstOnShift(team);
        var (owner, ownersTeam) = ExistingOwner(request, team);
        if (owner is not null && GoesFirst(owner, request, pool))
            return ToOwner(request, team, pool, owner, ownersTeam);

        return pool.Count == 0
            ? Choice(request, Everybody(team, owner), [], [], 0)
            : request.Team.Strategy switch
            {
                Strategy.WeightedRoundRobin => ByTurn(request, Everybody(team, owner), pool, null),
                Strategy.LeastLoaded => To(request, Everybody(team, owner), [LeastLoaded.Of(pool)]),
                Strategy.Claim => To(request, Everybody(team, owner), [.. pool.OrderBy(one => one.Entry.LastTurn).Take(MostAsked)]),
                _ => throw new ArgumentOutOfRangeException(nameof(request), request.Team.Strategy, "A team shares its leads in a known way."),
            };
    }

    /// <summary>Of those who are otherwise eligible the first who can look at the lead; the others are off shift.</summary>
    private static List<Candidate> FirstOnShift(List<Candidate> team)
    {
        Instant? first = null;
        foreach (var one in team)
        {
            if (one.Verdict == Verdict.Eligible && (first is not { } earliest || one.TakesAt < earliest))
                first = one.TakesAt;
        }

        var pool = new List<Candidate>(team.Count);
        foreach (var one in team)
        {
            if (one.Verdict != Verdict.Eligible)
                continue;
            if (one.TakesAt == first)
                pool.Add(one);
            else
                one.Verdict = Verdict.OffShift;
        }

        return pool;
    }

    private static (Candidate? Owner, Team Team) ExistingOwner(RoutingRequest request, List<Candidate> team)
    {
        if (request.ExistingOwner is not { } id)
            return (null, request.Team);
        if (team.Find(one => one.Rep.Id == id) is { } member)
            return (member, request.Team);
        if (request.Staff.TeamOf(id) is { } other)
            return (new Candidate(other.Rep(id)!, RotaEntry.None), other);
        return (new Candidate(new Rep { Id = id }, RotaEntry.None) { Verdict = Verdict.NotInStaff }, request.Team);
    }

    private static bool GoesFirst(Candidate owner, RoutingRequest request, List<Candidate> pool)
    {
        if (owner.Verdict == Verdict.NotInStaff)
            return false;

        var verdict = owner.Judge(request, asOwner: true);
        if (verdict == Verdict.Eligible && (pool.Count == 0 || owner.TakesAt <= pool[0].TakesAt))
            return true;

        owner.Verdict = verdict == Verdict.Eligible ? Verdict.OffShift : verdict;
        return false;
    }

    private static RoutingChoice ToOwner(RoutingRequest request, List<Candidate> team, List<Candidate> pool, Candidate owner, Team ownersTeam)
    {
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

    private static RoutingChoice ByTurn(RoutingRequest request, List<Candidate> everybody, List<Candidate> pool, Candidate? owner)
    {
        var (winner, changes, cost) = RoundRobin.Turn(pool, owner);
        var deltas = ImmutableArray.CreateBuilder<RotaDelta>(pool.Count);
        for (var i = 0; i < pool.Count; i++)
        {
            if (changes[i] != 0 || pool[i] == winner)
                deltas.Add(new RotaDelta(pool[i].Rep.Id, 0, changes[i], pool[i] == winner));
        }

        return Choice(request, everybody, [winner], deltas.DrainToImmutable(), cost);
    }

    /// <summary>Without credits: it is the turn of those chosen, so that others come first next time.</summary>
    private static RoutingChoice To(RoutingRequest request, List<Candidate> everybody, ImmutableArray<Candidate> chosen) =>
        Choice(request, everybody, chosen, [.. chosen.Select(one => new RotaDelta(one.Rep.Id, 0, 0, GotTurn: true))], 0);

    private static List<Candidate> Everybody(List<Candidate> team, Candidate? owner) =>
        owner is null || team.Contains(owner) ? team : [owner, .. team];

    private static RoutingChoice Choice(
        RoutingRequest request, List<Candidate> everybody, ImmutableArray<Candidate> chosen, ImmutableArray<RotaDelta> deltas, int cost)
    {
        foreach (var one in chosen)
            one.Verdict = Verdict.Chosen;
        var considered = ImmutableArray.CreateBuilder<Considered>(everybody.Count);
        foreach (var one in everybody)
            considered.Add(one.AsConsidered(request.Now));

        return new RoutingChoice
        {
            Team = request.Team.Name,
            Chosen = chosen is [var only] ? [only.Rep.Id] : [.. chosen.Select(one => one.Rep.Id)],
            Strategy = request.Team.Strategy,
            ByExistingOwner = false,
            OnShiftNow = !chosen.IsEmpty && chosen[0].TakesAt <= request.Now,
            Considered = considered.MoveToImmutable(),
            Deltas = deltas,
            Cost = cost,
        };
    }
}
