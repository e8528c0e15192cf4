using System.Text.Json;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>
/// Calendly (developer.calendly.com/docs/webhooks): somebody booked a meeting. Who moves it cancels one and books another, which stays one
/// lead.
/// </summary>
internal static class Calendly
{
    public static FormFormat Format { get; } = new()
    {
        Json = static (root, _) => Read(root),
        Signed = static (post, secret, now) =>
        {
            var parts = Signature.Parts(post.Header("Calendly-Webhook-Signature"));
            return parts.TryGetValue("t", out var time) && Signature.IsNow(time, now)
                && Signature.IsHex(
                    parts.GetValueOrDefault("v1"), Signature.Hmac(secret, Signature.Bytes($"{time}."), post.Body));
        },
    };

    private static FormReading Read(JsonElement root)
    {
        var payload = root.At("payload");
        switch (root.TextAt("event"))
        {
            case "invitee.canceled":
                return new FormReading.Nothing("a meeting that was cancelled or moved");
            case "invitee.created" when payload.ValueKind == JsonValueKind.Object:
                break;
            case null or "invitee.created":
                return new FormReading.NotUnderstood("There is no event with its payload.");
            default:
                return new FormReading.Nothing("a notice that is of no booking");
        }

        var meeting = payload.At("scheduled_event");
        var fields = new LeadFields();
        foreach (var name in (ReadOnlySpan<string>)["email", "name", "first_name", "last_name"])
            fields.One(name, payload.At(name));
        return FormReading.Of(
            fields.All(payload.At("questions_and_answers"), "questions_and_answers").All(payload.At("tracking"))
                .About("phone", payload.At("text_reminder_number")).About("time_zone", payload.At("timezone"))
                .About("form", meeting.At("name")).About("meeting_at", meeting.At("start_time")).Finish(),
            payload.TextAt("old_invitee") ?? payload.TextAt("uri"));
    }
}
