using System.Globalization;
using Handoff.Board;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Board;

/// <summary>
/// Time left in few signs that stand in a column, the same in every language of ours: <c>3 h 05 min</c>, <c>12 min 09 s</c>, <c>45 s</c>.
/// The script of the pages counts on in the same words.
/// </summary>
internal static class TimeLeftWords
{
    /// <summary>The words for what a clock shows: in working days where those are told, else to the second.</summary>
    public static string Of(TimeLeft left, string late, TimeTexts times) => left.WorkingDays is not { } days ? Of(left.Left, late)
        : left.IsLate ? string.Format(CultureInfo.InvariantCulture, late, times.WorkingDays(days)) : times.WorkingDays(days);

    /// <summary>The words; of a deadline that has passed, inside <paramref name="late"/>.</summary>
    public static string Of(Duration left, string late)
    {
        var seconds = (long)Math.Abs(left.TotalSeconds);
        var (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        var words = hours > 0 ? string.Create(CultureInfo.InvariantCulture, $"{hours} h {minutes:D2} min")
            : minutes > 0 ? string.Create(CultureInfo.InvariantCulture, $"{minutes} min {rest:D2} s")
            : string.Create(CultureInfo.InvariantCulture, $"{rest} s");
        return left <= Duration.Zero ? string.Format(CultureInfo.InvariantCulture, late, words) : words;
    }
}
