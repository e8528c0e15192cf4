using System.Text;
using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite.Lookups;

/// <summary>How a lookup's key is kept.</summary>
internal static class LookupKey
{
    private const string ShortLived = "body:";
    private const int HashDigits = 64;

    // Of a keyed hash of 256 bits half is as good (RFC 2104, section 5), and a row is written and kept twice: by its key and by its lead.
    private const int KeptDigits = 32;

    /// <summary>Whether the key counts for minutes only, and is kept in <see cref="RecentLookups"/>.</summary>
    public static bool IsRecent(string key) => key.StartsWith(ShortLived, StringComparison.Ordinal);

    /// <summary>
    /// The key with its kind at the end: a person's key and the company's begin alike, so they stand on the same page and cost one write. Hashes are
    /// kept as bytes, the first half of each.
    /// </summary>
    public static byte[] Column(string key) =>
        key.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? Column(key.AsSpan(0, at), key.AsSpan(at + 1)) : Encoding.UTF8.GetBytes(key);

    /// <summary>The same for a key as it was kept before: a text with its kind at the end.</summary>
    public static byte[] OfText(ReadOnlySpan<byte> text)
    {
        var key = Encoding.UTF8.GetString(text);
        return key.LastIndexOf(':') is > 0 and var at ? Column(key.AsSpan(at + 1), key.AsSpan(0, at)) : Encoding.UTF8.GetBytes(key);
    }

    private static byte[] Column(ReadOnlySpan<char> kind, ReadOnlySpan<char> hashes)
    {
        var second = hashes.Length == (2 * HashDigits) + 1 && hashes[HashDigits] == '.' ? hashes[(HashDigits + 1)..] : [];
        var first = second.IsEmpty ? hashes : hashes[..HashDigits];
        if (first.Length != HashDigits || !IdColumn.IsHex(first) || !IdColumn.IsHex(second))
            return Encoding.UTF8.GetBytes($"{hashes}:{kind}");
        var half = second.IsEmpty ? 0 : KeptDigits / 2;
        var column = new byte[(KeptDigits / 2) + half + Encoding.UTF8.GetByteCount(kind)];
        Convert.FromHexString(first[..KeptDigits], column, out _, out var written);
        if (half > 0)
            Convert.FromHexString(second[..KeptDigits], column.AsSpan(written), out _, out _);
        Encoding.UTF8.GetBytes(kind, column.AsSpan(written + half));
        return column;
    }
}
