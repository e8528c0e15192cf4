namespace Handoff.Local.SampleData;

/// <summary>A campaign of the sample, and what its leads are worth.</summary>
/// <param name="PerDay">How many leads it brings on a working day.</param>
/// <param name="From">The week of the quarter in which it begins, from 0.</param>
/// <param name="To">The week in which it is over, exclusive.</param>
/// <param name="Bad">The share of leads that sales gives back.</param>
/// <param name="Form">The forms that people fill in, by weight.</param>
internal sealed record Campaign(
    string? Name, string Source, string Medium, double PerDay, int From, int To, double Bad, IReadOnlyList<(int, string)> Form)
{
    /// <summary>What the quarter is made of: two campaigns that work, one that does not, and visitors who come by themselves.</summary>
    public static IReadOnlyList<Campaign> All { get; } =
    [
        new("brand-search", "google", "cpc", 3.2, 0, 13, 0.10, [(6, "demo"), (3, "pricing"), (2, "contact")]),
        new("autumn-webinar", "newsletter", "email", 3.4, 3, 11, 0.18, [(2, "demo"), (7, "webinar")]),
        new("free-gadget", "facebook", "paid-social", 5.0, 5, 12, 0.7, [(8, "demo"), (2, "gadget")]),
        new(null, "", "", 1.6, 0, 13, 0.12, [(4, "demo"), (3, "contact"), (2, "newsletter")]),
    ];

    /// <summary>How the address of the page ends, as such a campaign's links do.</summary>
    public IEnumerable<(string, string)> Tags() =>
        Name is null ? [] : [("utm_campaign", Name), ("utm_source", Source), ("utm_medium", Medium)];
}
