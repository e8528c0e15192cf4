using System.Globalization;
using Azure.Data.Tables;

namespace Handoff.AzureTables.Tables;

/// <summary>Bytes across several properties of a row: one property holds at most 64 KiB.</summary>
internal static class Chunks
{
    /// <summary>The most bytes in one property.</summary>
    public const int PropertyBytes = 64 * 1024;

    /// <summary>The most bytes that one row takes inline, so that it stays well below 1 MiB.</summary>
    public const int RowBytes = 640 * 1024;

    public static void Put(TableEntity row, string name, ReadOnlySpan<byte> bytes)
    {
        var count = (bytes.Length + PropertyBytes - 1) / PropertyBytes;
        row[name] = count;
        for (var i = 0; i < count; i++)
        {
            var from = i * PropertyBytes;
            row[Name(name, i)] = bytes.Slice(from, Math.Min(PropertyBytes, bytes.Length - from)).ToArray();
        }
    }

    /// <summary>The bytes, or null where none were put.</summary>
    public static byte[]? Find(TableEntity row, string name)
    {
        if (row.GetInt32(name) is not { } count)
            return null;
        if (count == 1)
            return row.GetBinary(Name(name, 0));
        using var all = new MemoryStream();
        for (var i = 0; i < count; i++)
            all.Write(row.GetBinary(Name(name, i)));
        return all.ToArray();
    }

    private static string Name(string name, int chunk) => string.Create(CultureInfo.InvariantCulture, $"{name}_{chunk}");
}
