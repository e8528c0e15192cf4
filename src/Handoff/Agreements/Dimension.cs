using System.Collections.Frozen;
using System.Collections.Immutable;
using Handoff.People;

namespace Handoff.Agreements;

/// <summary>A property by which leads are counted; never personal data, so it stays when a lead is erased.</summary>
/// <param name="Name">The name under which it is recorded.</param>
/// <param name="From">The lead's field that holds it; null: what the name means by itself, else the field of that name.</param>
public sealed record Dimension(string Name, string? From)
{
    /// <summary>What people read in its place, by language; null: its id.</summary>
    public ImmutableDictionary<Language, string>? Says { get; init; }

    /// <summary>The most dimensions of one agreement.</summary>
    public const int Most = 20;

    /// <summary>Which campaign the lead came from: always recorded, <see cref="None"/> where it is not known.</summary>
    public const string Campaign = "campaign";

    /// <summary>How large the lead's company is, as a band of <c>employees</c>.</summary>
    public const string Size = "size";

    /// <summary>
    /// Whether the person agreed to be contacted, <c>yes</c> or <c>no</c>: recorded of each source whose form asks for consent.
    /// </summary>
    public const string ConsentContact = "consent.contact";

    /// <summary>No campaign is known.</summary>
    public const string None = "none";

    /// <summary>A value that may be personal, or one too many.</summary>
    public const string Other = "other";

    /// <summary>What is recorded where the agreement names no dimensions.</summary>
    public static ImmutableArray<Dimension> Usual { get; } =
        [new(Campaign, null), new("medium", null), new("source", null), new("form", null), new(Size, null)];

    /// <summary>Fields that name or reach a person, or hold free text: no dimension reads them.</summary>
    public static FrozenSet<string> Personal { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "email", "email_domain", "name", "first_name", "last_name", "company", "phone", "message", "address", "street", "city", "zip",
        "postal_code");
}
