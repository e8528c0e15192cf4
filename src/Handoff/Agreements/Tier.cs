using System.Collections.Immutable;
using Handoff.Calendars;
using Handoff.People;

namespace Handoff.Agreements;

/// <summary>A class of leads with its own clocks.</summary>
public sealed record Tier
{
    /// <summary>The tier's name, such as <c>hot</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What people read in its place, by language; null: its id.</summary>
    public ImmutableDictionary<Language, string>? Says { get; init; }

    /// <summary>Which leads are of this tier, if no tier before it matched.</summary>
    public required Condition When { get; init; }

    public required ClockTerms Accept { get; init; }

    public required ClockTerms FirstContact { get; init; }

    public required ClockTerms Feedback { get; init; }

    /// <summary>Within how long sales says what became of an opportunity; null: nothing is promised.</summary>
    public ClockTerms? Outcome { get; init; }

    /// <summary>Within how long somebody to whom a manager gives an accepted lead confirms that they have it; null: nothing is
    /// promised.</summary>
    public ClockTerms? Confirm { get; init; }

    /// <summary>How long after acceptance the lead is asked whether somebody called; null: never.</summary>
    public Within? AskTheLeadAfter { get; init; }

    /// <summary>What is promised; null: nothing, of an optional clock.</summary>
    public ClockTerms? Terms(ClockName clock) => clock switch
    {
        ClockName.Accept => Accept,
        ClockName.FirstContact => FirstContact,
        ClockName.Feedback => Feedback,
        ClockName.Outcome => Outcome,
        ClockName.Confirm => Confirm,
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock has terms."),
    };
}

/// <summary>What is promised: within how long, counted how, and what happens on the way.</summary>
/// <param name="Within">The promised time.</param>
/// <param name="Ladder">The name of the ladder.</param>
/// <param name="Mode">Business time unless the agreement says <c>clock: elapsed</c>.</param>
public sealed record ClockTerms(Within Within, string Ladder, ClockMode Mode);

/// <summary>The rungs of a clock, in rising order.</summary>
/// <param name="Name">The ladder's name.</param>
/// <param name="Rungs">At least one.</param>
public sealed record Ladder(string Name, ImmutableArray<Rung> Rungs);

/// <summary>What happens at a share of a clock.</summary>
/// <param name="At">Percent of the clock's time; 1 to 10,000.</param>
/// <param name="Alert">Who is alerted, or null.</param>
/// <param name="Reassign">The lead goes to the next rep.</param>
public sealed record Rung(int At, bool RemindRep, AlertTarget? Alert, bool Reassign);

/// <summary>Who an alert goes to.</summary>
public enum AlertTarget
{
    /// <summary>The team's manager, or the deputy.</summary>
    Manager,

    /// <summary>The team's director.</summary>
    Director,
}
