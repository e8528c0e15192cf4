using System.Collections.Immutable;
using Handoff.People;
using NodaTime;

namespace Handoff.Routing;

/// <summary>Who is to get a lead: everything that the choice depends on.</summary>
public readonly record struct RoutingRequest()
{
    /// <summary>The team whose lead it is.</summary>
    public required Team Team { get; init; }

    /// <summary>Everybody, as the files and the recorded absences say it now.</summary>
    public required Staff Staff { get; init; }

    /// <summary>The rota of <see cref="Team"/>.</summary>
    public required Rota Rota { get; init; }

    /// <summary>The lead's language as an ISO 639-1 code (a region after it, as in <c>en-GB</c>, is ignored), or null when not known.</summary>
    public string? Language { get; init; }

    /// <summary>Those who declined this lead or let it lapse.</summary>
    public ImmutableArray<PersonId> Excluded { get; init; } = [];

    /// <summary>Who had the company's last lead, or null.</summary>
    public PersonId? ExistingOwner { get; init; }

    /// <summary>When the choice is made.</summary>
    public required Instant Now { get; init; }

    /// <summary>Who holds the lead at present and shall not get it again, or null.</summary>
    public PersonId? NotTo { get; init; }
}
