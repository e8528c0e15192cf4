using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Handoff.Connect.Channels.Crm;
using Handoff.Leads;
using Handoff.Service.News;

namespace Handoff.Connect.Channels.Salesforce;

/// <summary>
/// A Lead of Salesforce as it is to be. What the person is called is written where the record is made, and never again. We write our own
/// fields, the owner once it changes with us, and the status forward.
/// </summary>
internal static class SalesforceLead
{
    public const string Id = "Handoff_Id__c";
    private const string OwnOwner = "Handoff_Owner__c";
    private const string OwnStatus = "Handoff_Status__c";
    private const string Owner = "OwnerId";
    private const string StatusName = "Status";

    /// <summary>The only field that is a number.</summary>
    private const string Score = "Handoff_Score__c";

    /// <summary>What Salesforce itself writes where a name that it needs is not known.</summary>
    private const string Unknown = "[not provided]";

    /// <summary>The values that a new org has; a lead that is won is converted, which is a person's act there.</summary>
    private static readonly CrmStatuses Statuses = new(
        new Dictionary<LeadStatus, string>
        {
            [LeadStatus.Qualified] = "Open - Not Contacted", [LeadStatus.Offered] = "Open - Not Contacted",
            [LeadStatus.Accepted] = "Open - Not Contacted", [LeadStatus.Contacted] = "Working - Contacted",
            [LeadStatus.SalesQualified] = "Working - Contacted", [LeadStatus.Lost] = "Closed - Not Converted",
            [LeadStatus.Returned] = "Closed - Not Converted", [LeadStatus.Discarded] = "Closed - Not Converted",
            [LeadStatus.Nurture] = "Closed - Not Converted",
        }.ToImmutableDictionary(),
        new Dictionary<string, int> { ["Closed - Converted"] = 6 }.ToImmutableDictionary(StringComparer.Ordinal));

    /// <summary>What is asked for of a record, to know what is new.</summary>
    public static string Asked { get; } = string.Join(
        ',', new[] { "id", "status", "tier", "score", "team", "source", "received_at", "link" }.Select(NameOf)
            .Concat([OwnOwner, Owner, StatusName, "IsConverted", "ConvertedContactId"]));

    /// <summary>Whether a record cannot be made without the field.</summary>
    public static bool Needs(string name) => name is "LastName" or "Company";

    /// <summary>The fields of a record that is made.</summary>
    public static JsonObject Whole(CrmRecord record, NewsItem item, ImmutableDictionary<LeadStatus, string> statuses)
    {
        var fields = Changes(record, default, statuses);
        var (first, last) = CrmRecord.NameOf(item.Contact.GetValueOrDefault("name"));
        foreach (var (name, value) in new[]
        {
            ("FirstName", Short(first, 40)), ("LastName", Short(last, 80) ?? Unknown), ("Email", item.Contact.GetValueOrDefault("email")),
            ("Company", Short(item.Contact.GetValueOrDefault("company"), 255) ?? Unknown),
            ("Phone", Short(item.Contact.GetValueOrDefault("phone"), 40)),
            ("Title", Short(item.Contact.GetValueOrDefault("job_title"), 128)),
            ("Description", item.Contact.GetValueOrDefault("message")),
        })
        {
            if (value is not null)
                fields[name] = value;
        }

        return fields;
    }

    /// <summary>What is to be changed; empty: it stands so already, and nothing is written that would set anything off there.</summary>
    /// <param name="present">The record as Salesforce answered it.</param>
    public static JsonObject Changes(CrmRecord record, CrmBody present, ImmutableDictionary<LeadStatus, string> statuses)
    {
        var changes = new JsonObject();
        // The id stands in the address, and may not stand in the body as well.
        foreach (var (name, value) in record.Ours.Where(one => one.Value is not null && one.Name != "id"))
            Set(NameOf(name), value!);
        if (record.Owner is { } owner && present.Text(OwnOwner) != owner)
        {
            Set(OwnOwner, owner);
            Set(Owner, owner);
        }

        var stands = new CrmStanding(present.Text(StatusName), present.Text(OwnStatus), IsAnothers: false);
        if (Statuses.With(statuses).Next(record.Status, stands) is { } status)
            Set(StatusName, status);
        return changes;

        void Set(string name, string value)
        {
            if (!CrmRecord.IsSame(present.Text(name), value))
                changes[name] = name == Score ? int.Parse(value, CultureInfo.InvariantCulture) : value;
        }
    }

    /// <summary>Our field there: <c>received_at</c> is <c>Handoff_Received_At__c</c>.</summary>
    private static string NameOf(string name) =>
        $"Handoff_{string.Join('_', name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]))}__c";

    private static string? Short(string? text, int most) => text is { } whole && whole.Length > most ? whole[..most] : text;
}
