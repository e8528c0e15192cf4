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

    /// <summary>What became of the opportunity was told: won or lost.</summary>
    Outcome,
}

/// <summary>What was known of the outcome before somebody told it.</summary>
/// <param name="Outcome">The outcome, or null: none.</param>
/// <param name="At">When it was recorded.</param>
public sealed record EarlierOutcome(Outcome? Outcome, Instant? At, decimal? Amount, string? Currency)
{
    /// <summary>As it stands.</summary>
    public static EarlierOutcome Of(Lead lead) =>
        new(lead.Outcome, lead.Milestones.OutcomeAt, lead.Milestones.Amount, lead.Milestones.Currency);
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

    /// <summary>What was known of the outcome before, where it is the reply.</summary>
    public EarlierOutcome? Outcome { get; init; }

    /// <summary>Until when it can be taken back, exclusive.</summary>
    public Instant UndoneUntil => At + Undo.Within;

    /// <summary>What the turn costs again where it had been given back: so no credit is made or lost, and the day counts it.</summary>
    public ImmutableArray<RotaDelta> PaidAgain() =>
        CreditBack && Hold is { } hold
            ? [.. hold.Refund.Select(delta =>
                new RotaDelta(delta.Rep, 0, -delta.Credit, GotTurn: false) { Today = delta.Today?.Reversed() })]
            : [];
}
