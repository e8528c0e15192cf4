using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Figures;
using Handoff.People;
using Handoff.Processes;
using NodaTime;

namespace Handoff.Meetings;

/// <summary>How a promise stands in its period that goes on.</summary>
/// <param name="Key">Names the promise and its period.</param>
/// <param name="Elapsed">The share of the period's working days that has passed, 0 to 1.</param>
public sealed record PromisePace(string Key, ReportedPromise Promise, double Elapsed)
{
    private const double Poor = 0.2;
    private const double Even = 0.5;

    /// <summary>Whether it will be missed at this pace: with less than one chance in five it is kept.</summary>
    public bool IsBehind => Promise.Standing == Standing.Unreachable || Promise.Kept < Poor;

    /// <summary>Whether it is as likely kept as not.</summary>
    public bool IsRecovered => Promise.Standing == Standing.Safe || Promise.Kept > Even;
}

/// <summary>A promise of which its side was warned.</summary>
/// <param name="HasRecovered">Whether it was as likely kept as not since: then it is warned of again if it falls back.</param>
public sealed record WarnedPromise(string Key, bool HasRecovered);

/// <summary>The promises were looked at, or the time of the next look has changed.</summary>
/// <param name="Next">When they are looked at next; null: nothing is promised.</param>
/// <param name="Warned">Of which of those that go on their side was warned.</param>
[StoredAs("pace_looked")]
public sealed record PaceLooked(Instant At, Instant? Next, ImmutableArray<WarnedPromise> Warned) : ProcessEvent(At);

/// <summary>A side is warned that some of its promises will be missed at this pace.</summary>
/// <param name="Number">1 for the first.</param>
[StoredAs("pace_warned")]
public sealed record PaceWarned(Instant At, int Number, Side By, ImmutableArray<ReportedPromise> Promises) : ProcessEvent(At);

/// <summary>The warnings of the two sides.</summary>
public sealed record PaceState : ProcessState
{
    public static PaceState Empty { get; } = new();

    /// <summary>When the promises are looked at next; null: nothing is promised.</summary>
    public Instant? Next { get; init; }

    /// <summary>How many warnings there were.</summary>
    public int Warnings { get; init; }

    public ImmutableArray<WarnedPromise> Warned { get => field.IsDefault ? [] : field; init; }

    /// <summary>Of which source somebody was last told when that it is refused.</summary>
    public ImmutableSortedDictionary<string, Instant> SourcesWarned
    {
        get => field ?? ImmutableSortedDictionary.Create<string, Instant>(StringComparer.Ordinal);
        init;
    }

    /// <inheritdoc/>
    public override Instant? DueAt => Next;
}

/// <summary>What a decision about warnings rests on.</summary>
/// <param name="Mornings">The hour at which promises are looked at, on working days; null: nothing is promised.</param>
/// <param name="From">The share of a period's working days from which a side is warned, 0 to 1.</param>
/// <param name="Paces">The promises of the periods that go on, if they are looked at now.</param>
/// <param name="HeadOf">Who is told.</param>
public sealed record PaceWorld(
    Occurrences? Mornings, double From, ImmutableArray<PromisePace> Paces, Func<Side, PersonId> HeadOf);

/// <summary>
/// Warns a side of each promise that will be missed at today's pace, once a period: from the agreed share of it on, on each working day
/// until it was warned. A second warning follows only if the promise was as likely kept as not in between.
/// </summary>
public static class PaceDecider
{
    /// <summary>The process, as it stands to the rest of the world at a time.</summary>
    public static Decider<PaceState, ProcessCommand, ProcessEvent> In(PaceWorld world, Instant now) => ProcessDecider.Of(
        (state, command) => ProcessDecider.Told(command switch
        {
            ProcessCommand.TakeTurn => [.. TakeTurn(state, world, now)],
            WarnOfSource c => [.. SourceWarnings.Warn(state, c, now)],
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        }),
        Evolve, PaceState.Empty, now);

    /// <summary>The state after one more event.</summary>
    public static PaceState Evolve(PaceState state, ProcessEvent happened) => ProcessDecider.After(state, happened, Apply);

    private static List<ProcessEvent> TakeTurn(PaceState state, PaceWorld world, Instant now)
    {
        var next = world.Mornings?.After(now, planned: null)?.At;
        if (!(state.Next <= now) || next is null)
            return state.Next == next ? [] : [new PaceLooked(now, next, state.Warned)];
        var looked = world.Paces.Where(pace => pace.Elapsed >= world.From).ToList();
        var behind = looked.Where(pace => pace.IsBehind && !(Mark(state, pace) is { HasRecovered: false })).ToList();
        List<ProcessEvent> events = [];
        foreach (var side in behind.GroupBy(pace => pace.Promise.By).OrderBy(side => side.Key))
        {
            var warned = new PaceWarned(now, state.Warnings + 1, side.Key, [.. side.Select(pace => pace.Promise)]);
            ProcessEvent[] more = [warned, .. state.Letters.Owe(now, LetterKind.PaceWarning, warned.Number, [world.HeadOf(side.Key)])];
            events.AddRange(more);
            state = more.Aggregate(state, Evolve);
        }

        ImmutableArray<WarnedPromise> marks =
        [
            .. world.Paces.Where(pace => behind.Contains(pace) || Mark(state, pace) is not null)
                .Select(pace => new WarnedPromise(
                    pace.Key, !behind.Contains(pace) && (pace.IsRecovered || Mark(state, pace) is { HasRecovered: true }))),
        ];
        return [.. events, new PaceLooked(now, next, marks)];
    }

    private static WarnedPromise? Mark(PaceState state, PromisePace pace) => state.Warned.FirstOrDefault(one => one.Key == pace.Key);

    private static PaceState Apply(PaceState state, ProcessEvent happened) => happened switch
    {
        PaceLooked e => state with { Next = e.Next, Warned = e.Warned },
        PaceWarned e => state with { Warnings = e.Number },
        SourceWarned e => state with { Warnings = e.Number, SourcesWarned = state.SourcesWarned.SetItem(e.Source, e.At) },
        _ => state,
    };
}
