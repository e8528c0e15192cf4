using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Handoff.AzureTables.Tables;

/// <summary>
/// Writes any text as a part of a partition or row key. The table service forbids <c>/ \ # ?</c> and control characters, and more than 512
/// characters; different texts, also such that differ in case only, come out different.
/// </summary>
internal static class TableKey
{
    /// <summary>The longest part that comes out; a key has at most two of them.</summary>
    public const int Longest = 200;

    private const int KeptOfALongOne = 100;

    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var one in text)
        {
            if (char.IsAsciiLetterOrDigit(one) || one is '-' or '_' or '.' or ':' or '@')
                escaped.Append(one);
            else
                escaped.Append('=').Append(((int)one).ToString("X4", CultureInfo.InvariantCulture));
        }

        if (escaped.Length <= Longest)
            return escaped.ToString();
        // '~' follows '=' nowhere else, so a shortened text is never like another's escaped one.
        var hash = SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()));
        return $"{escaped.ToString(0, KeptOfALongOne)}=~{Convert.ToHexString(hash)}";
    }
}
