using System.Text.Json;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>Tally (tally.so/help/webhooks). A choice is the id of an option, which is told beside it.</summary>
internal static class Tally
{
    public static FormFormat Format { get; } = new()
    {
        Json = static (root, _) => Read(root),
        Signed = static (post, secret, _) => Signature.IsBase64(post.Header("Tally-Signature"), Signature.Hmac(secret, post.Body)),
    };

    private static FormReading Read(JsonElement root)
    {
        var data = root.At("data");
        if (root.TextAt("eventType") is { } type && type != "FORM_RESPONSE")
            return new FormReading.Nothing("a notice that is of no response");
        if (data.At("fields").ValueKind != JsonValueKind.Array)
            return new FormReading.NotUnderstood("There are no fields in data.");
        return FormReading.Of(
            new LeadFields().All(data.At("fields"), "fields").About("form", data.At("formName")).About("form_id", data.At("formId"))
                .About("submitted_at", data.At("createdAt")).Finish(),
            data.TextAt("responseId") ?? data.TextAt("submissionId"));
    }
}
