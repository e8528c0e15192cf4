using Handoff.Agreements;

namespace Handoff.Qualification;

/// <summary>By which rule a team takes a lead.</summary>
public enum TeamRule
{
    /// <summary>The team's <c>takes</c> holds for the lead.</summary>
    Takes,

    /// <summary>No team's <c>takes</c> holds, and this team has none.</summary>
    TakesTheRest,

    /// <summary>No team takes the lead, and this one is the first of the file.</summary>
    IsFirst,

    /// <summary>The owner of the person's or the company's earlier lead is of this team.</summary>
    HasTheOwner,
}

/// <summary>Why a team takes a lead: facts, which <see cref="TeamReasonWords"/> says in the reader's language.</summary>
/// <param name="Met">What of <c>takes</c> the lead met; null: the rule is another one. It quotes the files and nothing that was posted.
/// </param>
public sealed record TeamReason(TeamRule Rule, Condition? Met = null);
