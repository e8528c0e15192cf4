using Handoff.Meetings;
using Handoff.Service.Processes;
using NodaTime;

namespace Handoff.Service.Meetings;

/// <summary>An invitation to a meeting, what changed about it, or that it is cancelled.</summary>
/// <param name="Invited">The meeting as it was last told.</param>
/// <param name="IsCancelled">Whether it will not be, or without the reader.</param>
public sealed record MeetingMail(MeetingInvited Invited, bool IsCancelled) : LetterMail
{
    /// <inheritdoc/>
    public override string Kind => IsCancelled ? "meeting_cancelled" : "meeting_invitation";

    /// <summary>What is new to the reader.</summary>
    public MeetingNews News { get; init; } =
        IsCancelled ? MeetingNews.Cancelled : Invited.Sequence > 0 ? MeetingNews.Moved : MeetingNews.Called;

    /// <summary>The agreement's zone, in which its days are meant.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>What the code of a reason says, in the reader's language.</summary>
    public required Func<string, string> ReasonOf { get; init; }

    /// <summary>The page of a lead.</summary>
    public required Func<AgendaLead, string> PageOf { get; init; }

    /// <summary>Whether it is not on the day that the schedule says: somebody does not work then.</summary>
    public bool IsMoved => Invited.Start.InZone(Zone).Date != Invited.Planned;
}

/// <summary>The owner of an open decision is reminded.</summary>
public sealed record DecisionMail(Decision Decision) : LetterMail
{
    /// <inheritdoc/>
    public override string Kind => "decision_reminder";
}
