using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Handoff.Agreements;

namespace Handoff.Service.Intake;

/// <summary>Checks the key that a source sends.</summary>
public static class SourceKeys
{
    private static readonly ConditionalWeakTable<LeadSource, byte[]> Hashes = [];

    /// <summary>Whether the key is the source's, in a time that does not tell how much of it is right.</summary>
    public static bool Match(LeadSource source, string? key) =>
        key is not null && CryptographicOperations.FixedTimeEquals(Hashes.GetValue(source, static source => Hash(source.Key)), Hash(key));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
