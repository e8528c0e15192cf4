using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Handoff.Connect.Bodies;
using Handoff.Connect.Channels.Hubspot;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Connect.Forms;

/// <summary>
/// A HubSpot workflow (knowledge.hubspot.com, "send a webhook"): the properties of a contact, as <c>properties.{name}.value</c>, as
/// <c>properties.{name}</c>, or beside each other. It signs by the app's secret, in one of three versions, of which two sign the address.
/// </summary>
internal static class Hubspot
{
    /// <summary>How far HubSpot's clock and ours may be apart, and how long a write of ours takes to be told.</summary>
    private static readonly Duration ClocksApart = Duration.FromSeconds(10);
    private static readonly Duration Delay = Duration.FromSeconds(60);

    private const string Third = "X-HubSpot-Signature-v3";

    private static readonly (string Escape, string Sign)[] Decoded =
    [
        ("%3A", ":"), ("%2F", "/"), ("%3F", "?"), ("%40", "@"), ("%21", "!"), ("%24", "$"), ("%27", "'"), ("%28", "("), ("%29", ")"),
        ("%2A", "*"), ("%2C", ","), ("%3B", ";"),
    ];

    /// <summary>What a contact says of itself beside its properties.</summary>
    private static readonly string[] OfContact =
    [
        "vid", "canonical-vid", "merged-vids", "portal-id", "is-contact", "profile-token", "profile-url", "form-submissions",
        "list-memberships", "identity-profiles", "merge-audits", "associated-company", "addedAt",
    ];

    /// <summary>Properties that HubSpot writes itself and that begin with no <c>hs_</c>.</summary>
    private static readonly string[] OwnProperties =
    [
        "createdate", "lastmodifieddate", "hubspot_owner_id", "hubspot_owner_assigneddate", "hubspot_team_id", "num_conversion_events",
        "num_unique_conversion_events", "first_conversion_date", "first_conversion_event_name", "recent_conversion_date",
        "recent_conversion_event_name", "num_notes", "num_contacted_notes", "notes_last_updated", "notes_last_contacted",
        "notes_next_activity_date", "associatedcompanyid", "associatedcompanylastupdated", "currentlyinworkflow", "ip_city", "ip_country",
        "ip_country_code", "ip_state", "ip_state_code", "ip_zipcode", "ip_latlon", "days_to_close",
    ];

    private static readonly (string Theirs, string Ours)[] Clicks =
        [("hs_google_click_id", "gclid"), ("hs_facebook_click_id", "fbclid"), ("hs_language", "language")];

    public static FormFormat Format { get; } = new() { Json = static (root, _) => Read(root), Signed = IsSigned };

    private static FormReading Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return new FormReading.NotUnderstood("There are no properties of a contact, only notices of objects.");
        var properties = root.At("properties");
        if (IsOurChange(Value))
            return new FormReading.Nothing("HubSpot tells of what a channel of ours wrote there.");
        var fields = new LeadFields();
        if (properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
                Take(fields, property.Name, property.Value is { ValueKind: JsonValueKind.Object } full ? full.At("value") : property.Value);
        }
        else
        {
            fields.All(properties, "properties");
            foreach (var property in root.EnumerateObject())
            {
                if (property.Name != "properties" && !OfContact.Contains(property.Name, StringComparer.Ordinal))
                    fields.One(property.Name, property.Value).All(property.Value, property.Name);
            }
        }

        var submission = Latest(root.At("form-submissions"));
        fields.About("email", AddressOf(root.At("identity-profiles")));
        // HubSpot says "page: form" there.
        fields.About("form", Value("recent_conversion_event_name")?.Split(": ")[^1]).About("form", submission.At("title"))
            .About("page_url", submission.At("page-url")).About("company", root.At("associated-company", "properties", "name", "value"));
        var id = root.TextAt("vid") ?? root.TextAt("hs_object_id") ?? root.TextAt("objectId") ?? Value("hs_object_id");
        var changed = Value("lastmodifieddate") ?? Value("hs_lastmodifieddate");
        return FormReading.Of(fields.Finish(), id is null || changed is null ? null : $"{id}-{changed}");

