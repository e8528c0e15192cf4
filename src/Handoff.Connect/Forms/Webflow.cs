using System.Text.Json;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>
/// Webflow (developers.webflow.com/data/docs/working-with-webhooks); the first version of its interface says the same without an envelope.
/// It takes nothing but 200 for a success.
/// </summary>
internal static class Webflow
{
    public static FormFormat Format { get; } = new()
    {
        Json = static (root, _) => Read(root),
        Signed = static (post, secret, now) => post.Header("x-webflow-timestamp") is { } time
            && Signature.IsNow(time, now, isMilliseconds: true)
            && Signature.IsHex(post.Header("x-webflow-signature"), Signature.Hmac(secret, Signature.Bytes($"{time}:"), post.Body)),
    };

    private static FormReading Read(JsonElement root)
    {
        if (root.TextAt("triggerType") is { } trigger && trigger != "form_submission")
            return new FormReading.Nothing("a notice that is of no form");
        var payload = root.At("payload") is { ValueKind: JsonValueKind.Object } second ? second : root;
        if (payload.At("data").ValueKind != JsonValueKind.Object)
            return new FormReading.NotUnderstood("There are no fields in payload.data.");
        return FormReading.Of(
            new LeadFields().All(payload.At("data")).About("form", payload.At("name")).About("form_id", payload.At("formId"))
                .About("site_id", payload.TextAt("siteId") ?? payload.TextAt("site")).About("page_url", payload.At("pageUrl"))
                .About("page_url", payload.At("publishedPath"))
                .About("submitted_at", payload.TextAt("submittedAt") ?? payload.TextAt("d")).Finish(),
            payload.TextAt("id") ?? payload.TextAt("_id"));
    }
}
