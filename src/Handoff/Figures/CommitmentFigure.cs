using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Handoff.Agreements;
using NodaTime;

namespace Handoff.Figures;

/// <summary>How it stands with a promise.</summary>
public enum Standing
{
    /// <summary>It is too early to say anything, or there is nothing to measure yet.</summary>
    Early,

    /// <summary>It will be kept at this pace.</summary>
    OnPace,

    /// <summary>It will be missed at this pace.</summary>
    AtRisk,

    /// <summary>It is kept, whatever happens until the period's end.</summary>
    Safe,

    /// <summary>It can no longer be kept, whatever happens until the period's end.</summary>
    Unreachable,

    /// <summary>The period is over, and too many of its leads are undecided to say.</summary>
    Undecided,

    /// <summary>The period is over, and the promise was kept.</summary>
    Kept,

    /// <summary>The period is over, and the promise was missed.</summary>
    Missed,

    /// <summary>The period is over, and there was nothing to measure, or nothing was sent in: neither kept nor missed.</summary>
    Nothing,
}

/// <summary>How a count goes on against its pace.</summary>
/// <param name="Expected">What there should be by now, at an even pace by working days.</param>
/// <param name="Gap">How many more than that there are; negative: fewer.</param>
/// <param name="GapDays">The same in working days of the pace.</param>
/// <param name="NeededPerDay">How many a working day would keep the promise; null: no working day is left.</param>
public sealed record Pace(double Expected, double Gap, double GapDays, double? NeededPerDay);

/// <summary>What was said of a promise when its period ended; it stays.</summary>
/// <param name="At">When it was frozen.</param>
/// <param name="Figure">The figure then.</param>
/// <param name="Standing">How it stood.</param>
public sealed record FrozenFigure(Instant At, Figure Figure, Standing Standing)
{
    /// <summary>How long after its period a figure that is restated waits for undecided leads.</summary>
    public static Duration JudgedWithin { get; } = Duration.FromDays(30);

    /// <summary>By which it was judged later, where leads were undecided at the period's end; null: by this one, or not yet.</summary>
    public FrozenFigure? Judged { get; init; }

    /// <summary>How the promise was judged, for ever; null: not yet.</summary>
    public Standing? Verdict() => (Judged?.Standing ?? Standing) is Standing.Kept or Standing.Missed or Standing.Nothing
        ? Judged?.Standing ?? Standing : null;
}

/// <summary>In how many periods a promise was kept.</summary>
/// <param name="Judged">In how many it was kept or missed.</param>
public sealed record PeriodsKept(int Kept, int Judged);

/// <summary>A promise with its figure.</summary>
public sealed record CommitmentFigure
{
    public required Commitment Promise { get; init; }

    /// <summary>The period of the promise's own kind.</summary>
    public required FigurePeriod Period { get; init; }

    /// <summary>The agreement came into force during it: a count's target is smaller by the working days that it lacks.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>The target of this period: the promised figure, or the part of a partial period, rounded up.</summary>
    public required decimal Target { get; init; }

    /// <summary>The figure as of now.</summary>
    public required Figure Now { get; init; }

    /// <summary>The figure of the period before, as of now; null: the promise did not hold then.</summary>
    public Figure? Before { get; init; }

    /// <summary>What was reported when the period ended; null: it has not ended, or nothing was reported.</summary>
    public FrozenFigure? Frozen { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>
    /// Of a promise whose periods are shorter than what is read: in how many that ended in it the promise was kept; null: none is judged.
    /// </summary>
    public PeriodsKept? Past { get; init; }

    /// <summary>
    /// When time alone may change how it stands, after the period's end; null: 30 days after it, or never. Any lead may change it before.
    /// </summary>
    [JsonIgnore]
    public Instant? SettlesNext { get; init; }

    /// <summary>Of a count in a period that goes on.</summary>
    public Pace? Pace { get; init; }

    /// <summary>Of a measured figure in a period that goes on, when 5 working days and a tenth of it have passed.</summary>
    public Forecast? Forecast { get; init; }

    /// <summary>Day by day: of a count, as it added up against the pace.</summary>
    public ImmutableArray<PacePoint> Line { get; init; } = [];
}

/// <summary>A day of the line of a count.</summary>
/// <param name="Date">The day.</param>
/// <param name="IsWorking">Whether it is a working day; the pace is flat on others.</param>
/// <param name="Actual">How many there were at the day's end; null: it is to come.</param>
/// <param name="Expected">How many there should be at the day's end.</param>
public sealed record PacePoint(LocalDate Date, bool IsWorking, int? Actual, double Expected);
