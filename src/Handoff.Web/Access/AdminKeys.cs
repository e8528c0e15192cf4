using System.Security.Cryptography;
using System.Text;

namespace Handoff.Web.Access;

/// <summary>Compares the administrator's keys with one that came over the network.</summary>
internal static class AdminKeys
{
    /// <summary>
    /// Which of the keys was given, counted from 1; 0: none. How long it takes tells neither a key's length nor how much of it was guessed,
    /// nor which it is.
    /// </summary>
    public static int Match(IReadOnlyList<string> right, string given)
    {
        var hash = Hash(given);
        var found = 0;
        // All are compared, whichever fits.
        for (var number = right.Count; number > 0; number--)
            found = CryptographicOperations.FixedTimeEquals(Hash(right[number - 1]), hash) ? number : found;
        return found;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
