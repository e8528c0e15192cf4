using System.Collections.Immutable;
using System.Globalization;
using Handoff.Leads;
using Handoff.News;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.News;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Connect.Channels.Crm;

/// <summary>What a CRM is to hold of a lead, by our own words.</summary>
/// <param name="Id">The lead's id, the record's own id with us.</param>
/// <param name="Ours">Our fields, by <c>status</c>, <c>tier</c> and so on; what is empty is null.</param>
/// <param name="Owner">The owner's id in the CRM; null: nobody who is known there has accepted it.</param>
/// <param name="Remark">What is missing of it; empty: nothing.</param>
/// <param name="Now">When it is written.</param>
internal sealed record CrmRecord(
    string Id, LeadStatus Status, ImmutableArray<(string Name, string? Value)> Ours, string? Owner, string Remark, Instant Now)
{
    /// <summary>When the lead was received, as it is written: such texts sort by time.</summary>
    public string? ReceivedAt => Ours.FirstOrDefault(one => one.Name == "received_at").Value;

    /// <summary>A record is begun for a handoff; what only ever came in, was thrown away or joined another one begins none.</summary>
    public bool Begins => Status is not (LeadStatus.Duplicate or LeadStatus.Quarantined or LeadStatus.Discarded);

    /// <summary>The lead as it is now.</summary>
    public static CrmRecord Of(NewsItem item, Lead lead, CrmTerms terms, CompanyInForce company, Instant now)
    {
        var address = OwnerOf(lead) is { } who ? company.Directory.GetValueOrDefault(who)?.Address : null;
        var owner = address is null ? null : terms.Owners.GetValueOrDefault(address);
        var known = lead.Known;
        return new(
            known.Id.Value,
            lead.Status,
            [
                ("id", known.Id.Value),
                ("status", lead.Status.Word()),
                ("tier", known.Tier),
                ("score", known.Score.ToString(CultureInfo.InvariantCulture)),
                ("team", known.Team),
                ("source", known.Source),
                ("received_at", InstantPattern.General.Format(lead.ReceivedAt)),
                ("link", item.Page.AbsoluteUri),
            ],
            owner,
            OwnerOf(lead) is not null && owner is null ? "The lead's owner is not among 'owners': the record keeps its own." : "",
            now);
    }

    /// <summary>Whether a value stands there already; a number may be written otherwise: 70 is 70.0.</summary>
    public static bool IsSame(string? present, string value) => present == value
        || (decimal.TryParse(present, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var theirs)
            && decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ours) && theirs == ours);

    /// <summary>First and last name; of one word it is the last.</summary>
    public static (string? First, string? Last) NameOf(string? name)
    {
        if (name is null)
            return (null, null);
        var at = name.IndexOf(' ', StringComparison.Ordinal);
        return at < 0 ? (null, name) : (name[..at], name[(at + 1)..].Trim());
    }

    /// <summary>Whose it is, once it is somebody's.</summary>
    private static PersonId? OwnerOf(Lead lead) => lead.Status switch
    {
        LeadStatus.Accepted or LeadStatus.Contacted or LeadStatus.SalesQualified =>
            lead.Owner.Kind == OwnerKind.Person ? lead.Owner.Who : null,
        LeadStatus.Won or LeadStatus.Lost => lead.LastOwner,
        _ => null,
    };
}
