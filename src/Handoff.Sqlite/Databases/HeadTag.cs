using System.Globalization;

namespace Handoff.Sqlite.Databases;

/// <summary>A head's tag: how often it was written without an event. With the version it changes at every write.</summary>
internal static class HeadTag
{
    public static string Write(long wakes) => wakes == 0 ? "0" : wakes.ToString(CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">Not one of this store's tags.</exception>
    public static long Read(string tag) => long.Parse(tag, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Read"/>
    public static long? ReadOrNull(string? tag) => tag is null ? null : Read(tag);
}
