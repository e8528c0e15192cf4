using System.Security.Cryptography;
using System.Text.Json;
using Handoff.Connect.Bodies;
using NodaTime;

namespace Handoff.Connect.Forms;

/// <summary>
/// A HubSpot workflow (knowledge.hubspot.com, "send a webhook"): the properties of a contact, as <c>properties.{name}.value</c>, as
/// <c>properties.{name}</c>, or beside each other. It signs by the app's secret, in one of three versions, of which two sign the address.
/// </summary>
internal static class Hubspot
{
    private static readonly (string Escape, string Sign)[] Decoded =
    [
        ("%3A", ":"), ("%2F", "/"), ("%3F", "?"), ("%40", "@"), ("%21", "!"), ("%24", "$"), ("%27", "'"), ("%28", "("), ("%29", ")"),
        ("%2A", "*"), ("%2C", ","), ("%3B", ";"),
    ];

    public static FormFormat Format { get; } = new() { Json = static (root, _) => Read(root), Signed = IsSigned };

    private static FormReading Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return new FormReading.NotUnderstood("There are no properties of a contact, only notices of objects.");
        var properties = root.At("properties");
        var fields = new LeadFields();
        if (properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
                fields.One(property.Name, property.Value.ValueKind == JsonValueKind.Object ? property.Value.At("value") : property.Value);
        }
        else
        {
            fields.All(root);
        }

        var id = root.TextAt("vid") ?? root.TextAt("hs_object_id") ?? root.TextAt("objectId") ?? Value("hs_object_id");
        var changed = Value("lastmodifieddate") ?? Value("hs_lastmodifieddate");
        return FormReading.Of(fields.Finish(), id is null || changed is null ? null : $"{id}-{changed}");

        string? Value(string name) => properties.TextAt(name, "value") ?? properties.TextAt(name) ?? root.TextAt(name);
    }

    private static bool IsSigned(FormPost post, string secret, Instant now)
    {
        var method = Signature.Bytes(post.Method);
        var url = Signature.Bytes(post.Url.AbsoluteUri);
        if (post.Header("X-HubSpot-Signature-v3") is { } third)
        {
            var time = post.Header("X-HubSpot-Request-Timestamp");
            var plain = Signature.Bytes(Decoded.Aggregate(
                post.Url.AbsoluteUri, static (all, one) => all.Replace(one.Escape, one.Sign, StringComparison.OrdinalIgnoreCase)));
            return Signature.IsNow(time, now, isMilliseconds: true)
                && Signature.IsBase64(third, Signature.Hmac(secret, method, plain, post.Body, Signature.Bytes(time!)));
        }

        var first = post.Header("X-HubSpot-Signature");
        return post.Header("X-HubSpot-Signature-Version") == "v1"
            ? Signature.IsHex(first, SHA256.HashData([.. Signature.Bytes(secret), .. post.Body]))
            : Signature.IsHex(first, SHA256.HashData([.. Signature.Bytes(secret), .. method, .. url, .. post.Body]));
    }
}
