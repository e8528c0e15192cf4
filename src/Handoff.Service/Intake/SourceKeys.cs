using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Handoff.Agreements;

namespace Handoff.Service.Intake;

/// <summary>Checks the key that a source sends.</summary>
public static class SourceKeys
{
    private static readonly ConditionalWeakTable<LeadSource, byte[][]> Hashes = [];

    /// <summary>Whether the key is one of the source's, in a time that does not tell how much of it is right.</summary>
    public static bool Match(LeadSource source, string? key)
    {
        if (key is null)
            return false;
        var (given, matches) = (Hash(key), false);
        foreach (var known in Hashes.GetValue(source, static source => HashesOf(source)))
            matches |= CryptographicOperations.FixedTimeEquals(known, given);
        return matches;
    }

    private static byte[][] HashesOf(LeadSource source) =>
        [.. new[] { source.Key, source.OtherKey }.Where(key => !string.IsNullOrEmpty(key)).Select(key => Hash(key!))];

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
