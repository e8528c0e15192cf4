using Handoff.Processes;

namespace Handoff.Meetings;

/// <summary>What a meeting's events add up to.</summary>
internal static class MeetingEvolution
{
    /// <summary>The state after an event that is not about mails alone.</summary>
    public static MeetingState Apply(MeetingState state, ProcessEvent happened) => happened switch
    {
        MeetingPlanned e => state with
        {
            Meetings = e.Number,
            Coming = new(e.Number, e.Start, e.Planned, e.Minutes, e.InviteAt, null),
        },
        MeetingInvited e => state with
        {
            Coming = new(e.Number, e.Start, e.Planned, e.Minutes, e.At, e.Sequence)
            {
                Leads = e.Leads,
                Invited = state.Coming?.Invited ?? [],
                // A meeting that is moved keeps its leads.
                ReadUntil = state.Coming?.ReadUntil ?? e.At,
            },
        },
        LetterOwed { Kind: LetterKind.MeetingInvitation } e when state.Coming is { } coming && coming.Number == e.About =>
            state with { Coming = coming with { Invited = [.. coming.Invited.Union([e.To])] } },
        LetterOwed { Kind: LetterKind.MeetingCancelled } e when state.Coming is { } coming && coming.Number == e.About =>
            state with { Coming = coming with { Invited = coming.Invited.Remove(e.To) } },
        MeetingCancelled => state with { Coming = null },
        MeetingHeld => state with
        {
            LastAt = state.Coming?.Start,
            LastPlanned = state.Coming?.Planned,
            AgendaUntil = state.Coming?.ReadUntil ?? state.AgendaUntil,
            Coming = null,
        },
        MeetingMissed e => state with { Missed = new(e.Number, e.First, e.Last), LastPlanned = e.Planned, Coming = null },
        DecisionMade e => state with
        {
            Decisions = state.Decisions.Add(
                new(e.Number, e.At, e.By, e.Text, e.Owner, e.Due, e.Metric, e.Expected, e.RemindAt, null)),
        },
        DecisionClosed e => With(state, e.Number, one => one with { IsDone = e.IsDone, RemindAt = null, ClosedAt = e.At }),
        DecisionReminded e => With(state, e.Number, one => one with { RemindAt = e.RemindAt }),
        _ => state,
    };

    private static MeetingState With(MeetingState state, int number, Func<Decision, Decision> change) =>
        state with { Decisions = [.. state.Decisions.Select(one => one.Number == number ? change(one) : one)] };
}
