using System.Collections.Immutable;

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
}

/// <summary>What one side owes the other over a period.</summary>
/// <param name="Metric">The figure's name.</param>
/// <param name="AtLeast">The promised figure: a count, or a share in percent.</param>
/// <param name="IsPercent">Whether the figure is a share in percent.</param>
/// <param name="Reported">Sent in by another tool instead of measured here.</param>
public sealed record Commitment(Side By, string Metric, decimal AtLeast, bool IsPercent, Period Per, bool Reported);

/// <summary>When the teams get the report, and when they meet.</summary>
/// <param name="Report">The report's schedule, or null.</param>
/// <param name="Meeting">The meeting's schedule, or null.</param>
public sealed record Alignment(Schedule? Report, Schedule? Meeting);

/// <summary>A recurring time.</summary>
/// <param name="Every">A cron expression of five fields in the agreement's zone, <c>#</c> allowed.</param>
/// <param name="Minutes">How long it lasts, of a meeting.</param>
public sealed record Schedule(string Every, int? Minutes, ImmutableArray<Side> To);
