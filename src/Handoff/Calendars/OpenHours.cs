using NodaTime;

namespace Handoff.Calendars;

/// <summary>
/// One open interval of a week, in local time and half-open: it belongs to the day on which it opens (design section 5).
/// </summary>
/// <param name="Day">The day on which the interval opens.</param>
/// <param name="From">The opening, inside the interval.</param>
/// <param name="To">
/// The closing, outside the interval. One that is not later than <paramref name="From"/> is on the next day, so midnight is the 24:00 of
/// <paramref name="Day"/>, and 00:00 to 00:00 is the whole day.
/// </param>
public sealed record OpenHours(IsoDayOfWeek Day, LocalTime From, LocalTime To)
{
    private const long NanosecondsPerWeek = 7 * NodaConstants.NanosecondsPerDay;

    /// <summary>Whether the closing is on the day after the opening; the 24:00 of the same day counts as the next day's 00:00.</summary>
    public bool EndsNextDay => To <= From;

    internal long Start => ((int)Day - 1) * NodaConstants.NanosecondsPerDay + From.NanosecondOfDay;

    internal long Length => To.NanosecondOfDay - From.NanosecondOfDay + (EndsNextDay ? NodaConstants.NanosecondsPerDay : 0);

    /// <summary>
    /// The pairs of intervals that overlap in a week: a mistake in the agreement folder (design section 5). Overnight intervals are
    /// included, and so is Sunday night into Monday. Intervals that only touch do not overlap.
    /// </summary>
    /// <param name="open">The open intervals of one calendar.</param>
    /// <returns>Each overlapping pair once, in the order in which the intervals were given; empty when there is none.</returns>
    public static IReadOnlyList<(OpenHours First, OpenHours Second)> Overlaps(IEnumerable<OpenHours> open)
    {
        var all = open.ToArray();
        var overlaps = new List<(OpenHours, OpenHours)>();
        for (var i = 0; i < all.Length; i++)
        {
            for (var j = i + 1; j < all.Length; j++)
            {
                if (SinceStart(all[i], all[j]) < all[i].Length || SinceStart(all[j], all[i]) < all[j].Length)
                    overlaps.Add((all[i], all[j]));
            }
        }

        return overlaps;
    }

    /// <summary>How long after the opening of <paramref name="first"/> the other opens, around the week.</summary>
    private static long SinceStart(OpenHours first, OpenHours other) =>
        (other.Start - first.Start + NanosecondsPerWeek) % NanosecondsPerWeek;
}
