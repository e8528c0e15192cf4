using System.Collections.Immutable;
using Handoff.Agreements;
using NodaTime;

namespace Handoff.Figures;

/// <summary>
/// What both sides read: one reading for pages, mails, JSON and CSV. Counts are whole leads; nothing is rounded. How each figure is counted
/// stands in docs/figures.md.
/// </summary>
public sealed record Scorecard
{
    /// <summary>The version of this shape.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The instant to which the figures are complete.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>What is read: a week, a month or a quarter.</summary>
    public required FigurePeriod Period { get; init; }

    /// <summary>
    /// The teams whose leads are counted, of a viewer who does not see all; then there are no promised counts and amounts, which are of the
    /// whole. Null: all leads.
    /// </summary>
    public ImmutableArray<string>? Teams { get; init; }

    /// <summary>
    /// Each promise with its figure, marketing's first: in the period of its own kind that goes on at the end of <see cref="Period"/>, or
    /// now.
    /// </summary>
    public required ImmutableArray<CommitmentFigure> Commitments { get; init; }

    /// <summary>
    /// Leads by the period in which they qualified, from qualified to won: this period and five before, the oldest first.
    /// </summary>
    public required ImmutableArray<Cohort> Funnel { get; init; }

    /// <summary>The leads that qualified in the period, by each dimension.</summary>
    public required ImmutableArray<SliceTable> Slices { get; init; }

    /// <summary>Who was won or accepted, against who was returned, of the leads that qualified in the period.</summary>
    public required LookedFor LookedFor { get; init; }

    /// <summary>Who was asked in the period whether somebody had called, and what they said.</summary>
    public required AskedFigure Asked { get; init; }

    /// <summary>Why leads ended that qualified in the period, the most frequent reason first.</summary>
    public required ImmutableArray<ReasonFigure> Reasons { get; init; }

    /// <summary>What leads waited for that qualified in the period and were accepted.</summary>
    public required WaitingTime Waiting { get; init; }

    /// <summary>How long promises took whose clocks started in the period.</summary>
    public required ImmutableArray<TimeFigure> Times { get; init; }

    /// <summary>When clocks were broken whose deadline was in the period, of each team.</summary>
    public required ImmutableArray<TeamBreaches> Breaches { get; init; }

    /// <summary>How evenly the leads accepted in the period were spread over the reps of each team.</summary>
    public required ImmutableArray<TeamSpread> Spread { get; init; }

    /// <summary>The figures of the viewer as a rep, and of the reps that the viewer may see by name.</summary>
    public ImmutableArray<RepFigures> Reps { get; init; } = [];

    /// <summary>Pipeline and won amounts: of the period in which they came, and of the leads that qualified in it.</summary>
    public required MoneyTable Money { get; init; }

    /// <summary>How many handoffs of the period were of persons whose last one had just ended; in no figure of marketing.</summary>
    public required int CameBack { get; init; }
}

/// <summary>Leads that qualified in one period, and how far they came. Who skipped a step has taken it.</summary>
/// <param name="Period">The period.</param>
/// <param name="Stages">Qualified, accepted, contacted, sales qualified, won; in this order.</param>
/// <param name="NotMature">Leads that may still come further, of all.</param>
/// <param name="HasOutcomes">Whether an outcome of any lead of the cohort was sent in; without, won says nothing.</param>
public sealed record Cohort(FigurePeriod Period, ImmutableArray<CohortStage> Stages, ShareFigure NotMature, bool HasOutcomes);

/// <summary>A step of a cohort.</summary>
/// <param name="Name"><c>qualified</c>, <c>accepted</c>, <c>contacted</c>, <c>sales_qualified</c>, <c>won</c>.</param>
/// <param name="OfQualified">Who took it, of all that qualified.</param>
/// <param name="MedianMinutes">
/// Elapsed minutes since the step before, of half of those who took that one; null: half of them have not taken this one.
/// </param>
public sealed record CohortStage(string Name, ShareFigure OfQualified, int? MedianMinutes);

/// <summary>The leads of the period by one dimension; each is in one slice.</summary>
/// <param name="Dimension"><c>source</c>, <c>team</c>, <c>tier</c>, <c>country</c>, or a recorded dimension.</param>
/// <param name="Slices">Its values, the most leads first.</param>
public sealed record SliceTable(string Dimension, ImmutableArray<Slice> Slices);

