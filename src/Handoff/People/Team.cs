using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;

namespace Handoff.People;

/// <summary>How a team shares its leads (design section 6).</summary>
public enum Strategy
{
    /// <summary>Smooth weighted round robin: in proportion to the weights, evenly spread.</summary>
    WeightedRoundRobin,

    /// <summary>To the rep who uses the smallest share of their capacity.</summary>
    LeastLoaded,

    /// <summary>To all who are eligible at once; the first to accept has it.</summary>
    Claim,
}

/// <summary>A rep as a member of a team.</summary>
public sealed record Rep
{
    public required PersonId Id { get; init; }

    /// <summary>The share of the team's leads, relative to the others; 1 or more.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>How many leads the rep can hold at once, or null for no limit.</summary>
    public int? Capacity { get; init; }

    /// <summary>How many leads the rota gives the rep on a day of theirs at most, or null for no limit. Not of a team that
    /// claims.</summary>
    public int? PerDay { get; init; }

    /// <summary>Languages spoken, as lower-case ISO 639-1 codes; empty: not said, taken to speak any.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];
}

/// <summary>Reps who share leads, with those who answer for them.</summary>
public sealed record Team
{
    /// <summary>The team's name, unique in the folder.</summary>
    public required string Name { get; init; }

    /// <summary>What people read in its place, by language; null: its id.</summary>
    public ImmutableDictionary<Language, string>? Says { get; init; }

    /// <summary>When the team works; the <c>accept</c> clock runs on it. Of a list of calendars, open when any is.</summary>
    public required BusinessCalendar Calendar { get; init; }

    /// <summary>Which leads the team takes; null: those that no other team takes.</summary>
    public Condition? Takes { get; init; }

    /// <summary>How the team shares its leads.</summary>
    public required Strategy Strategy { get; init; }

    /// <summary>Who answers for the team and owns its queue.</summary>
    public required PersonId Manager { get; init; }

    /// <summary>Who stands in while the manager is away or closed.</summary>
    public PersonId? Deputy { get; init; }

    /// <summary>Who is alerted when a promise stays broken.</summary>
    public PersonId? Director { get; init; }

    /// <summary>The members who take leads, in the order of the file.</summary>
    public required ImmutableArray<Rep> Reps { get; init; }

    /// <summary>The rep with this id, or null.</summary>
    public Rep? Rep(PersonId id)
    {
        foreach (var rep in Reps)
        {
            if (rep.Id == id)
                return rep;
        }

        return null;
    }
}
