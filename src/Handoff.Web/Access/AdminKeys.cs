using System.Security.Cryptography;
using System.Text;

namespace Handoff.Web.Access;

/// <summary>Compares the administrator's key with one that came over the network.</summary>
internal static class AdminKeys
{
    /// <summary>Whether they are the same. How long it takes tells neither the right key's length nor how much of it was guessed.</summary>
    public static bool Match(string right, string given) => CryptographicOperations.FixedTimeEquals(Hash(right), Hash(given));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
