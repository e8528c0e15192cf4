using System.Collections.Immutable;
using Handoff.People;
using NodaTime;

namespace Handoff.Routing;

/// <summary>When a lead waits in the manager's queue though somebody is next to come on shift (design section 6).</summary>
public enum QueueRule
{
    /// <summary>Never: a lead that is accepted has no queue to wait in.</summary>
    Never,

    /// <summary>When the manager is at work now: the clock always runs, so a rep would be told at any hour.</summary>
    WhileManagerIsAtWork,

    /// <summary>When the manager is at work before any rep is.</summary>
    WhenManagerIsFirst,
}

/// <summary>Everything that the choice of a rep depends on.</summary>
public readonly record struct RoutingRequest()
{
    /// <summary>The team whose lead it is.</summary>
    public required Team Team { get; init; }

    /// <summary>Everybody, as the files and the recorded absences say it now.</summary>
    public required Staff Staff { get; init; }

    public required Rota Rota { get; init; }

    /// <summary>
    /// The lead's language as an ISO 639-1 code (a region after it, as in <c>en-GB</c>, is ignored), or null when not known.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>Those who declined this lead or let it lapse.</summary>
    public ImmutableArray<PersonId> Excluded { get; init; } = [];

    /// <summary>Who had the company's last lead, or null.</summary>
    public PersonId? ExistingOwner { get; init; }

    /// <summary>When the choice is made.</summary>
    public required Instant Now { get; init; }

    /// <summary>The present holder, who must not get the lead again; null: there is none.</summary>
    public PersonId? NotTo { get; init; }

    /// <summary>Whether the lead rather waits in the manager's queue than for a rep who comes on shift later.</summary>
    public QueueRule Queue { get; init; }
}
