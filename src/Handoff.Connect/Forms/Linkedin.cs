using System.Text.Json;
using System.Text.Json.Nodes;
using Handoff.Connect.Bodies;
using Handoff.Connect.Fetching;
using NodaTime;
using NodaTime.Text;

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
        var id = LinkedinLeads.IdOf(root);
        if (root.TextAt("leadAction") == "DELETED" && id is not null)
            return new FormReading.Erased(id);
        var answers = root.At("formResponse", "answers");
        if (answers.ValueKind != JsonValueKind.Array)
            return id is not null ? new FormReading.Elsewhere()
                : new FormReading.NotUnderstood("There are neither answers nor a notice of any.");
        var questions = LinkedinQuestions.Of(root.At("form", "content", "questions"));
        var fields = new LeadFields();
        if (questions.IsEmpty)
            fields.All(answers, "answers");
        else
            questions.Answer(fields, answers);
        LinkedinConsents.Answer(fields, root);
        var campaign = root.At("leadMetadataInfo", "sponsoredLeadMetadataInfo", "campaign");
        return FormReading.Of(
            fields.All(root.At("form", "hiddenFields"), "hiddenFields").About("form_id", root.At("form", "id"))
                .About("form_id", root.At("versionedLeadGenFormUrn")).About("form", root.At("form", "name"))
                .About("campaign_id", campaign.At("id")).About("campaign_name", campaign.At("name"))
                .About("campaign_id", root.At("leadMetadata", "sponsoredLeadMetadata", "campaign"))
                .About("submitted_at", SubmittedAt(root.At("submittedAt"))).Finish(),
            root.TextAt("id"), root.Says("testLead"));
    }

    private static string? SubmittedAt(JsonElement milliseconds) =>
        milliseconds.ValueKind == JsonValueKind.Number && milliseconds.TryGetInt64(out var at)
            && at is > 0 and < 253_402_300_800_000 ? InstantPattern.General.Format(Instant.FromUnixTimeMilliseconds(at)) : null;
}
