using System.Globalization;

namespace Handoff.RealFaults.Tests.Killing;

/// <summary>How often, and by which luck: <c>HANDOFF_KILLS</c> (default 12; 200 for the whole measure) and <c>HANDOFF_SEED</c>.</summary>
internal sealed record KillingOptions(int Kills, int Seed)
{
    /// <summary>A host that is ready is left alone for less than this; a moment before it is ready is as good as one after.</summary>
    public static TimeSpan LongestLife { get; } = TimeSpan.FromMilliseconds(1_500);

    /// <summary>How many clients post at the same time, and how long each waits between two leads.</summary>
    public static int Clients => 8;

    public static TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// How long the last host may take to come to rest: one that lives for a second does little but start, and leaves the rest to it.
    /// </summary>
    public TimeSpan LongestRest => TimeSpan.FromMinutes(3) + (TimeSpan.FromSeconds(3) * Kills);

    public static KillingOptions Read() => new(Number("HANDOFF_KILLS", 12), Number("HANDOFF_SEED", 20_261_125));

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : otherwise;
}
