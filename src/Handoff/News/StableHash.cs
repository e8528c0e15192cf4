namespace Handoff.News;

/// <summary>
/// A number of a text that is the same on every machine and in every version (FNV-1a, mixed): it divides work, and spreads it in time,
/// without chance.
/// </summary>
internal static class StableHash
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    public static uint Of(string text)
    {
        var hash = Offset;
        foreach (var letter in text)
            hash = unchecked((hash ^ letter) * Prime);
        hash = unchecked((hash ^ (hash >> 16)) * 0x85ebca6b);
        return hash ^ (hash >> 13);
    }

    /// <summary>From 0 to 1, 1 excluded.</summary>
    public static double Share(string text) => Of(text) / (uint.MaxValue + 1.0);
}
