using NodaTime;

namespace Handoff.Agreements;

/// <summary>In what a time of keeping is counted.</summary>
public enum RetentionUnit
{
    /// <summary>Days of the calendar.</summary>
    Days,

    /// <summary>Months of the calendar.</summary>
    Months,
}

/// <summary>How long something is kept, such as 24 months.</summary>
/// <param name="Count">1 or more; 0: for ever.</param>
public sealed record RetentionPeriod(int Count, RetentionUnit Unit)
{
    public static RetentionPeriod ForEver { get; } = new(0, RetentionUnit.Days);

    /// <summary>When it is over, at the same time of day in the zone; null: never.</summary>
    public Instant? After(Instant end, DateTimeZone zone)
    {
        if (Count == 0)
            return null;
        var local = end.InZone(zone).LocalDateTime;
        return (Unit == RetentionUnit.Days ? local.PlusDays(Count) : local.PlusMonths(Count)).InZoneLeniently(zone).ToInstant();
    }
}

/// <summary>How long the personal data of leads is kept after they ended, by what became of them. Open leads are kept.</summary>
public sealed record RetentionTerms
{
    public required RetentionPeriod Won { get; init; }

    public required RetentionPeriod Lost { get; init; }

    /// <summary>Of what came back to marketing.</summary>
    public required RetentionPeriod Returned { get; init; }

    /// <summary>Of what was thrown away, spam too.</summary>
    public required RetentionPeriod Discarded { get; init; }

    /// <summary>Of what marketing keeps warm, and what never qualified.</summary>
    public required RetentionPeriod Nurture { get; init; }

    /// <summary>Of a real opportunity of which no outcome was ever told.</summary>
    public required RetentionPeriod SalesQualified { get; init; }
}