        string? Value(string name) => properties.TextAt(name, "value") ?? properties.TextAt(name) ?? root.TextAt(name);
    }

    /// <summary>
    /// Whether the last change of a contact is our own, by the mark that a channel leaves: otherwise a workflow that posts what has changed
    /// would make a request of each thing that we write. A form that was filled in since is a request all the same.
    /// </summary>
    private static bool IsOurChange(Func<string, string?> value) =>
        TimeOf(value(HubspotContact.WrittenAt)) is { } written && IsNoFormSince(value, written)
        && TimeOf(value("lastmodifieddate") ?? value("hs_lastmodifieddate")) is { } changed
        && changed >= written - ClocksApart && changed <= written + Delay;

    /// <summary>
    /// Whether no form was filled in since. HubSpot leaves out what is empty: whoever is there whole, with a <c>createdate</c>, and without
    /// a time of a form never filled one in. Of chosen properties that is not known: rather one request too many than one too few.
    /// </summary>
    private static bool IsNoFormSince(Func<string, string?> value, Instant written) =>
        value("recent_conversion_date") is { Length: > 0 } form ? TimeOf(form) < written : value("createdate") is not null;

    /// <summary>A time as HubSpot writes it: milliseconds since 1970, or ISO 8601.</summary>
    private static Instant? TimeOf(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds < NodaConstants.MillisecondsPerDay * 1_000_000L ? Instant.FromUnixTimeMilliseconds(milliseconds)
        : text is not null && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var at } ? at : null;

    /// <summary>Takes a property, unless HubSpot keeps it for itself: a contact has some two hundred of those.</summary>
    private static void Take(LeadFields fields, string name, JsonElement value)
    {
        // What a CRM channel of ours wrote there is no answer of the person's.
        if (name.StartsWith("handoff_", StringComparison.Ordinal))
            return;
        if (Array.Find(Clicks, click => click.Theirs == name).Ours is { } ours)
            fields.One(ours, value);
        else if (!name.StartsWith("hs_", StringComparison.Ordinal) && !OwnProperties.Contains(name, StringComparer.Ordinal))
            fields.One(name, value);
    }

    /// <summary>The address by which HubSpot knows the person, for who chose properties without it.</summary>
    private static string? AddressOf(JsonElement profiles) => Each(profiles).SelectMany(static profile => Each(profile.At("identities")))
        .Where(static identity => identity.TextAt("type") == "EMAIL").Select(static identity => identity.TextAt("value"))
        .FirstOrDefault(static address => address is not null);

    private static JsonElement.ArrayEnumerator Each(JsonElement array) =>
        array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : default;

    /// <summary>The form that was filled in last.</summary>
    private static JsonElement Latest(JsonElement submissions) => submissions.ValueKind != JsonValueKind.Array ? default
        : submissions.EnumerateArray().DefaultIfEmpty().MaxBy(static one => one.At("timestamp") is { ValueKind: JsonValueKind.Number } time
            && time.TryGetInt64(out var milliseconds) ? milliseconds : 0);

    /// <summary>Whether it is signed in the third version, by the secret, within five minutes of now.</summary>
    internal static bool IsSignedByThird(FormPost post, string secret, Instant now)
    {
        var time = post.Header("X-HubSpot-Request-Timestamp");
        var plain = Signature.Bytes(Decoded.Aggregate(
            post.Url.AbsoluteUri, static (all, one) => all.Replace(one.Escape, one.Sign, StringComparison.OrdinalIgnoreCase)));
        return Signature.IsNow(time, now, isMilliseconds: true) && Signature.IsBase64(
            post.Header(Third), Signature.Hmac(secret, Signature.Bytes(post.Method), plain, post.Body, Signature.Bytes(time!)));
    }

    private static bool IsSigned(FormPost post, string secret, Instant now)
    {
        if (post.Header(Third) is not null)
            return IsSignedByThird(post, secret, now);
        var method = Signature.Bytes(post.Method);
        var url = Signature.Bytes(post.Url.AbsoluteUri);
        var first = post.Header("X-HubSpot-Signature");
        return post.Header("X-HubSpot-Signature-Version") == "v1"
            ? Signature.IsHex(first, SHA256.HashData([.. Signature.Bytes(secret), .. post.Body]))
            : Signature.IsHex(first, SHA256.HashData([.. Signature.Bytes(secret), .. method, .. url, .. post.Body]));
    }
}
