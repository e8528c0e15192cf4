using System.Collections.Immutable;
using Handoff.People;
using Handoff.Processes;
using NodaTime;

namespace Handoff.Meetings;

/// <summary>The meeting that comes next.</summary>
/// <param name="Sequence">Null: nobody is invited yet.</param>
/// <param name="InviteAt">When the invitations go, or went.</param>
public sealed record ComingMeeting(int Number, Instant Start, LocalDate Planned, int Minutes, Instant InviteAt, int? Sequence)
{
    public AgendaLeads Leads { get; init; } = AgendaLeads.None;

    /// <summary>Who is invited.</summary>
    public ImmutableArray<PersonId> Invited { get => field.IsDefault ? [] : field; init; }

    /// <summary>Until when its leads were read; null: they are not yet.</summary>
    public Instant? ReadUntil { get; init; }

    public Instant End => Start + Duration.FromMinutes(Minutes);

    /// <summary>Whether it is at another time, or of another length.</summary>
    public bool IsAnother(Instant start, int minutes) => (Start, Minutes) != (start, minutes);

    /// <summary>When it has something due: the invitations, or its end.</summary>
    public Instant DueAt => Sequence is null ? InviteAt : End;
}

/// <summary>A meeting, perhaps with later ones, to which nobody was invited, for nothing ran when it was due.</summary>
/// <param name="First">When it was to be.</param>
/// <param name="Last">When the last of them was to be.</param>
public sealed record MissedMeeting(int Number, Instant First, Instant Last);

/// <summary>A decision of the two heads.</summary>
/// <param name="At">When it was written down.</param>
/// <param name="RemindAt">When its owner is reminded; null: it is not open any more.</param>
/// <param name="IsDone">Null: it is open; true: carried out; false: given up.</param>
public sealed record Decision(
    int Number, Instant At, PersonId By, string Text, PersonId Owner, LocalDate Due, string? Metric, decimal? Expected, Instant? RemindAt,
    bool? IsDone)
{
    public bool IsOpen => IsDone is null;

    public Instant? ClosedAt { get; init; }
}

/// <summary>The meetings of the two heads, and what they decided.</summary>
public sealed record MeetingState : ProcessState
{
    public static MeetingState Empty { get; } = new();

    /// <summary>How many were planned.</summary>
    public int Meetings { get; init; }

    public ComingMeeting? Coming { get; init; }

    /// <summary>The last to which nobody was invited, or null.</summary>
    public MissedMeeting? Missed { get; init; }

    /// <summary>When the last one began; null: there was none.</summary>
    public Instant? LastAt { get; init; }

    /// <summary>Until when leads were on the agenda of a meeting that was held; null: none was.</summary>
    public Instant? AgendaUntil { get; init; }

    /// <summary>The day for which the last was planned: none is planned twice for one day.</summary>
    public LocalDate? LastPlanned { get; init; }

    /// <summary>Every decision, the earliest first.</summary>
    public ImmutableArray<Decision> Decisions { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc/>
    public override Instant? DueAt
    {
        get
        {
            var due = Coming?.DueAt;
            foreach (var decision in Decisions)
                due = decision.RemindAt is { } at && !(due <= at) ? at : due;
            return due;
        }
    }
}
