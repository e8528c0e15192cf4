using System.Text.Json;
using Handoff.Connect.Bodies;
using Handoff.Leads;
using NodaTime.Text;

namespace Handoff.Connect.Forms;

/// <summary>
/// Calendly (developer.calendly.com/docs/webhooks): somebody booked a meeting, and its host has the lead; the first contact is promised
/// from the meeting's end on. Who moves it cancels one and books another, which stays one lead. Once it is cancelled, the first contact
/// is promised from then on, and the owner of the open handoff is told.
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
        var isCancelled = root.TextAt("event") == "invitee.canceled";
        if (root.TextAt("event") is { } happened && happened != "invitee.created" && !isCancelled)
            return new FormReading.Nothing("a notice that is of no booking");
        if (root.TextAt("event") is null || payload.ValueKind != JsonValueKind.Object)
            return new FormReading.NotUnderstood("There is no event with its payload.");
        if (isCancelled && (payload.Says("rescheduled") || payload.TextAt("new_invitee") is not null))
            return new FormReading.Nothing("a meeting that was moved: the new one is told beside it");
        var meeting = payload.At("scheduled_event");
        var fields = new LeadFields();
        foreach (var name in (ReadOnlySpan<string>)["email", "name", "first_name", "last_name"])
            fields.One(name, payload.At(name));
        fields.All(payload.At("questions_and_answers"), "questions_and_answers").All(payload.At("tracking"))
            .About("phone", payload.At("text_reminder_number")).About("phone", NumberToCall(meeting))
            .About("time_zone", payload.At("timezone"))
            .About("form", meeting.At("name")).About("meeting_at", meeting.At("start_time"));
        var before = payload.TextAt("old_invitee");
        var uri = before ?? payload.TextAt("uri");
        if (isCancelled)
            fields.About("meeting", "cancelled").About("message", payload.TextAt("cancellation", "reason"));
        return FormReading.Of(fields.Finish(), isCancelled ? $"cancelled {uri}" : uri) is FormReading.Lead lead
            ? lead with
            {
                GoesOnAs = isCancelled || before is null ? null : payload.TextAt("uri"),
                Meeting = isCancelled ? new(Ends: null) : Standing(payload),
                Host = HostOf(meeting),
            }
            : new FormReading.NotUnderstood("The booking has too much in it.");
    }

    private static MeetingNews? Standing(JsonElement payload) =>
        payload.TextAt("scheduled_event", "end_time") is { } text && InstantPattern.ExtendedIso.Parse(text) is { Success: true } ends
            ? new(ends.Value, IsMoved: payload.TextAt("old_invitee") is not null) : null;

    /// <summary>The invitee's number, where the host is to call; in a meeting of any other kind the place is the host's.</summary>
    private static string? NumberToCall(JsonElement meeting) =>
        meeting.TextAt("location", "type") == "outbound_call" ? meeting.TextAt("location", "location") : null;

    private static string? HostOf(JsonElement meeting) => meeting.At("event_memberships") is { ValueKind: JsonValueKind.Array } members
        ? members.EnumerateArray().Select(member => member.TextAt("user_email")).FirstOrDefault(address => address is not null) : null;
}
