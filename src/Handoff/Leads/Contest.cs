using System.Collections.Immutable;
using Handoff.People;
using NodaTime;

namespace Handoff.Leads;

public enum ContestState
{
    /// <summary>The team's manager is asked.</summary>
    Asked,

    /// <summary>Both heads are asked, since nobody answered in time.</summary>
    WithHeads,

    /// <summary>The return stands.</summary>
    Upheld,

    /// <summary>The return was wrong.</summary>
    Overturned,
}

/// <summary>Marketing's objection to a return, of which a lead has one at most (design section 2).</summary>
/// <param name="AnswerBy">From then on both heads are asked instead of the manager.</param>
public sealed record Contest(PersonId By, Instant At, Instant AnswerBy, ContestState State)
{
    /// <summary>Who is asked together, once nobody had answered in time.</summary>
    public ImmutableArray<PersonId> Heads { get => field.IsDefault ? [] : field; init; }

    /// <summary>What the heads have said, the last of each.</summary>
    public ImmutableArray<ContestVote> Votes { get => field.IsDefault ? [] : field; init; }

    /// <summary>Who answered it, or null: nobody yet.</summary>
    public PersonId? EndedBy { get; init; }

    /// <summary>When it was answered, or null.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Whether it still waits for an answer.</summary>
    public bool IsOpen => State is ContestState.Asked or ContestState.WithHeads;

    /// <summary>Whether this person is asked and has not answered.</summary>
    public bool Asks(PersonId who) => State switch
    {
        ContestState.Asked => true,
        ContestState.WithHeads => Heads.Contains(who) && Votes.All(vote => vote.By != who),
        _ => false,
    };
}

/// <summary>What a head said.</summary>
public sealed record ContestVote(PersonId By, bool Overturns);

/// <summary>Why a handoff follows an earlier one of the same person.</summary>
public enum FollowCause
{
    /// <summary>Marketing corrected the contact data.</summary>
    Corrected,

    /// <summary>The return was contested, and was wrong.</summary>
    Overturned,
}

/// <summary>The handoff before or after, to which one is linked.</summary>
/// <param name="Lead">The other lead.</param>
public sealed record Follow(LeadId Lead, FollowCause Cause);
