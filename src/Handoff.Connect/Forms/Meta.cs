using System.Text.Json;
using Handoff.Connect.Bodies;
using Handoff.Connect.Fetching;
using Handoff.Service.Intake;

namespace Handoff.Connect.Forms;

/// <summary>
/// Meta's lead ads (developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving). The notice names the lead; its answers are
/// fetched by id. The key of the source is the verify token of the subscription. A program that has fetched them may post them in the
/// shape in which Meta tells them.
/// </summary>
internal static class Meta
{
    public static FormFormat Format { get; } = new()
    {
        Json = static (root, _) => Read(root),
        Signed = static (post, secret, _) =>
            Signature.IsHex(post.Header("X-Hub-Signature-256"), Signature.Hmac(secret, post.Body), "sha256="),
        Greet = static (source, asked) =>
            asked("hub.mode") == "subscribe" && SourceKeys.Match(source, asked("hub.verify_token"))
                && asked("hub.challenge") is { Length: > 0 and <= 200 } challenge && challenge.All(char.IsAsciiLetterOrDigit)
                ? new("text/plain", challenge) : null,
    };

    private static FormReading Read(JsonElement root)
    {
        if (root.At("field_data").ValueKind != JsonValueKind.Array)
            return MetaGraph.IdsOf(root).Any() ? new FormReading.Elsewhere()
                : new FormReading.NotUnderstood("There are neither answers nor a notice of any.");
        var fields = new LeadFields().All(root.At("field_data"), "field_data");
        foreach (var box in Each(root.At("custom_disclaimer_responses")))
        {
            if (box.TextAt("checkbox_key") is { } name)
                fields.Answer("custom_disclaimer_responses", [name], box.Says("is_checked") ? "true" : "false");
        }

        return FormReading.Of(
            fields.About("campaign_id", root.At("campaign_id"))
                .About("campaign_name", root.At("campaign_name")).About("form_id", root.At("form_id")).About("ad_id", root.At("ad_id"))
                .About("utm_source", root.At("platform")).About("submitted_at", root.At("created_time")).Finish(),
            root.TextAt("id"), Each(root.At("field_data")).SelectMany(static answer => Each(answer.At("values"))).Any(IsTest));
    }

    /// <summary>Whether an answer is one that Meta's testing tool fills in; it marks a test in no other way.</summary>
    private static bool IsTest(JsonElement answer) => answer.ValueKind == JsonValueKind.String && answer.GetString() is { } text
        && (text.Contains("test lead: dummy data", StringComparison.OrdinalIgnoreCase) || text is "test@fb.com" or "test@meta.com");

    private static JsonElement.ArrayEnumerator Each(JsonElement array) =>
        array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : default;
}
