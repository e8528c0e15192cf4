using System.Security.Cryptography;
using System.Text;

namespace Handoff.Service.Intake;

/// <summary>Compares a key that came over the network with the one that is right.</summary>
public static class SourceKeys
{
    private const int OnStack = 256;

    /// <summary>
    /// Whether the keys are the same. The time that it takes says nothing about the right key: not its length, and not how much of it was
    /// guessed. A missing key never matches, and nothing matches an empty right key.
    /// </summary>
    public static bool Match(string? right, string? given)
    {
        if (string.IsNullOrEmpty(right) || given is null)
            return false;

        Span<byte> one = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> other = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(right, one);
        Hash(given, other);
        return CryptographicOperations.FixedTimeEquals(one, other);
    }

    private static void Hash(string key, Span<byte> hash)
    {
        var most = Encoding.UTF8.GetMaxByteCount(key.Length);
        var bytes = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(key, bytes)], hash);
    }
}
