using NodaTime;

namespace Handoff.Calendars;

internal sealed class AlwaysOpenSchedule : ISchedule
{
    public static readonly AlwaysOpenSchedule Instance = new();

    public bool IsAlwaysOpen => true;

    public void Collect(Instant from, Instant to, List<OpenSpan> into) => into.Add(new OpenSpan(from, to));

    public IEnumerable<ClosedDay> ClosedDays(LocalDate first, LocalDate last) => [];
}
