using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace Handoff.Calendars;

/// <summary>
/// A length as the agreement writes it: measured time (<c>5m</c>, <c>1h</c>, <c>1h30m</c>) or working days (<c>3d</c>); design section 5.
/// </summary>
/// <remarks>
/// Always positive, at most 366 days, and measured time in whole minutes. Two lengths are equal when they mean the same: <c>60m</c> and
/// <c>1h</c> are, <c>24h</c> and <c>1d</c> are not. The default value is no length, and no member but this makes one.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Within
{
    private const int MaxDays = 366;

    private Within(int days, Duration measured)
    {
        Days = days;
        Measured = measured;
    }

    /// <summary>The working days of a <c>d</c> length, 1 to 366; zero for measured time.</summary>
    public int Days { get; }

    /// <summary>The measured time, from one minute to 366 times 24 hours; zero for working days.</summary>
    public Duration Measured { get; }

    /// <summary>Whether the length is in working days.</summary>
    public bool IsDays => Days > 0;

    /// <summary>A length in working days.</summary>
    /// <param name="days">1 to 366.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is less than 1 or more than 366.</exception>
    public static Within OfDays(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MaxDays);
        return new Within(days, Duration.Zero);
    }

    /// <summary>A length of measured time.</summary>
    /// <param name="measured">Whole minutes, from one minute to 366 times 24 hours.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="measured"/> is out of that range or not in whole minutes.</exception>
    public static Within OfDuration(Duration measured) =>
        IsAllowed(measured)
            ? new Within(0, measured)
            : throw new ArgumentOutOfRangeException(nameof(measured), measured, "A length is in whole minutes, from 1 minute to 366 days.");

    /// <summary>Reads a length: digits and <c>d</c>; or digits and <c>h</c>, digits and <c>m</c>, or both in this order.</summary>
    /// <param name="text">The text, without spaces.</param>
    /// <param name="within">The length, or the default when the text is none.</param>
    /// <returns>Whether the text is a length that is allowed.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Within within)
    {
        within = default;
        if (string.IsNullOrEmpty(text)) return false;

        var rest = text.AsSpan();
        if (TryTake(ref rest, 'd', out var days))
        {
            if (rest.Length > 0 || days is < 1 or > MaxDays) return false;
            within = new Within(days, Duration.Zero);
            return true;
        }

        var any = TryTake(ref rest, 'h', out var hours);
        any |= TryTake(ref rest, 'm', out var minutes);
        var all = hours * 60L + minutes;
        if (!any || rest.Length > 0 || all is < 1 or > MaxDays * 24L * 60) return false;

        within = new Within(0, Duration.FromMinutes(all));
        return true;
    }

    /// <summary>The text form, which <see cref="TryParse"/> reads back: <c>3d</c>, <c>1h</c>, <c>90m</c>, <c>2h30m</c>.</summary>
    /// <returns>The shortest usual form; minutes alone below two hours.</returns>
    public override string ToString()
    {
        if (IsDays) return string.Create(CultureInfo.InvariantCulture, $"{Days}d");

        var minutes = (long)Measured.TotalMinutes;
        return (minutes / 60, minutes % 60) switch
        {
            ( > 0 and var hours, 0) => string.Create(CultureInfo.InvariantCulture, $"{hours}h"),
            ( < 2, _) => string.Create(CultureInfo.InvariantCulture, $"{minutes}m"),
            var (hours, left) => string.Create(CultureInfo.InvariantCulture, $"{hours}h{left}m"),
        };
    }

    private static bool IsAllowed(Duration measured) =>
        measured > Duration.Zero
        && measured <= Duration.FromDays(MaxDays)
        && measured.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0;

    private static bool TryTake(ref ReadOnlySpan<char> rest, char unit, out int number)
    {
        number = 0;
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        if (digits < 1 || rest[digits] != unit) return false;
        // Digits beyond the range of a number are no length: the text is left where it is, and so refused.
        if (!int.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out number)) return false;

        rest = rest[(digits + 1)..];
        return true;
    }
}
