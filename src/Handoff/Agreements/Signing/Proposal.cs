using System.Collections.Immutable;
using Handoff.People;
using Handoff.Processes;
using NodaTime;

namespace Handoff.Agreements.Signing;

/// <summary>What a proposal says that its process has to know.</summary>
/// <param name="Content">Names its signed content: what a signature binds.</param>
/// <param name="Version">The version that it names.</param>
/// <param name="Begins">The first day on which it counts; null: as soon as it may.</param>
/// <param name="Marketing">The head of marketing whom it names.</param>
/// <param name="Sales">The head of sales whom it names.</param>
public sealed record ProposalTerms(string Content, string Version, LocalDate? Begins, PersonId Marketing, PersonId Sales);

/// <summary>What a process was told of the proposal that is current.</summary>
/// <param name="Content">Names its signed content; empty: what lay in the folder was taken back.</param>
/// <param name="Since">When it took the place of the one before.</param>
public sealed record CurrentProposal(string Content, Instant Since);

public enum ProposalStanding
{
    /// <summary>Nothing was ever proposed.</summary>
    None,

    /// <summary>It waits for signatures.</summary>
    Open,

    /// <summary>Everybody has signed, and its day has not come.</summary>
    Agreed,

    InForce,

    /// <summary>Another one took its place, or it was taken back.</summary>
    Voided,

    /// <summary>Its 30 days passed.</summary>
    Expired,

    /// <summary>When its day came it did not go with the people of then; the one before stays.</summary>
    Unfit,
}

/// <summary>That somebody signed the content of a proposal.</summary>
/// <param name="For">For which side, of both for who leaves the one for the other.</param>
public sealed record Signature(PersonId By, Instant At, ImmutableArray<SigningOffice> For);

/// <summary>A changed agreement that has to be signed by both heads before it counts.</summary>
public sealed record Proposal : ProcessState
{
    /// <summary>How long it may be signed.</summary>
    public static Duration Lifetime { get; } = Duration.FromDays(30);

    /// <summary>After how long those who have not signed are reminded.</summary>
    public static Duration Patience { get; } = Duration.FromDays(7);

    public static Proposal Empty { get; } = new();

    /// <summary>What it says; null before the first event.</summary>
    public ProposalTerms? Terms { get; init; }

    public ProposalStanding Standing { get; init; }

    /// <summary>How often this content was proposed: each time it is signed anew.</summary>
    public int Round { get; init; }

    /// <summary>When it took the place of the one before.</summary>
    public Instant Since { get; init; }

    public ImmutableArray<Signature> Signatures { get; init; } = [];

    public bool IsReminded { get; init; }

    /// <summary>When it comes into force, or did; null: that is not known yet.</summary>
    public Instant? InForceAt { get; init; }

    /// <summary>When it ended otherwise; null: it did not.</summary>
    public Instant? EndedAt { get; init; }

    public Instant ExpiresAt => Since + Lifetime;

    /// <summary>Whether it may still come into force.</summary>
    public bool IsAlive => Standing is ProposalStanding.Open or ProposalStanding.Agreed;

    /// <inheritdoc/>
    public override Instant? DueAt => Standing switch
    {
        ProposalStanding.Open => IsReminded ? ExpiresAt : Since + Patience,
        ProposalStanding.Agreed => InForceAt,
        _ => null,
    };

    /// <summary>Whether somebody has signed it.</summary>
    public bool IsSignedBy(PersonId person) => Signatures.Any(signature => signature.By == person);
}
