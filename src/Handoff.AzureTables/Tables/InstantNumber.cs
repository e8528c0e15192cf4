using System.Globalization;
using NodaTime;

namespace Handoff.AzureTables.Tables;

/// <summary>
/// How an instant stands in a table: the nanoseconds since 1970, exactly; the first and the last instant of all as the smallest and the
/// largest number. In a key it is 16 digits that sort as the instants do, or the other way round.
/// </summary>
internal static class InstantNumber
{
    private static readonly Instant First = NodaConstants.UnixEpoch + Duration.FromNanoseconds(long.MinValue + 1);
    private static readonly Instant Last = NodaConstants.UnixEpoch + Duration.FromNanoseconds(long.MaxValue - 1);

    /// <exception cref="ArgumentOutOfRangeException">The instant is before 1677-09-22 or after 2262-04-11, and neither the first nor the
    /// last of all.</exception>
    public static long Of(Instant instant)
    {
        if (instant == Instant.MinValue)
            return long.MinValue;
        if (instant == Instant.MaxValue)
            return long.MaxValue;
        if (instant < First || instant > Last)
            throw new ArgumentOutOfRangeException(nameof(instant), instant, "The store keeps instants from 1677-09-22 to 2262-04-11.");
        return (instant - NodaConstants.UnixEpoch).ToInt64Nanoseconds();
    }

    public static Instant Read(long value) => value switch
    {
        long.MinValue => Instant.MinValue,
        long.MaxValue => Instant.MaxValue,
        _ => NodaConstants.UnixEpoch + Duration.FromNanoseconds(value),
    };

    /// <summary>16 digits, the earlier instant first.</summary>
    public static string Rising(long value) => ((ulong)value ^ (1UL << 63)).ToString("X16", CultureInfo.InvariantCulture);

    /// <summary>16 digits, the later instant first.</summary>
    public static string Falling(long value) => (~((ulong)value ^ (1UL << 63))).ToString("X16", CultureInfo.InvariantCulture);
}
