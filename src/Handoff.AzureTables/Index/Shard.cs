using System.Globalization;

namespace Handoff.AzureTables.Index;

/// <summary>
/// The partitions of the index. Few, so that a look at all of them is a few requests; several, because one partition takes some 2,000 rows
/// a second. The number is part of the layout: it never changes.
/// </summary>
internal static class Shard
{
    private const int Count = 8;

    public static IReadOnlyList<string> All { get; } = [.. Enumerable.Range(0, Count).Select(Name)];

    /// <summary>The partition for a key (FNV-1a, the same on every machine).</summary>
    public static string Of(string key)
    {
        var hash = 2166136261u;
        foreach (var one in key)
            hash = unchecked((hash ^ one) * 16777619u);
        return Name((int)(hash % Count));
    }

    private static string Name(int shard) => shard.ToString("D2", CultureInfo.InvariantCulture);
}
