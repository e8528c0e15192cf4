using System.Collections.Immutable;
using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Leads;

/// <summary>What a person tells that can be taken back for a while, as an acceptance can (<see cref="Undo"/>).</summary>
public enum ReplyKind
{
    Decline,

    /// <summary>The first contact was recorded.</summary>
    Contact,

    /// <summary>What came of it was told: qualified, returned, or passed on.</summary>
    Feedback,
}

/// <summary>The last reply that can be taken back, and what was so before it.</summary>
/// <param name="Status">The lead's status before.</param>
/// <param name="Offer">The offer that was declined.</param>
/// <param name="Hold">Who counted the lead before, and what gives the turn back.</param>
/// <param name="CreditBack">Whether the turn was given back with it.</param>
public sealed record Reply(ReplyKind Kind, PersonId By, Instant At, LeadStatus Status, Offer? Offer, Hold? Hold, bool CreditBack)
{
    /// <summary>The next contact that was planned before, or null.</summary>
    public FollowUp? FollowUp { get; init; }

    /// <summary>Until when it can be taken back, exclusive.</summary>
    public Instant UndoneUntil => At + Undo.Within;

    /// <summary>What the turn costs again where it had been given back: so no credit is made or lost, and the day counts it.</summary>
    public ImmutableArray<RotaDelta> PaidAgain() =>
        CreditBack && Hold is { } hold
            ? [.. hold.Refund.Select(delta =>
                new RotaDelta(delta.Rep, 0, -delta.Credit, GotTurn: false) { Today = delta.Today?.Reversed() })]
            : [];
}
