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

    /// <summary>Marketing.</summary>
    Marketing,
}

/// <summary>The owner of a lead.</summary>
/// <param name="Kind">What kind of owner.</param>
/// <param name="Who">The person, of <see cref="OwnerKind.Person"/>.</param>
public sealed record Owner(OwnerKind Kind, PersonId? Who)
{
    /// <summary>Nobody.</summary>
    public static Owner Nobody { get; } = new(OwnerKind.Nobody, null);

    /// <summary>The manager's queue.</summary>
    public static Owner ManagerQueue { get; } = new(OwnerKind.ManagerQueue, null);

    /// <summary>Marketing.</summary>
    public static Owner Marketing { get; } = new(OwnerKind.Marketing, null);

    /// <summary>A person.</summary>
    public static Owner Of(PersonId who) => new(OwnerKind.Person, who);

    /// <summary>Whether the owner is this person.</summary>
    public bool Is(PersonId who) => Kind == OwnerKind.Person && Who == who;
}
