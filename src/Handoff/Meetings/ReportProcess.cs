using System.Collections.Immutable;
using Handoff.Figures;
using Handoff.People;
using Handoff.Processes;
using NodaTime;

namespace Handoff.Meetings;

/// <summary>When the next report goes is known; it may be another than before.</summary>
/// <param name="Due">When; null: no report is agreed any more.</param>
/// <param name="Planned">The day that the schedule says, in the agreement's zone.</param>
[StoredAs("report_planned")]
public sealed record ReportPlanned(Instant At, Instant? Due, LocalDate? Planned) : ProcessEvent(At);

/// <summary>A report was made.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Due">When it was due: a host that was down sends the latest one, late.</param>
/// <param name="Planned">The day that the schedule says, in the agreement's zone.</param>
[StoredAs("report_made")]
public sealed record ReportMade(Instant At, int Number, Instant Due, LocalDate Planned, ReportContent Content) : ProcessEvent(At);

/// <summary>The weekly report to the two heads.</summary>
public sealed record ReportState : ProcessState
{
    public static ReportState Empty { get; } = new();

    /// <summary>When the next one goes; null: none is agreed.</summary>
    public Instant? Next { get; init; }

    /// <summary>The day that the schedule says for the next.</summary>
    public LocalDate? NextPlanned { get; init; }

    /// <summary>How many were made.</summary>
    public int Reports { get; init; }

    /// <summary>When the last was made.</summary>
    public Instant? LastAt { get; init; }

    /// <summary>What stood out in the last.</summary>
    public ImmutableArray<Disagreement> LastStoodOut { get => field.IsDefault ? [] : field; init; }

    /// <summary>The week of which the last told; null: there was none.</summary>
    public string? LastWeek { get; init; }

    /// <summary>The sharpest disagreements of the last.</summary>
    public ImmutableArray<Disagreement> LastSharpest { get => field.IsDefault ? [] : field; init; }

    /// <summary>The day for which the last was planned: none is made twice for one day.</summary>
    public LocalDate? LastPlanned { get; init; }

    /// <summary>The number of the last missed meeting of which a report has told.</summary>
    public int ToldMissed { get; init; }

    /// <summary>The numbers of the closed decisions of which a report has told what came of them.</summary>
    public ImmutableArray<int> ToldDecisions { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc/>
    public override Instant? DueAt => Next;

    /// <summary>Whether a report has yet to tell what came of a closed decision.</summary>
    public bool Owes(Decision decision) => Next is not null && !ToldDecisions.Contains(decision.Number);
}

/// <summary>What a decision about the report rests on.</summary>
/// <param name="Occurrences">When reports go; null: none is agreed.</param>
/// <param name="To">Who gets it.</param>
/// <param name="Content">What the report says that is due now; null: none is.</param>
public sealed record ReportWorld(Occurrences? Occurrences, ImmutableArray<PersonId> To, ReportContent? Content);

/// <summary>
/// Sends the report at its times. Of those that were missed while nothing ran only the latest is sent. A changed schedule, or a holiday
/// that was not known, moves the next one.
/// </summary>
public static class ReportDecider
{
    /// <summary>The process, as it stands to the rest of the world at a time.</summary>
    public static Decider<ReportState, ProcessCommand, ProcessEvent> In(ReportWorld world, Instant now) => ProcessDecider.Of(
        (state, command) => command is ProcessCommand.TakeTurn
            ? ProcessDecider.Told(TakeTurn(state, world, now))
            : throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        Evolve, ReportState.Empty, now);

    /// <summary>The state after one more event.</summary>
    public static ReportState Evolve(ReportState state, ProcessEvent happened) => ProcessDecider.After(state, happened, Apply);

    /// <summary>The report that is due: the latest of those that were planned and have passed; null: none is due.</summary>
    public static Occurrence? DueAt(ReportState state, Occurrences? occurrences, Instant now) =>
        state is not { Next: { } next, NextPlanned: { } planned } || occurrences is null ? null
        : next <= now ? occurrences.LastBetween(next, now, state.LastPlanned) ?? new(next, planned)
        : MovedBehind(state, occurrences, planned, now);

    /// <summary>The report whose schedule was moved to a time of its week that has passed: it would be lost, since the next is of a later
    /// week.</summary>
    private static Occurrence? MovedBehind(ReportState state, Occurrences occurrences, LocalDate planned, Instant now) =>
        occurrences.After(now, state.LastPlanned) is { } next && next.Planned > planned
        && occurrences.LastBetween(now - Duration.FromDays(7), now, state.LastPlanned) is { } passed
        && passed.Planned >= planned.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)) ? passed : null;

    private static ImmutableArray<ProcessEvent> TakeTurn(ReportState state, ReportWorld world, Instant now)
    {
        if (DueAt(state, world.Occurrences, now) is { } due && world.Content is { } content)
        {
            var number = state.Reports + 1;
            var next = world.Occurrences?.After(now, due.Planned);
            return [
                new ReportMade(now, number, due.At, due.Planned, content), .. state.Letters.Owe(now, LetterKind.Report, number, world.To),
                new ReportPlanned(now, next?.At, next?.Planned)];
        }

        var expected = world.Occurrences?.After(now, state.LastPlanned);
        return expected?.At == state.Next && expected?.Planned == state.NextPlanned
            ? [] : [new ReportPlanned(now, expected?.At, expected?.Planned)];
    }

    private static ReportState Apply(ReportState state, ProcessEvent happened) => happened switch
    {
        ReportPlanned e => state with { Next = e.Due, NextPlanned = e.Planned },
        ReportMade e => state with
        {
            Reports = e.Number,
            LastAt = e.At,
            LastPlanned = e.Planned,
            LastStoodOut = e.Content.StoodOut,
            LastWeek = e.Content.Week,
            LastSharpest = e.Content.Sharpest,
            ToldMissed = e.Content.MissedMeeting?.Number ?? state.ToldMissed,
            ToldDecisions =
            [
                .. state.ToldDecisions
                    .Union(e.Content.Decisions.Where(one => one is { IsDone: not null, IsJudged: true }).Select(one => one.Number)),
            ],
        },
        _ => state,
    };
}
