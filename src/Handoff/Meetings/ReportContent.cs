using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Agreements.Signing;
using Handoff.Figures;
using Handoff.People;
using NodaTime;

namespace Handoff.Meetings;

/// <summary>A promise as the report tells it.</summary>
public sealed record ReportedPromise
{
    public required Side By { get; init; }

    public required string Metric { get; init; }

    public required Agreements.Period Per { get; init; }

    /// <summary>The name of the period, such as <c>2026-W48</c>.</summary>
    public required string Period { get; init; }

    public required bool IsMost { get; init; }

    public required bool IsPercent { get; init; }

    /// <summary>ISO 4217, of an amount.</summary>
    public string? Currency { get; init; }

    /// <summary>The promised figure, or the part of it that a partial period owes.</summary>
    public required decimal Target { get; init; }

    /// <summary>A count, percent or an amount; null: there was nothing to measure.</summary>
    public decimal? Value { get; init; }

    /// <summary>Of a share: how many were good.</summary>
    public int? Good { get; init; }

    /// <summary>Of a share: of how many.</summary>
    public int? Judged { get; init; }

    /// <summary>The figure of the period before; null: there was none.</summary>
    public decimal? Before { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>The chance, 0 to 1, that it is kept; null: it is too early to say, or the period is over.</summary>
    public double? Kept { get; init; }

    /// <summary>Whether the period is over.</summary>
    public required bool IsOver { get; init; }

    /// <summary>
    /// A promise as the scorecard has it. Of a period that is over the figure is the one that was frozen, where it was.
    /// </summary>
    public static ReportedPromise Of(CommitmentFigure figure, Instant now)
    {
        var (promise, said) = (figure.Promise, figure.Frozen?.Figure ?? figure.Now);
        var share = said as Figure.Share;
        return new()
        {
            By = promise.By,
            Metric = promise.Metric,
            Per = promise.Per,
            Period = figure.Period.Name,
            IsMost = promise.IsMost,
            IsPercent = promise.IsPercent,
            Currency = promise.Currency,
            Target = figure.Target,
            Value = said.ValueFor(promise),
            Good = share?.Of.S,
            Judged = share?.Of.N,
            Before = figure.Before?.ValueFor(promise),
            Standing = figure.Frozen?.Standing ?? figure.Standing,
            Kept = figure.Forecast?.Kept,
            IsOver = now >= figure.Period.End,
        };
    }
}

/// <summary>In how many of its periods a promise was kept that ended within a month or quarter, as the report tells it.</summary>
/// <param name="In">The name of the month or quarter.</param>
/// <param name="IsOver">Whether that is over.</param>
public sealed record ReportedPast(ReportedPromise Promise, string In, bool IsOver, PeriodsKept Kept);

/// <summary>An agreement that was proposed and did not act, as the report tells it.</summary>
/// <param name="Standing">Open, agreed, expired or unfit.</param>
/// <param name="Missing">Who has yet to sign it, of one that is open.</param>
/// <param name="SignBy">Until when it can be signed.</param>
/// <param name="InForceAt">From when it is in force, of one that is agreed.</param>
public sealed record ReportedProposal(
    string Version, ProposalStanding Standing, ImmutableArray<PersonId> Missing, Instant SignBy, Instant? InForceAt);

/// <summary>What a report says: figures alone, and nothing of a person. It is kept as it was sent.</summary>
public sealed record ReportContent
{
    /// <summary>The last complete week, such as <c>2026-W48</c>.</summary>
    public required string Week { get; init; }

    /// <summary>The first day of the week, a Monday.</summary>
    public required LocalDate From { get; init; }

    /// <summary>To when its figures are complete.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>The promises of the week, then those of months and quarters that have ended since the last report or go on.</summary>
    public required ImmutableArray<ReportedPromise> Promises { get; init; }

    /// <summary>How promises of shorter periods were kept in the months and quarters that ended since the last report or go on.</summary>
    public ImmutableArray<ReportedPast> Past { get => field.IsDefault ? [] : field; init; }

    /// <summary>How many leads came back that had qualified in the week.</summary>
    public required int Returned { get; init; }

    /// <summary>The sharpest disagreements of the week, three at most.</summary>
    public ImmutableArray<Disagreement> Sharpest { get; init; } = [];

    /// <summary>What became of what was decided.</summary>
    public ImmutableArray<DecisionFate> Decisions { get; init; } = [];

    /// <summary>The meeting to which nobody was invited, if no report has told of it; else null.</summary>
    public MissedMeeting? MissedMeeting { get; init; }

    /// <summary>The agreement that was proposed, or null.</summary>
    public ReportedProposal? Proposal { get; init; }

    /// <summary>All that stood out, told or not, so that the next report knows what stands out again.</summary>
    public ImmutableArray<Disagreement> StoodOut { get; init; } = [];
}