/// <summary>The leads of one value of a dimension.</summary>
/// <param name="Value">The value; <c>none</c>: the lead has none.</param>
/// <param name="Qualified">How many qualified.</param>
/// <param name="Accepted">Acceptances, of those decided.</param>
/// <param name="ReturnedAsBad">Ended by marketing's fault, of those decided.</param>
/// <param name="Won">Won, of those qualified.</param>
public sealed record Slice(string Value, int Qualified, ShareFigure Accepted, ShareFigure ReturnedAsBad, ShareFigure Won);

/// <summary>A reason for which leads ended.</summary>
/// <param name="Code">The reason's code.</param>
/// <param name="Fault">Whose fault the agreement calls it.</param>
/// <param name="Effect">Where the leads went.</param>
/// <param name="OfQualified">How many, of all that qualified.</param>
/// <param name="BySource">The same by source; the sum is the whole.</param>
public sealed record ReasonFigure(
    string Code, Fault Fault, ReasonEffect Effect, ShareFigure OfQualified, ImmutableArray<SourceShare> BySource);

/// <summary>What those said who were asked whether somebody had called.</summary>
/// <param name="Yes">Somebody has, of all who were asked.</param>
/// <param name="No">Nobody has, of the same.</param>
public sealed record AskedFigure(ShareFigure Yes, ShareFigure No);

/// <summary>A share of the leads of one source.</summary>
public sealed record SourceShare(string Source, ShareFigure OfQualified);

/// <summary>The time from reception to acceptance of all leads together, in minutes.</summary>
/// <param name="Leads">How many leads.</param>
/// <param name="SystemMinutes">From reception to the first offer.</param>
/// <param name="RepMinutes">From the first offer to the acceptance while the team was open.</param>
/// <param name="ClosedMinutes">The same while it was closed.</param>
public sealed record WaitingTime(int Leads, long SystemMinutes, long RepMinutes, long ClosedMinutes);

/// <summary>How long a promise took, in minutes of its own clock; clocks that run are counted as such (Kaplan and Meier).</summary>
/// <param name="Clock">Which promise.</param>
/// <param name="N">How many clocks.</param>
/// <param name="Running">How many of them have no end: they run on, or were cancelled unmet.</param>
/// <param name="Median">Within this time half are kept; null: not so many are, as far as can be known.</param>
/// <param name="Ninetieth">Within this time 90 % are; null: not so many are, or there are fewer than 20 clocks.</param>
public sealed record TimeFigure(ClockName Clock, int N, int Running, int? Median, int? Ninetieth);

/// <summary>When clocks of a team's leads were broken.</summary>
/// <param name="Team">The team.</param>
/// <param name="Zone">The zone of its calendar, in which the hours are.</param>
/// <param name="Cells">The hours of the week in which it was open, or a clock had its deadline.</param>
public sealed record TeamBreaches(string Team, string Zone, ImmutableArray<BreachCell> Cells);

/// <summary>An hour of the week.</summary>
/// <param name="Weekday">1 Monday to 7 Sunday.</param>
/// <param name="Hour">0 to 23: the hour in which the last minute before the deadline lay.</param>
/// <param name="Broken">Leads of which a clock was broken, of those of which one had its deadline then; each counts once.</param>
/// <param name="OpenMinutes">How long the team was open in that hour of the week, until now.</param>
public sealed record BreachCell(int Weekday, int Hour, ShareFigure Broken, int OpenMinutes)
{
    /// <summary>Leads with a broken clock for each hour that the team was open; null: it was closed.</summary>
    public double? PerOpenHour => OpenMinutes == 0 ? null : 60.0 * Broken.S / OpenMinutes;
}

/// <summary>How leads were spread over the reps of a team; no rep is named.</summary>
/// <param name="Team">The team.</param>
/// <param name="Reps">How many reps had any.</param>
/// <param name="Least">The fewest that one had.</param>
/// <param name="Median">What half of them had at most.</param>
/// <param name="Most">The most that one had.</param>
public sealed record TeamSpread(string Team, int Reps, int Least, int Median, int Most);

/// <summary>Amounts by currency.</summary>
/// <param name="Pipeline">Called an opportunity in the period.</param>
/// <param name="Won">Won in the period.</param>
/// <param name="PipelineOfCohort">Called an opportunity so far, of the leads that qualified in the period.</param>
/// <param name="WonOfCohort">Won so far, of the leads that qualified in the period.</param>
public sealed record MoneyTable(Figure.Money Pipeline, Figure.Money Won, Figure.Money PipelineOfCohort, Figure.Money WonOfCohort);
