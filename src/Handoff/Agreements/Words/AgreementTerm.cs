using System.Collections.Immutable;

namespace Handoff.Agreements.Words;

/// <summary>The chapters of the agreement, in the order in which it is read.</summary>
public enum AgreementChapter
{
    Commitments,
    Qualifying,
    Tiers,
    Ladders,
    Reasons,
    Alerting,
    Teams,
    Hours,
    Keeping,
    Parties,
}

/// <summary>One thing that is agreed, in the reader's words.</summary>
/// <param name="Chapter">Where it is read.</param>
/// <param name="Key">Which thing it is, the same in every version and language.</param>
/// <param name="About">What is agreed upon: <c>The accept clock of hot leads</c>.</param>
/// <param name="Says">What is agreed: <c>5 minutes</c>.</param>
public sealed record AgreementTerm(AgreementChapter Chapter, string Key, string About, string Says)
{
    /// <summary>Of a thing that is a set, its members: two versions differ by what came and what went.</summary>
    public ImmutableArray<string>? Members { get; init; }

    /// <summary>What stands beside <see cref="About"/> where the whole agreement is read, with what else belongs there.</summary>
    public string Reads { get => field ?? Says; init; }

    /// <summary>Whether two versions are compared by it and nobody reads it by itself: another thing tells it already.</summary>
    public bool IsForComparing { get; init; }

    /// <summary>What two versions are compared by: no words change it that mean the same.</summary>
    public string Meaning { get => field ?? (Members is { } all ? string.Join('\n', all.Order(StringComparer.Ordinal)) : Says); init; }

    /// <summary>A thing that is a set.</summary>
    internal static AgreementTerm Set(AgreementChapter chapter, string key, string about, string says, IEnumerable<string> members) =>
        new(chapter, key, about, says) { Members = [.. members.Distinct(StringComparer.Ordinal)] };
}
