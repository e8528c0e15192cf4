using System.Buffers;

namespace Handoff.Sqlite.Databases;

/// <summary>How a lead's id stands in a column of its own: the 16 bytes that its 32 digits write, half as long; any other id as the text that it is.</summary>
internal static class IdColumn
{
    public const int Digits = 32;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether an id is kept as bytes.</summary>
    public static bool IsPacked(string id) => id.Length == Digits && IsHex(id);

    /// <summary>Whether all are hexadecimal digits as they come back from bytes, in lower case.</summary>
    public static bool IsHex(ReadOnlySpan<char> digits) => !digits.ContainsAnyExcept(Hex);
}
