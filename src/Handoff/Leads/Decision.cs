using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.News;
using Handoff.People;
using Handoff.Routing;

namespace Handoff.Leads;

/// <summary>What a decision rests on beside the lead itself.</summary>
/// <param name="Agreement">The version under which the lead qualified.</param>
/// <param name="Staff">People and calendars, always the current ones.</param>
/// <param name="Rota">The rota of the lead's team.</param>
public sealed record World(Agreement Agreement, Staff Staff, Rota Rota)
{
    /// <summary>Which events some channel wants.</summary>
    public IReadOnlySet<NewsKind> News { get; init; } = ImmutableHashSet<NewsKind>.Empty;

    /// <summary>What stands in the way of asking the person, if that is due; null: it was not looked at.</summary>
    public AskStanding? Asked { get; init; }
}

/// <summary>Whether the person may be asked now.</summary>
/// <param name="Obstacle">What stands in the way; null: nothing.</param>
public sealed record AskStanding(AskObstacle? Obstacle);

/// <summary>What was decided about a lead.</summary>
/// <param name="Events">The events, in order; none when nothing was due and nothing changed.</param>
/// <param name="Lead">The state after the events.</param>
/// <param name="Answer">What whoever asked is told.</param>
/// <param name="RestsOnRota">Whether a rep was chosen, so that the decision holds only for the rota it was made on.</param>
public sealed record Decision(
    ImmutableArray<LeadEvent> Events, Lead Lead, Answer Answer, ImmutableArray<RotaChange> Rota, bool RestsOnRota)
    : Decided<Lead, LeadEvent>(Events, Lead, Answer);

/// <summary>What whoever asked is told.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    public sealed record Done : Answer;

    /// <summary>It had been done before by the same person; nothing changed.</summary>
    public sealed record AlreadyDone : Answer;

    /// <summary>It comes too late, or from somebody who no longer has the lead.</summary>
    public sealed record TooLate(LateCause Cause) : Answer;

    /// <summary>It cannot be done as asked.</summary>
    public sealed record Refused(RefusalCause Cause) : Answer;
}

/// <summary>Why a reply comes too late.</summary>
public enum LateCause
{
    OthersAccepted,

    /// <summary>The offer has moved on.</summary>
    OfferOver,

    /// <summary>The same person declined this offer.</summary>
    AlreadyDeclined,

    /// <summary>The ten minutes are over, or the first contact is recorded.</summary>
    UndoOver,

    /// <summary>Somebody else has the lead.</summary>
    NotYours,

    /// <summary>The handoff has ended.</summary>
    Ended,

    /// <summary>Nobody has accepted the lead yet.</summary>
    NotYet,

    /// <summary>The lead has not come back, or was taken up again.</summary>
    NotBack,

    /// <summary>The time to contest the return is over, or that reason cannot be contested.</summary>
    ContestOver,

    /// <summary>The return was contested already.</summary>
    Contested,

    /// <summary>The contest was answered.</summary>
    ContestAnswered,

    /// <summary>Both heads are asked now.</summary>
    WithHeads,

    /// <summary>A new handoff follows already.</summary>
    SentAgain,

    /// <summary>Marketing keeps the lead warm already.</summary>
    Recycled,
}

/// <summary>Why a request cannot be carried out.</summary>
public enum RefusalCause
{
    /// <summary>The agreement has no such reason.</summary>
    UnknownReason,

    UnknownRep,

    /// <summary>The time is past, or more than one working day away.</summary>
    BadSnooze,

    /// <summary>The day of the next contact is not ahead, or more than a year away.</summary>
    BadFollowUp,
}
