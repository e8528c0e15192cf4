using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Handoff.Connect.Forms;

/// <summary>What signatures of several vendors have in common. No comparison tells by its time how much is right.</summary>
internal static class Signature
{
    private static readonly Duration Tolerance = Duration.FromMinutes(5);

    /// <summary>HMAC-SHA256 of the parts, one after the other.</summary>
    public static byte[] Hmac(string secret, params ReadOnlySpan<byte[]> parts) => Hmac(Encoding.UTF8.GetBytes(secret), parts);

    /// <inheritdoc cref="Hmac(string, ReadOnlySpan{byte[]})"/>
    public static byte[] Hmac(byte[] secret, params ReadOnlySpan<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        foreach (var part in parts)
            hash.AppendData(part);
        return hash.GetHashAndReset();
    }

    /// <summary>Whether a signature in hexadecimal digits is the one that is due.</summary>
    /// <param name="prefix">What stands before the digits.</param>
    public static bool IsHex(string? given, byte[] due, string prefix = "") =>
        Is(given?.Trim().ToLowerInvariant(), prefix + Convert.ToHexStringLower(due));

    /// <inheritdoc cref="IsHex"/>
    public static bool IsBase64(string? given, byte[] due, string prefix = "") =>
        Is(given?.Trim(), prefix + Convert.ToBase64String(due));

    /// <summary>Whether a time that a vendor signed is the present one, within five minutes.</summary>
    /// <param name="text">Seconds, or milliseconds, since 1970.</param>
    public static bool IsNow(string? text, Instant now, bool isMilliseconds = false)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        var seconds = isMilliseconds ? number / 1000 : number;
        return Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Tolerance.TotalSeconds;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The parts of a header such as <c>t=1492774577,v1=5257a8…</c>, by name; of a name given twice the first.</summary>
    public static IReadOnlyDictionary<string, string> Parts(string? header)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in (header ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
                parts.TryAdd(part[..at], part[(at + 1)..]);
        }

        return parts;
    }

    private static bool Is(string? given, string due) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Bytes(given), Bytes(due));
}
