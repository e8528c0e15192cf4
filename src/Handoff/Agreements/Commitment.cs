using System.Collections.Immutable;
using Handoff.People;

namespace Handoff.Agreements;

/// <summary>A side of the agreement.</summary>
public enum Side
{
    Marketing,

    Sales,
}

/// <summary>A period of a commitment, in the agreement's time zone.</summary>
public enum Period
{
    /// <summary>Monday to Sunday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three months; the first begins with the agreement's <see cref="FigureTerms.YearStarts"/>.</summary>
    Quarter,
}

/// <summary>How the reports of a figure that another tool sends in become the figure of a period.</summary>
public enum Aggregate
{
    /// <summary>The last report of the period.</summary>
    Last,

    /// <summary>All reports of the period together.</summary>
    Sum,

    /// <summary>Their mean.</summary>
    Mean,
}

/// <summary>What one side owes the other over a period.</summary>
/// <param name="Metric">The figure's name.</param>
/// <param name="AtLeast">The promised figure: a count, a share in percent, or an amount. With <see cref="IsMost"/> it is the most.</param>
/// <param name="IsPercent">Whether the figure is a share in percent.</param>
/// <param name="Reported">Sent in by another tool instead of measured here.</param>
public sealed record Commitment(Side By, string Metric, decimal AtLeast, bool IsPercent, Period Per, bool Reported)
{
    /// <summary>Whether the promise is <c>at_most</c>: the figure may not exceed <see cref="AtLeast"/>.</summary>
    public bool IsMost { get; init; }

    /// <summary>ISO 4217, of a promise of money.</summary>
    public string? Currency { get; init; }

    /// <summary>Of a reported figure.</summary>
    public Aggregate Aggregate { get; init; }

    /// <summary>What people read in the metric's place, by language, of a reported figure; null: its name.</summary>
    public ImmutableDictionary<Language, string>? Says { get; init; }

    /// <summary>Whether it is the same promise: what people read in the metric's place is no part of it.</summary>
    public bool Equals(Commitment? other) => other is not null && Promised.Equals(other.Promised);

    /// <inheritdoc/>
    public override int GetHashCode() => Promised.GetHashCode();

    private (Side, string, decimal, bool, Period, bool, bool, string?, Aggregate) Promised =>
        (By, Metric, AtLeast, IsPercent, Per, Reported, IsMost, Currency, Aggregate);

    /// <summary>Whether a figure keeps it.</summary>
    public bool IsKeptBy(decimal figure) => IsMost ? figure <= AtLeast : figure >= AtLeast;
}

/// <summary>Which lead a figure by campaign counts for, when a person came more than once.</summary>
public enum Attribution
{
    /// <summary>How the person came to the request that qualified.</summary>
    Last,

    /// <summary>How the person came the first time.</summary>
    First,
}

/// <summary>When a lead that was closed as unreachable had been tried often enough.</summary>
/// <param name="Reasons">The codes of the reasons that say so.</param>
/// <param name="AtLeast">How many attempts.</param>
/// <param name="OverDays">On how many working days of the team, from the first to the last.</param>
public sealed record AttemptTerms(ImmutableArray<string> Reasons, int AtLeast, int OverDays);

/// <summary>How figures are counted.</summary>
public sealed record FigureTerms
{
    /// <summary>What holds where the agreement says nothing.</summary>
    public static FigureTerms Usual { get; } = new();

    /// <summary>The month, 1 to 12, with which the first quarter begins.</summary>
    public int YearStarts { get; init; } = 1;

    /// <summary>The calendar whose working days are the pace; null: a day is one if any team works on it.</summary>
    public string? PaceCalendar { get; init; }

    /// <summary>
    /// How many days (24 h each) after the end of a person's last handoff a new one counts again; before that it came back.
    /// </summary>
    public int CountsAgainAfterDays { get; init; } = 30;

    /// <summary>By which touch figures by campaign count.</summary>
    public Attribution Attribution { get; init; }

    /// <summary>Whether the acceptance rate leaves out leads whose <c>accept</c> clock was breached.</summary>
    public bool ExcludesLateLeads { get; init; }

    /// <summary>When enough was tried; null: nothing is said.</summary>
    public AttemptTerms? Attempts { get; init; }

    /// <summary>Whether figures may name reps (<c>people_figures: named</c>).</summary>
    public bool NamesPeople { get; init; }
}

/// <summary>When the teams get the report, and when they meet.</summary>
/// <param name="Report">The report's schedule, or null.</param>
/// <param name="Meeting">The meeting's schedule, or null.</param>
public sealed record Alignment(Schedule? Report, Schedule? Meeting);

/// <summary>A recurring time.</summary>
/// <param name="Every">A cron expression of five fields in the agreement's zone, <c>#</c> allowed.</param>
/// <param name="Minutes">How long it lasts, of a meeting.</param>
public sealed record Schedule(string Every, int? Minutes, ImmutableArray<Side> To)
{
    /// <summary>Who invites to a meeting; null: the head of marketing.</summary>
    public PersonId? Organizer { get; init; }
}
