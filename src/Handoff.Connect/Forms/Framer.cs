using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>Framer (framer.com/help/articles/framer-form-webhook-setup): the names of the inputs and their values.</summary>
internal static class Framer
{
    private const string Submission = "Framer-Webhook-Submission-Id";

    public static FormFormat Format { get; } = new()
    {
        Json = static (root, post) => FormReading.Of(JsonFields.Flat(root), post.Header(Submission)),
        Signed = static (post, secret, _) => post.Header(Submission) is { } id
            && Signature.IsHex(post.Header("Framer-Signature"), Signature.Hmac(secret, post.Body, Signature.Bytes(id)), "sha256="),
    };
}
