using System.Collections.Immutable;
using Handoff.People;

namespace Handoff.Routing;

/// <summary>What one rep holds and is owed in one team.</summary>
/// <param name="Load">Leads held: those whose status counts for capacity (design section 8).</param>
/// <param name="Credit">Current weight of the smooth weighted round robin; below zero: ahead of the others, above: owed.</param>
/// <param name="LastTurn">
/// The number of the last turn in which the rep was given (claim: named in) a lead; 0: never. Breaks ties: the lowest waited longest.
/// </param>
public sealed record RotaEntry(int Load, int Credit, long LastTurn)
{
    /// <summary>What the rota gave a rep with a quota on the latest day; null: nothing yet, or there is no quota.</summary>
    public DayTally? Today { get; init; }

    /// <summary>The entry of a rep who has had no lead.</summary>
    public static RotaEntry None { get; } = new(0, 0, 0);
}

/// <summary>One team's rota: one versioned record per team in the store (design section 4).</summary>
public sealed record Rota
{
    /// <summary>The name of the team.</summary>
    public required string Team { get; init; }

    /// <summary>How many turns were taken so far; the number of the last one.</summary>
    public required long Turns { get; init; }

    /// <summary>What is known of each rep. A rep without an entry has had no lead.</summary>
    public required ImmutableDictionary<PersonId, RotaEntry> Entries { get; init; }

    /// <summary>The rota of a team that has had no lead.</summary>
    public static Rota Empty(string team) => new() { Team = team, Turns = 0, Entries = ImmutableDictionary<PersonId, RotaEntry>.Empty };

    /// <summary>The rep's entry, or an empty one.</summary>
    public RotaEntry Of(PersonId rep) => Entries.GetValueOrDefault(rep) ?? RotaEntry.None;

    /// <summary>
    /// The rota after a change. Loads, credits, tallies and the number of turns come out the same in whatever order changes are applied,
    /// and are not bounded here for that reason; only the last turns depend on which turn came first.
    /// </summary>
    /// <exception cref="ArgumentException">The change is for another team.</exception>
    public Rota Apply(RotaChange change)
    {
        if (change.Team != Team)
            throw new ArgumentException($"A change for {change.Team} was applied to the rota of {Team}.", nameof(change));

        var turns = Turns + (change.TakesTurn ? 1 : 0);
        var entries = Entries.ToBuilder();
        foreach (var delta in change.Deltas)
        {
            var entry = entries.GetValueOrDefault(delta.Rep) ?? RotaEntry.None;
            entries[delta.Rep] = new RotaEntry(
                entry.Load + delta.Load,
                entry.Credit + delta.Credit,
                change.TakesTurn && delta.GotTurn ? turns : entry.LastTurn)
            {
                Today = DayTally.Add(entry.Today, delta.Today),
            };
        }

        return this with { Turns = turns, Entries = entries.ToImmutable() };
    }

    /// <summary>The rota after those of the changes that are for its team, in their order.</summary>
    public Rota Apply(IEnumerable<RotaChange> changes) =>
        changes.Where(change => change.Team == Team).Aggregate(this, static (rota, change) => rota.Apply(change));
}

/// <summary>A change of one team's rota, made of differences, so that a store may apply changes as they come.</summary>
/// <param name="Team">The name of the team.</param>
/// <param name="Deltas">One for each rep concerned.</param>
/// <param name="TakesTurn">Whether a lead was given: turns rise by one, and it is the last turn of those who got it.</param>
public sealed record RotaChange(string Team, ImmutableArray<RotaDelta> Deltas, bool TakesTurn);

/// <summary>What a change adds to one rep's entry.</summary>
/// <param name="Load">Added to the leads held.</param>
/// <param name="GotTurn">Whether the rep was given the lead; counts only in a change that takes a turn.</param>
public sealed record RotaDelta(PersonId Rep, int Load, int Credit, bool GotTurn)
{
    /// <summary>What counts for the rep's quota of a day; null: nothing does.</summary>
    public DayTally? Today { get; init; }
}
