using NodaTime;

namespace Handoff.Connect.Forms;

/// <summary>
/// Standard Webhooks 1.0.0 (standardwebhooks.com): <c>webhook-id.webhook-timestamp.body</c>, HMAC-SHA256 in base64, any one of several
/// signatures. The id is the delivery key.
/// </summary>
internal static class StandardWebhooks
{
    public const string Id = "webhook-id";
    public const string Time = "webhook-timestamp";
    public const string Signatures = "webhook-signature";

    private const string Prefix = "whsec_";

    public static bool IsSigned(FormPost post, string secret, Instant now)
    {
        var (id, time) = (post.Header(Id), post.Header(Time));
        if (string.IsNullOrEmpty(id) || !Signature.IsNow(time, now) || KeyOf(secret) is not { } key)
            return false;
        var due = Signature.Hmac(key, Signature.Bytes($"{id}.{time}."), post.Body);
        var holds = false;
        foreach (var given in (post.Header(Signatures) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            holds |= Signature.IsBase64(given, due, "v1,");
        return holds;
    }

    /// <summary>The signature of what we send; null: the secret is none.</summary>
    public static string? Sign(string secret, string id, string time, byte[] body) =>
        KeyOf(secret) is { } key ? $"v1,{Convert.ToBase64String(Signature.Hmac(key, Signature.Bytes($"{id}.{time}."), body))}" : null;

    /// <summary>The bytes of a secret, which is written in base64; null: it is none.</summary>
    private static byte[]? KeyOf(string secret)
    {
        var text = secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length > 0 ? bytes[..length] : null;
    }
}
