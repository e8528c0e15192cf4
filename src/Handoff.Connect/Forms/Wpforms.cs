using System.Collections.Immutable;
using System.Text.Json;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>
/// WPForms' webhooks add-on: JSON by keys that the form's owner chose. A date is <c>{value, unix}</c>, files are an array of links, and
/// several lines or choices have <c>||</c> between them. It signs the JSON of what it sends, so a form body, of which other bytes are
/// signed, cannot be checked. It logs a failure and sends nothing again.
/// </summary>
internal static class Wpforms
{
    public static FormFormat Format { get; } = new()
    {
        Kinds = BodyKinds.Any,
        Json = static (root, _) => Read(root),
        Signed = static (post, secret, now) =>
        {
            var parts = Signature.Parts(post.Header("X-WPForms-Webhook-Signature"));
            return parts.TryGetValue("t", out var time) && Signature.IsNow(time, now)
                && Signature.IsHex(
                    parts.GetValueOrDefault("v"), Signature.Hmac(secret, Signature.Bytes($"{time}."), post.Body));
        },
    };

    private static FormReading Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return FormReading.Of(JsonFields.Flat(root));
        var fields = new LeadFields();
        foreach (var field in root.EnumerateObject())
        {
            var value = field.Value.At("unix").ValueKind == JsonValueKind.Undefined ? field.Value : field.Value.At("value");
            if (value.ValueKind == JsonValueKind.Object)
                fields.All(value, field.Name);
            else if (AnswerText.Of(value, ImmutableDictionary<string, string>.Empty) is { } text)
                fields.Answer("", [field.Name], text.Replace("||", ", ", StringComparison.Ordinal));
        }

        return FormReading.Of(fields.Finish());
    }
}
