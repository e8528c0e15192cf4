using System.Collections.Immutable;
using NodaTime;

namespace Handoff.Leads;

/// <summary>The answers that a notice only announces were fetched, and are a lead of their own.</summary>
/// <param name="As">That lead; null: the vendor has them no more.</param>
public sealed record AnswersFetched(Instant At, LeadId? As) : LeadEvent(At);

/// <summary>The vendor did not give the answers; they are asked for again.</summary>
/// <param name="Reason">Why, without personal data.</param>
public sealed record FetchFailed(Instant At, Instant TryAt, string Reason) : LeadEvent(At);

/// <summary>What came of asking the vendor for the answers that a notice announces.</summary>
public abstract record RecordFetch : LeadCommand
{
    private RecordFetch()
    {
    }

    /// <summary>They are a lead of their own; or, null, there are none any more.</summary>
    public sealed record Fetched(LeadId? As) : RecordFetch;

    /// <summary>The vendor did not give them.</summary>
    public sealed record Failed(string Reason) : RecordFetch;
}

/// <summary>When a vendor that did not give the answers is asked again.</summary>
internal static class FetchPauses
{
    private static readonly ImmutableArray<Duration> Pauses =
    [
        Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromHours(2),
    ];

    private static readonly Duration Last = Duration.FromHours(6);

    /// <summary>The pause after so many failures, one at least.</summary>
    public static Duration After(int failures) => failures <= Pauses.Length ? Pauses[failures - 1] : Last;
}
