using Handoff.People;

namespace Handoff.Leads;

/// <summary>Who answers for a lead.</summary>
public enum OwnerKind
{
    /// <summary>Nobody: a final status.</summary>
    Nobody,

    /// <summary>A rep, or a manager who took the lead.</summary>
    Person,

    /// <summary>The manager's queue of the team (in claim mode, until somebody claims).</summary>
    ManagerQueue,

    Marketing,
}

/// <summary>The owner of a lead.</summary>
public sealed record Owner(OwnerKind Kind, PersonId? Who)
{
    public static Owner Nobody { get; } = new(OwnerKind.Nobody, null);

    public static Owner ManagerQueue { get; } = new(OwnerKind.ManagerQueue, null);

    public static Owner Marketing { get; } = new(OwnerKind.Marketing, null);

    public static Owner Of(PersonId who) => new(OwnerKind.Person, who);

    /// <summary>Whether the owner is this person.</summary>
    public bool Is(PersonId who) => Kind == OwnerKind.Person && Who == who;
}
