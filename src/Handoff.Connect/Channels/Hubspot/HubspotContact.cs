using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Handoff.Connect.Channels.Crm;
using Handoff.Leads;
using Handoff.Service.News;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Connect.Channels.Hubspot;

/// <summary>
/// A contact of HubSpot as it is to be. What the person is called is written where the contact is made, and never again: afterwards it is
/// theirs. We write our own properties, the owner once it changes with us, and both statuses forward; a lead status that is ours goes back
/// where a rep takes something back.
/// </summary>
internal static class HubspotContact
{
    private const string Prefix = "handoff_";
    private const string OwnOwner = Prefix + "owner";
    private const string OwnStatus = Prefix + "status";
    private const string Owner = "hubspot_owner_id";
    private const string LeadStatusName = "hs_lead_status";
    private const string Stage = "lifecyclestage";

    public const string Id = Prefix + "id";
    /// <summary>Our mark: when we changed the contact. By it a change of ours is known when HubSpot tells of it.</summary>
    public const string WrittenAt = Prefix + "written_at";
    public const string ReceivedAt = Prefix + "received_at";

    /// <summary>HubSpot's own values of its lead status.</summary>
    private static readonly CrmStatuses Statuses = new(
        new Dictionary<LeadStatus, string>
        {
            [LeadStatus.Qualified] = "NEW", [LeadStatus.Offered] = "NEW", [LeadStatus.Accepted] = "OPEN",
            [LeadStatus.Contacted] = "CONNECTED", [LeadStatus.SalesQualified] = "OPEN_DEAL", [LeadStatus.Won] = "OPEN_DEAL",
            [LeadStatus.Lost] = "UNQUALIFIED", [LeadStatus.Returned] = "UNQUALIFIED", [LeadStatus.Discarded] = "UNQUALIFIED",
            [LeadStatus.Nurture] = "BAD_TIMING",
        }.ToImmutableDictionary(),
        new Dictionary<string, int> { ["ATTEMPTED_TO_CONTACT"] = 3, ["IN_PROGRESS"] = 4 }.ToImmutableDictionary(StringComparer.Ordinal));

    private static readonly string[] Stages =
        ["subscriber", "lead", "marketingqualifiedlead", "salesqualifiedlead", "opportunity", "customer", "evangelist"];

    /// <summary>What is asked for of a contact, to know what is new.</summary>
    public static string Asked { get; } = string.Join(
        ',', new[] { "id", "status", "tier", "score", "team", "source", "received_at", "link", "owner" }.Select(name => Prefix + name)
            .Concat([Owner, LeadStatusName, Stage]));

    /// <summary>The properties of a contact that is made.</summary>
    public static JsonObject Whole(CrmRecord record, NewsItem item, ImmutableDictionary<LeadStatus, string> statuses)
    {
        var properties = Changes(record, default, statuses);
        var (first, last) = CrmRecord.NameOf(item.Contact.GetValueOrDefault("name"));
        foreach (var (name, value) in new[]
        {
            ("email", item.Contact.GetValueOrDefault("email")), ("firstname", first), ("lastname", last),
            ("phone", item.Contact.GetValueOrDefault("phone")), ("company", item.Contact.GetValueOrDefault("company")),
            ("jobtitle", item.Contact.GetValueOrDefault("job_title")), ("message", item.Contact.GetValueOrDefault("message")),
        })
        {
            if (value is not null)
                properties[name] = value;
        }

        return properties;
    }

    /// <summary>Marks a contact whose lead was erased; as ours, or a workflow would bring the person back as a new lead.</summary>
    public static JsonObject Erased(Instant now) => new()
    {
        [OwnStatus] = LeadStatus.Erased.Word(),
        [WrittenAt] = InstantPattern.ExtendedIso.Format(now),
    };

    /// <summary>What is to be changed; empty: it stands so already, and nothing is written that would set anything off there.</summary>
    /// <param name="contact">The contact as HubSpot answered it.</param>
    public static JsonObject Changes(CrmRecord record, CrmBody contact, ImmutableDictionary<LeadStatus, string> statuses)
    {
        var changes = new JsonObject();
        foreach (var (name, value) in record.Ours.Where(one => one.Value is not null))
            Set(Prefix + name, value!);
        if (record.Owner is { } owner && Present(OwnOwner) != owner)
        {
            Set(OwnOwner, owner);
            Set(Owner, owner);
        }

        var stands = new CrmStanding(Present(LeadStatusName), Present(OwnStatus), IsAnothers: Present(Id) != record.Id);
        if (Statuses.With(statuses).Next(record.Status, stands) is { } status)
            Set(LeadStatusName, status);
        if (StageOf(record.Status) is { } stage && IsForward(Present(Stage), stage))
            Set(Stage, stage);
        if (changes.Count > 0)
            changes[WrittenAt] = InstantPattern.ExtendedIso.Format(record.Now);
        return changes;

        string? Present(string name) => contact.Text("properties", name);

        void Set(string name, string value)
        {
            if (!CrmRecord.IsSame(Present(name), value))
                changes[name] = value;
        }
    }

    private static string? StageOf(LeadStatus status) => status switch
    {
        LeadStatus.Qualified or LeadStatus.Offered => "marketingqualifiedlead",
        LeadStatus.Accepted or LeadStatus.Contacted => "salesqualifiedlead",
        LeadStatus.SalesQualified => "opportunity",
        LeadStatus.Won => "customer",
        _ => null,
    };

    /// <summary>A stage that is the company's own is left as it is.</summary>
    private static bool IsForward(string? present, string next) =>
        present is null || (Array.IndexOf(Stages, present) is >= 0 and var at && at < Array.IndexOf(Stages, next));
}
