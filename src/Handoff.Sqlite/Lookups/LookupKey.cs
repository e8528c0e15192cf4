namespace Handoff.Sqlite.Lookups;

/// <summary>How a lookup's key is kept.</summary>
internal static class LookupKey
{
    private const string ShortLived = "body:";

    /// <summary>Whether the key counts for minutes only, and is kept in <see cref="RecentLookups"/>.</summary>
    public static bool IsRecent(string key) => key.StartsWith(ShortLived, StringComparison.Ordinal);

    /// <summary>
    /// The key with its kind at the end: a person's key and the company's begin alike, so they stand on the same page and cost one write.
    /// </summary>
    public static string Column(string key) => key.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? $"{key.AsSpan(at + 1)}:{key.AsSpan(0, at)}" : key;
}
