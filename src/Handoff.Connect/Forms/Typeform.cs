using System.Text.Json;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>Typeform (typeform.com/developers/webhooks). An answer is known by its question's words, <c>ref</c> and <c>id</c>.</summary>
internal static class Typeform
{
    /// <summary>Typeform's own "send test request" fills this in for an address.</summary>
    private const string TestAddress = "an_account@example.com";

    public static FormFormat Format { get; } = new()
    {
        Json = static (root, _) => Read(root),
        Signed = static (post, secret, _) =>
            Signature.IsBase64(post.Header("Typeform-Signature"), Signature.Hmac(secret, post.Body), "sha256="),
    };

    private static FormReading Read(JsonElement root)
    {
        var response = root.At("form_response");
        if (root.TextAt("event_type") == "form_response_partial")
            return new FormReading.Nothing("a response that is not finished");
        if (response.At("answers").ValueKind != JsonValueKind.Array)
            return new FormReading.NotUnderstood("There are no answers in form_response.");
        var isTest = response.At("answers").EnumerateArray().Any(answer => answer.TextAt("email") == TestAddress);
        return FormReading.Of(
            new LeadFields().All(response.At("definition", "fields"), "definition.fields").All(response.At("answers"), "answers")
                .All(response.At("hidden")).All(response.At("variables"), "variables")
                .About("form", response.At("definition", "title")).About("form_id", response.At("form_id"))
                .About("submitted_at", response.At("submitted_at")).Finish(),
            response.TextAt("token"), isTest);
    }
}
