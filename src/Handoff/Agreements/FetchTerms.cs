using System.Collections.Immutable;

namespace Handoff.Agreements;

/// <summary>How the answers of a vendor are fetched that sends only notices.</summary>
/// <param name="Token">The access token.</param>
public sealed record FetchTerms(string Token)
{
    /// <summary>The version of the vendor's interface; null: the one that we know.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>Meta: the forms that are looked through once a day for leads whose notice was lost.</summary>
    public ImmutableArray<string> Forms { get; init; } = [];

    /// <summary>LinkedIn: whose leads are looked through once a day, such as <c>urn:li:sponsoredAccount:1</c>; null: nobody's.</summary>
    public string? Owner { get; init; }
}
