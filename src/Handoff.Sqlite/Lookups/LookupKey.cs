using System.Buffers.Binary;
using System.Text;
using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite.Lookups;

/// <summary>How a lookup's key is kept.</summary>
/// <param name="Column">The key itself, short: hashes as bytes, the first half of each, then the kind.</param>
/// <param name="Place">
/// Where the index has it. The keys are random, so each is written to a page of its own: the index is to be small. A person's key and the company's begin
/// alike, so they stand on the same page and cost one write. Keys that fall together are told apart by <paramref name="Column"/>.
/// </param>
internal readonly record struct LookupKey(byte[] Column, long Place)
{
    private const string ShortLived = "body:";
    private const int HashDigits = 64;

    // Of a keyed hash of 256 bits half is as good (RFC 2104, section 5).
    private const int KeptDigits = 32;

    // Of each of two hashes.
    private const int PlaceBytes = sizeof(int);

    /// <summary>Whether the key counts for minutes only, and is kept in <see cref="RecentLookups"/>.</summary>
    public static bool IsRecent(string key) => key.StartsWith(ShortLived, StringComparison.Ordinal);

    /// <summary>A key, as callers write it: its kind, a colon, and one hash or two with a point between them.</summary>
    public static LookupKey Of(string key) =>
        key.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? Of(key.AsSpan(0, at), key.AsSpan(at + 1)) : OfOther(key);

    /// <summary>The same for a key as it was kept before: a text with its kind at the end.</summary>
    public static LookupKey OfText(ReadOnlySpan<byte> text)
    {
        var key = Encoding.UTF8.GetString(text);
        return key.LastIndexOf(':') is > 0 and var at ? Of(key.AsSpan(at + 1), key.AsSpan(0, at)) : OfOther(key);
    }

    /// <summary>FNV-1a of 64 bits.</summary>
    public static ulong Fingerprint(ReadOnlySpan<byte> column)
    {
        var hash = 14_695_981_039_346_656_037;
        foreach (var one in column)
            hash = unchecked((hash ^ one) * 1_099_511_628_211);
        return hash;
    }

    private static LookupKey Of(ReadOnlySpan<char> kind, ReadOnlySpan<char> hashes)
    {
        var second = hashes.Length == (2 * HashDigits) + 1 && hashes[HashDigits] == '.' ? hashes[(HashDigits + 1)..] : [];
        var first = second.IsEmpty ? hashes : hashes[..HashDigits];
        if (first.Length != HashDigits || !IdColumn.IsHex(first) || !IdColumn.IsHex(second))
            return OfOther($"{hashes}:{kind}");
        var half = second.IsEmpty ? 0 : KeptDigits / 2;
        var column = new byte[(KeptDigits / 2) + half + Encoding.UTF8.GetByteCount(kind)];
        Convert.FromHexString(first[..KeptDigits], column, out _, out var written);
        if (half > 0)
            Convert.FromHexString(second[..KeptDigits], column.AsSpan(written), out _, out _);
        Encoding.UTF8.GetBytes(kind, column.AsSpan(written + half));
        Span<byte> place = stackalloc byte[2 * PlaceBytes];
        column.AsSpan(0, PlaceBytes).CopyTo(place);
        if (half > 0)
            column.AsSpan(written, PlaceBytes).CopyTo(place[PlaceBytes..]);
        return new(column, BinaryPrimitives.ReadInt64BigEndian(place));
    }

    private static LookupKey OfOther(string text)
    {
        var column = Encoding.UTF8.GetBytes(text);
        return new(column, unchecked((long)Fingerprint(column)));
    }
}
