using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>
/// WPForms' webhooks add-on: JSON by keys that the form's owner chose. It signs the JSON of what it sends, so a form body, of which other
/// bytes are signed, cannot be checked. It logs a failure and sends nothing again.
/// </summary>
internal static class Wpforms
{
    public static FormFormat Format { get; } = new()
    {
        Kinds = BodyKinds.Any,
        Signed = static (post, secret, now) =>
        {
            var parts = Signature.Parts(post.Header("X-WPForms-Webhook-Signature"));
            return parts.TryGetValue("t", out var time) && Signature.IsNow(time, now)
                && Signature.IsHex(
                    parts.GetValueOrDefault("v"), Signature.Hmac(secret, Signature.Bytes($"{time}."), post.Body));
        },
    };
}
