using System.Collections.Immutable;
using Handoff.People;
using Handoff.Processes;
using NodaTime;

namespace Handoff.Meetings;

/// <summary>Something is decided; a page asks for it, signed in.</summary>
public sealed record Decide(PersonId By, string Text, PersonId Owner, LocalDate Due, string? Metric, decimal? Expected) : ProcessCommand;

/// <summary>A decision was carried out, or is given up.</summary>
public sealed record CloseDecision(PersonId By, int Number, bool IsDone) : ProcessCommand;

/// <summary>What a decision about meetings rests on.</summary>
/// <param name="Occurrences">When they are; null: none are agreed.</param>
/// <param name="Minutes">How long one lasts.</param>
/// <param name="To">Who is invited.</param>
/// <param name="Zone">The agreement's zone.</param>
/// <param name="Leads">The leads to be talked about, if invitations go now.</param>
public sealed record MeetingWorld(
    Occurrences? Occurrences, int Minutes, ImmutableArray<PersonId> To, DateTimeZone Zone, AgendaLeads Leads)
{
    /// <summary>Who invites.</summary>
    public PersonId? Organizer { get; init; }
}

/// <summary>
/// Calls the two heads together at the agreed times, a week before. A holiday moves a meeting and a changed schedule cancels it, and who
/// was invited is told. Where a head is another, the one is invited and the other told that the meeting is without them. What was missed
/// while nothing ran is said. The owners of open decisions are reminded on the day, and each week after it.
/// </summary>
public static class MeetingDecider
{
    private static readonly Duration InvitedBefore = Duration.FromDays(7);
    private static readonly LocalTime ReminderHour = new(9, 0);

    /// <summary>The process, as it stands to the rest of the world at a time.</summary>
    public static Decider<MeetingState, ProcessCommand, ProcessEvent> In(MeetingWorld world, Instant now) => ProcessDecider.Of(
        (state, command) => command switch
        {
            ProcessCommand.TakeTurn => ProcessDecider.Told([.. TakeTurn(state, world, now)]),
            Decide c => ProcessDecider.Told(
            [
                new DecisionMade(
                    now, state.Decisions.Length + 1, c.By, c.Text, c.Owner, c.Due, c.Metric, c.Expected, Reminder(c.Due, world, now)),
            ]),
            CloseDecision c => ProcessDecider.Told(state.Decisions.Any(one => one.Number == c.Number && one.IsOpen)
                ? [new DecisionClosed(now, c.Number, c.By, c.IsDone)] : []),
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        },
        Evolve, MeetingState.Empty, now);

    /// <summary>Whether invitations to the coming meeting would go now.</summary>
    public static bool Invites(MeetingState state, MeetingWorld world, Instant now) =>
        TakeTurn(state, world, now).Any(happened => happened is MeetingInvited);

    /// <summary>From when on leads belong to an agenda made now: where that of the last meeting ended; null: there was none.</summary>
    public static Instant? AgendaFrom(MeetingState state, Instant now) =>
        state.Coming is { ReadUntil: { } until } passed && passed.End <= now ? until : state.AgendaUntil;

    /// <summary>The state after one more event.</summary>
    public static MeetingState Evolve(MeetingState state, ProcessEvent happened) =>
        ProcessDecider.After(state, happened, MeetingEvolution.Apply);

    private static List<ProcessEvent> TakeTurn(MeetingState state, MeetingWorld world, Instant now)
    {
        List<ProcessEvent> events = [];
        void Happens(ProcessEvent happened)
        {
            events.Add(happened);
            state = Evolve(state, happened);
        }

        void Tell(LetterKind kind, int about, IEnumerable<PersonId> to)
        {
            foreach (var owed in state.Letters.Owe(now, kind, about, to).ToList())
                Happens(owed);
        }

        var planning = now;
        if (state.Coming is { Sequence: null } missed && missed.Start <= now)
        {
            var last = world.Occurrences?.LastBetween(missed.Start, now, missed.Planned) ?? new(missed.Start, missed.Planned);
            Happens(new MeetingMissed(now, missed.Number, missed.Start, last.At, last.Planned));
            planning = last.At;
        }
        else if (state.Coming is { } passed && passed.End <= now)
        {
            Happens(new MeetingHeld(now, passed.Number));
            planning = passed.End;
        }

        // One that goes on is left alone.
        if (!(state.Coming?.Start <= now))
        {
            var expected = world.Occurrences?.After(now, state.LastPlanned);
            if (state.Coming is { } coming && coming.Planned != expected?.Planned)
            {
                Happens(new MeetingCancelled(now, coming.Number, (coming.Sequence ?? -1) + 1));
                if (coming.Sequence is not null)
                    Tell(LetterKind.MeetingCancelled, coming.Number, coming.Invited);
            }

            if (expected is { At: var start, Planned: var planned })
            {
                if (state.Coming is null || (state.Coming is { Sequence: null } other && other.IsAnother(start, world.Minutes)))
                {
                    Happens(new MeetingPlanned(
                        now, state.Coming?.Number ?? state.Meetings + 1, start, planned, world.Minutes,
                        Instant.Max(planning, start - InvitedBefore)));
                }

                var next = state.Coming!;
                var changes = next.Sequence is not null
                    && (next.IsAnother(start, world.Minutes) || !next.Invited.ToHashSet().SetEquals(world.To));
                if (changes || (next.Sequence is null && next.InviteAt <= now))
                {
                    Happens(new MeetingInvited(
                        now, next.Number, start, planned, world.Minutes, (next.Sequence ?? -1) + 1, changes ? next.Leads : world.Leads)
                    {
                        Due = changes ? null : next.InviteAt,
                        Organizer = world.Organizer,
                    });
                    Tell(LetterKind.MeetingInvitation, next.Number, world.To);
                    Tell(LetterKind.MeetingCancelled, next.Number, next.Invited.Except(world.To));
                }
            }
        }

        foreach (var decision in state.Decisions.Where(one => one.RemindAt <= now).ToList())
        {
            Happens(new DecisionReminded(now, decision.Number, Reminder(now.InZone(world.Zone).Date.PlusDays(7), world, now)));
            Tell(LetterKind.DecisionReminder, decision.Number, [decision.Owner]);
        }

        return events;
    }

    private static Instant Reminder(LocalDate day, MeetingWorld world, Instant now) =>
        Instant.Max(now, day.At(ReminderHour).InZoneLeniently(world.Zone).ToInstant());
}
