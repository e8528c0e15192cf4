using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.People;
using Handoff.Processes;
using NodaTime;

namespace Handoff.Meetings;

/// <summary>A lead to be talked about; nothing of its person.</summary>
/// <param name="At">When what is told of it happened.</param>
/// <param name="From">Its campaign; <c>none</c> where none was told.</param>
/// <param name="Reason">The code for which it came back; null: it did not.</param>
/// <param name="Outcome">What became of it; null: it came back.</param>
/// <param name="Worth">The amount of the outcome, or null.</param>
/// <param name="IsContested">Whether marketing says that its return was wrong.</param>
public sealed record AgendaLead(
    LeadId Lead, Instant At, string From, string? Reason, Outcome? Outcome, LeadAmount? Worth, bool IsContested);

/// <summary>The leads of a meeting, as they were when it was called.</summary>
/// <param name="Returned">What came back and is contested, the contested first; 20 at most.</param>
/// <param name="Best">Won, or real opportunities; two at most.</param>
/// <param name="Worst">Of what came back, what had promised most; two at most.</param>
public sealed record AgendaLeads(
    ImmutableArray<AgendaLead> Returned, ImmutableArray<AgendaLead> Best, ImmutableArray<AgendaLead> Worst)
{
    public static AgendaLeads None { get; } = new([], [], []);
}

/// <summary>When the next meeting will be is known; nobody is invited yet.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Planned">The day that the schedule says, in the agreement's zone.</param>
/// <param name="InviteAt">When the invitations go.</param>
[StoredAs("meeting_planned")]
public sealed record MeetingPlanned(Instant At, int Number, Instant Start, LocalDate Planned, int Minutes, Instant InviteAt)
    : ProcessEvent(At);

/// <summary>Both heads are invited, or are told another time or another head.</summary>
/// <param name="Sequence">0 for the first invitation to this meeting, one more for each change (RFC 5545, section 3.8.7.4).</param>
[StoredAs("meeting_invited")]
public sealed record MeetingInvited(
    Instant At, int Number, Instant Start, LocalDate Planned, int Minutes, int Sequence, AgendaLeads Leads) : ProcessEvent(At)
{
    /// <summary>When the first invitation was due: a host that was down sends it late; null: it is no first.</summary>
    public Instant? Due { get; init; }

    /// <summary>Who invites.</summary>
    public PersonId? Organizer { get; init; }
}

/// <summary>The meeting will not be. Who was invited is told.</summary>
[StoredAs("meeting_cancelled")]
public sealed record MeetingCancelled(Instant At, int Number, int Sequence) : ProcessEvent(At);

/// <summary>The meeting's time has passed.</summary>
[StoredAs("meeting_held")]
public sealed record MeetingHeld(Instant At, int Number) : ProcessEvent(At);

/// <summary>The meeting's time has passed, perhaps that of later ones too, and nobody was invited: nothing ran when it was due.</summary>
/// <param name="First">When the meeting was to be.</param>
/// <param name="Last">When the last one was to be that nobody was invited to.</param>
/// <param name="Planned">The day that the schedule says for that.</param>
[StoredAs("meeting_missed")]
public sealed record MeetingMissed(Instant At, int Number, Instant First, Instant Last, LocalDate Planned) : ProcessEvent(At);

/// <summary>Something was decided at a meeting, or between two.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Text">What, in the words of who wrote it down; it names no lead's person.</param>
/// <param name="Owner">Who sees to it.</param>
/// <param name="Due">By which day, in the agreement's zone.</param>
/// <param name="Metric">The figure by which it will be judged, or null.</param>
/// <param name="Expected">What that figure will be, or null.</param>
/// <param name="RemindAt">When its owner is reminded if it is still open.</param>
[StoredAs("decision_made")]
public sealed record DecisionMade(
    Instant At, int Number, PersonId By, string Text, PersonId Owner, LocalDate Due, string? Metric, decimal? Expected, Instant RemindAt)
    : ProcessEvent(At);

/// <summary>A decision was carried out, or given up.</summary>
[StoredAs("decision_closed")]
public sealed record DecisionClosed(Instant At, int Number, PersonId By, bool IsDone) : ProcessEvent(At);

/// <summary>The owner of an open decision is reminded.</summary>
/// <param name="RemindAt">When again, if it is still open then.</param>
[StoredAs("decision_reminded")]
public sealed record DecisionReminded(Instant At, int Number, Instant RemindAt) : ProcessEvent(At);
