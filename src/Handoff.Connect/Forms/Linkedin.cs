using System.Text.Json;
using System.Text.Json.Nodes;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>
/// LinkedIn's lead sync (learn.microsoft.com/linkedin/marketing/lead-sync/leadsync). The notice names the response; its answers are fetched
/// by id.
/// </summary>
internal static class Linkedin
{
    public static FormFormat Format { get; } = new()
    {
        Json = static (root, _) => Read(root),
        Signed = static (post, secret, _) => Signature.IsHex(
            post.Header("X-LI-Signature"), Signature.Hmac(secret, Signature.Bytes("hmacsha256="), post.Body)),
        Greet = static (source, asked) => asked("challengeCode") is { Length: > 0 and <= 200 } code && !source.Secrets.IsEmpty
            ? new("application/json", Answer(code, source.Secrets[0])) : null,
    };

    private static string Answer(string code, string secret) => new JsonObject
    {
        ["challengeCode"] = code,
        ["challengeResponse"] = Convert.ToHexStringLower(Signature.Hmac(secret, Signature.Bytes(code))),
    }.ToJsonString();

    private static FormReading Read(JsonElement root)
    {
        if (root.At("formResponse", "answers").ValueKind != JsonValueKind.Array)
            return new FormReading.NotUnderstood("Only the response's id was sent: its answers are at LinkedIn.");
        return FormReading.Of(
            new LeadFields().All(root.At("formResponse", "answers"), "answers").About("form_id", root.At("leadGenForm")).Finish(),
            root.TextAt("id"), root.Says("testLead"));
    }
}
