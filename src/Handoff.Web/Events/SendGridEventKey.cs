using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Handoff.Web.Events;

/// <summary>The public key by which SendGrid's event webhook is known; without one the webhook is closed.</summary>
/// <remarks>
/// The check is the framework's own: ECDSA on P-256 over the SHA-256 of the timestamp's text and the raw body, the signature in DER.
/// </remarks>
public sealed class SendGridEventKey
{
    /// <summary>The environment variable that holds the key.</summary>
    public const string Variable = "HANDOFF_SENDGRID_EVENT_KEY";

    private const int LongestSignature = 128;

    private readonly byte[]? _key;

    private SendGridEventKey(byte[]? key) => _key = key;

    /// <summary>No key: the webhook answers 404.</summary>
    public static SendGridEventKey None { get; } = new(null);

    /// <summary>Whether there is a key.</summary>
    public bool IsSet => _key is not null;

    /// <summary>Reads the key as SendGrid shows it: SubjectPublicKeyInfo (DER) in base64, of the curve P-256.</summary>
    /// <param name="base64">The key; null or empty: none.</param>
    /// <exception cref="OptionsValidationException">It is no such key.</exception>
    public static SendGridEventKey Read(string? base64)
    {
        if (string.IsNullOrWhiteSpace(base64))
            return None;
        try
        {
            var key = Convert.FromBase64String(base64.Trim());
            using var ecdsa = Open(key);
            if (ecdsa.KeySize == 256)
                return new(key);
        }
        catch (Exception notAKey) when (notAKey is CryptographicException or FormatException or PlatformNotSupportedException)
        {
            // Told below, with what to do.
        }

        var mistake = $"{Variable} is not the verification key that SendGrid shows at Mail Settings, Event Webhooks. Copy it whole.";
        throw new OptionsValidationException(Variable, typeof(SendGridEventKey), [mistake]);
    }

    /// <summary>Whether SendGrid signed this body at this time.</summary>
    /// <param name="signature">The header's value.</param>
    /// <param name="timestamp">The header's value, in seconds since 1970.</param>
    internal bool IsSigned(string signature, long timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> der = stackalloc byte[LongestSignature];
        if (_key is null || !Convert.TryFromBase64String(signature, der, out var length))
            return false;
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha256.AppendData(Encoding.ASCII.GetBytes(timestamp.ToString(CultureInfo.InvariantCulture)));
        sha256.AppendData(body);
        using var ecdsa = Open(_key);
        return ecdsa.VerifyHash(sha256.GetHashAndReset(), der[..length], DSASignatureFormat.Rfc3279DerSequence);
    }

    private static ECDsa Open(byte[] key)
    {
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(key, out _);
            return ecdsa;
        }
        catch
        {
            ecdsa.Dispose();
            throw;
        }
    }
}
