using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Qualification;

namespace Handoff.Service.Intake;

/// <summary>A lead as a source posted it. Whoever asks has checked the source's key: <see cref="SourceKeys"/>.</summary>
public sealed record IntakeRequest
{
    public required LeadSource Source { get; init; }

    /// <summary>The posted fields, one value each.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>Posted fields by the other names that they have, such as the id of a question beside its words.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The header <c>Idempotency-Key</c>, or the vendor's id of the submission; or null.</summary>
    public required string? IdempotencyKey { get; init; }

    /// <summary>The vendor's id by which a later post goes on with the submission; or null.</summary>
    public string? GoesOnAs { get; init; }

    /// <summary>
    /// Why the lead is held back, whatever it says; null: it is not, unless it lacks what it needs and <see cref="KeepsAll"/>.
    /// </summary>
    public QuarantineCause? Held { get; init; }

    /// <summary>Whether the sender cannot mend what it sends: what cannot be used is held back and never refused.</summary>
    public bool KeepsAll { get; init; }

    /// <summary>The address of the colleague who has the lead at once, since a meeting is booked; null: it is routed.</summary>
    public string? Host { get; init; }

    /// <summary>What it says of a meeting with the person; null: nothing.</summary>
    public MeetingNews? Meeting { get; init; }

    /// <summary>Whether a meeting is cancelled: that only says more of a handoff that is open, and without one there is nothing to
    /// store.</summary>
    public bool JoinsOnly => Meeting is { Ends: null };

    /// <summary>The page from which a browser posted, where it says so; or null.</summary>
    public string? Page { get; init; }

    /// <summary>Whether the vendor says that it is a test: shown, and in no figure.</summary>
    public bool IsTest { get; init; }

    /// <summary>What the page sent beside the fields; the intake takes it out of them.</summary>
    internal FormTraces? Traces { get; init; }

    /// <summary>SHA-256 of the raw body; of a vendor's own delivery key, of that: what is sent again may say it in other words.</summary>
    public required byte[] BodyHash { get; init; }
}

public abstract record IntakeAnswer
{
    /// <summary>202: stored, durably.</summary>
    public sealed record Stored(LeadId Id, string Status, string Tier, int Score, LeadId? DuplicateOf) : IntakeAnswer;

    /// <summary>200: nothing is open that it could join.</summary>
    public sealed record NothingToJoin : IntakeAnswer;

    /// <summary>422: the lead cannot be used; each problem says what to send.</summary>
    public sealed record Unusable(ImmutableArray<FieldProblem> Problems) : IntakeAnswer;

    /// <summary>422: the idempotency key was used for another body.</summary>
    public sealed record KeyReused : IntakeAnswer;

    /// <summary>429: the source's limit is passed, or too much is waiting to be stored.</summary>
    public sealed record TooMany(int RetryAfterSeconds) : IntakeAnswer;
}
