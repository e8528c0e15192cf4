using NodaTime;

namespace Handoff.Faults.Tests.Outside;

/// <summary>The holidays of the sample, written down once more.</summary>
internal static class WallHolidays
{
    public static IReadOnlySet<LocalDate> OfItaly { get; } = new HashSet<LocalDate>
    {
        new(2026, 10, 4), new(2026, 11, 1), new(2026, 12, 8), new(2026, 12, 25), new(2026, 12, 26), new(2027, 1, 1), new(2027, 1, 6),
        new(2027, 3, 29), new(2027, 4, 25), new(2027, 5, 1), new(2027, 6, 2), new(2027, 8, 15), new(2027, 10, 4), new(2027, 11, 1),
        new(2027, 12, 8), new(2027, 12, 25), new(2027, 12, 26), new(2028, 1, 1), new(2028, 1, 6),
    };
}
