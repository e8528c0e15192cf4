using System.Collections.Immutable;
using Handoff.Leads;

namespace Handoff.News;

/// <summary>How a channel writes into a CRM: by whose right, whose records, and what becomes of them.</summary>
public sealed record CrmTerms
{
    /// <summary>HubSpot: the access token of a private app; null: of Salesforce.</summary>
    public string? Token { get; init; }

    /// <summary>Salesforce: the consumer key and secret of a connected app, for client credentials; null: of HubSpot.</summary>
    public (string Id, string Secret)? Client { get; init; }

    /// <summary>HubSpot: the client secrets of the app, by which it signs what it tells of deals; none: it is not listened to.</summary>
    public ImmutableArray<string> WebhookSecrets { get; init; } = [];

    /// <summary>HubSpot: the app's own id; what it tells of changes that this app made is passed over. Null: not said.</summary>
    public string? AppId { get; init; }

    /// <summary>Salesforce: the version of the interface, such as <c>v62.0</c>; null: the one that we know.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>Colleagues' addresses in lower case, to the ids of owners in the CRM.</summary>
    public ImmutableDictionary<string, string> Owners { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Statuses of a lead to those of the CRM, where the file says other ones than the vendor's own.</summary>
    public ImmutableDictionary<LeadStatus, string> Statuses { get; init; } = ImmutableDictionary<LeadStatus, string>.Empty;

    /// <summary>Whether the record is deleted when the lead is erased; else it is only marked.</summary>
    public bool DeletesErased { get; init; }
}
