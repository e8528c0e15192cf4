using Handoff.Agreements;
using Handoff.People;
using NodaTime;

namespace Handoff.Leads;

/// <summary>How sales gave a lead up.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who said so; null: the CRM.</param>
/// <param name="Reason">The reason's code in the agreement.</param>
/// <param name="Effect">Where the lead went.</param>
/// <param name="Fault">Whose fault the agreement calls it.</param>
/// <param name="ContestUntil">Until when marketing may contest it; null: not at all.</param>
public sealed record LeadEnding(
    Instant At, PersonId? By, string Reason, ReasonEffect Effect, Fault Fault, Instant? ContestUntil = null);

/// <summary>Money, as the CRM said it.</summary>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Amount">How much.</param>
/// <param name="Currency">ISO 4217; null: the CRM did not say.</param>
public sealed record LeadAmount(Instant At, decimal Amount, string? Currency)
{
    /// <summary>Whether a lead can be worth that.</summary>
    public static bool IsAmount(decimal amount) => amount is >= 0 and <= 1_000_000_000_000m;

    /// <summary>Whether it is written as a currency of ISO 4217, in any case.</summary>
    public static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetter);
}

/// <summary>
/// The instants of a lead's steps, UTC. A step that was taken back is null again. Acceptance is not here: <see cref="Lead.Acceptance"/>
/// holds it.
/// </summary>
public sealed record Milestones
{
    /// <summary>A lead of which nothing has happened.</summary>
    public static Milestones None { get; } = new();

    /// <summary>When it became an MQL.</summary>
    public Instant? QualifiedAt { get; init; }

    /// <summary>When somebody was first asked to take it: until then the system had it.</summary>
    public Instant? FirstOfferedAt { get; init; }

    /// <summary>When the first contact was recorded.</summary>
    public Instant? ContactedAt { get; init; }

    /// <summary>When sales called it a real opportunity.</summary>
    public Instant? FeedbackAt { get; init; }

    /// <summary>How sales gave it up, or null.</summary>
    public LeadEnding? Ending { get; init; }

    /// <summary>When <see cref="Lead.Outcome"/> was recorded.</summary>
    public Instant? OutcomeAt { get; init; }

    /// <summary>The amount of the last outcome, in <see cref="Currency"/>.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>What the opportunity was worth when the CRM called it one, or null.</summary>
    public LeadAmount? Pipeline { get; init; }

    /// <summary>How many attempts to reach the person did not count as a first contact.</summary>
    public int Attempts { get; init; }

    /// <summary>When the first of them was recorded.</summary>
    public Instant? FirstAttemptAt { get; init; }

    /// <summary>When the last of them was recorded.</summary>
    public Instant? LastAttemptAt { get; init; }

    /// <summary>When somebody was last owed a message that reaches nobody.</summary>
    public Instant? UntoldAt { get; init; }

    /// <summary>The milestones after one more event.</summary>
    /// <param name="last">The reply that can be taken back, or null.</param>
    public Milestones After(LeadEvent happened, Reply? last) => happened switch
    {
        LeadQualified e => this with { QualifiedAt = e.At },
        // What is held back is no MQL, or not yet: a release qualifies it.
        HeldBack => this with { QualifiedAt = null },
        Offered e => FirstOfferedAt is null ? this with { FirstOfferedAt = e.At } : this,
        FirstContactRecorded e => this with { ContactedAt = e.At },
        FeedbackGiven e => this with { FeedbackAt = e.At },
        LeadReturned e => this with { Ending = new(e.At, e.By, e.Reason, e.Effect, e.Fault, e.ContestUntil) },
        ContactAttempted e => this with
        {
            Attempts = Attempts + 1,
            FirstAttemptAt = FirstAttemptAt ?? e.At,
            LastAttemptAt = e.At,
        },
        OutcomeRecorded e => this with
        {
            OutcomeAt = e.At,
            Amount = e.Amount,
            Currency = e.Currency,
            Pipeline = e is { Outcome: Outcome.Qualified, Amount: { } worth } ? new(e.At, worth, e.Currency) : Pipeline,
        },
        MessageBounced { IsLost: true } or MessageParked { IsLost: true } => this with { UntoldAt = happened.At },
        ReplyUndone { Reply: ReplyKind.Outcome } => last?.Outcome is { } earlier
            ? this with { OutcomeAt = earlier.At, Amount = earlier.Amount, Currency = earlier.Currency } : this,
        ReplyUndone e => Without(e.Reply),
        _ => this,
    };

    private Milestones Without(ReplyKind reply) => reply switch
    {
        ReplyKind.Decline => this with { Ending = null },
        ReplyKind.Contact => this with { ContactedAt = null },
        // Feedback without a recorded contact records both at one instant.
        ReplyKind.Feedback => this with
        {
            FeedbackAt = null,
            Ending = null,
            ContactedAt = ContactedAt == (FeedbackAt ?? Ending?.At) ? null : ContactedAt,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply, "No rule for this kind of reply."),
    };
}
