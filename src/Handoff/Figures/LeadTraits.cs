using System.Collections.Immutable;

namespace Handoff.Figures;

/// <summary>What many leads have in common, and by which figures are sliced. Shared by their facts.</summary>
public sealed record LeadTraits
{
    public required string Source { get; init; }

    public required string Team { get; init; }

    public required string Tier { get; init; }

    /// <summary>The agreement's version under which it qualified.</summary>
    public required string Agreement { get; init; }

    /// <summary>ISO 3166 alpha-2, or <c>none</c>.</summary>
    public required string Country { get; init; }

    /// <summary>The recorded dimensions by name; campaign, medium and source by the touch that the agreement names.</summary>
    public required ImmutableSortedDictionary<string, string> Dimensions { get; init; }

    /// <summary>The value of a dimension: <c>source</c>, <c>team</c>, <c>tier</c>, <c>country</c>, or a recorded one, where
    /// <c>utm_source</c> is the one that is recorded as <c>source</c>. <c>none</c>: it has none.</summary>
    public string Value(string dimension) => dimension switch
    {
        SliceNames.Source => Source,
        SliceNames.Team => Team,
        SliceNames.Tier => Tier,
        SliceNames.Country => Country,
        SliceNames.UtmSource => Dimensions.GetValueOrDefault("source", SliceNames.None),
        _ => Dimensions.GetValueOrDefault(dimension, SliceNames.None),
    };

    /// <inheritdoc/>
    public bool Equals(LeadTraits? other) => other is not null
        && (Source, Team, Tier, Agreement, Country) == (other.Source, other.Team, other.Tier, other.Agreement, other.Country)
        && Dimensions.SequenceEqual(other.Dimensions);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add((Source, Team, Tier, Agreement, Country));
        foreach (var (name, value) in Dimensions)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(value, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }
}

/// <summary>By what figures are sliced, beside the recorded dimensions.</summary>
public static class SliceNames
{
    /// <summary>The source in <c>sources.yaml</c>.</summary>
    public const string Source = "source";

    public const string Team = "team";

    public const string Tier = "tier";

    public const string Country = "country";

    /// <summary>The recorded dimension <c>source</c>, which is the <c>utm_source</c>.</summary>
    public const string UtmSource = "utm_source";

    /// <summary>A lead without that dimension.</summary>
    public const string None = "none";
}
