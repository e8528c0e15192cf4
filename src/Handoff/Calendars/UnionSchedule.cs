using NodaTime;

namespace Handoff.Calendars;

/// <summary>Several calendars as one: open when any of them is (design section 5).</summary>
internal sealed class UnionSchedule(ISchedule[] parts) : ISchedule
{
    public bool IsAlwaysOpen { get; } = Array.Exists(parts, part => part.IsAlwaysOpen);

    public void Collect(Instant from, Instant to, List<OpenSpan> into)
    {
        foreach (var part in parts) part.Collect(from, to, into);
    }

    public IEnumerable<ClosedDay> ClosedDays(LocalDate first, LocalDate last) =>
        parts.SelectMany(part => part.ClosedDays(first, last)).DistinctBy(day => day.Date).OrderBy(day => day.Date);

    public IEnumerable<OpenHours> Week => parts.SelectMany(part => part.Week).Distinct();

    public IEnumerable<(LocalDate Date, OpenHours Times)> Extra => parts.SelectMany(part => part.Extra).Distinct();
}
