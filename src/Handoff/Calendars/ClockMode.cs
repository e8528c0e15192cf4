namespace Handoff.Calendars;

/// <summary>What a clock of the agreement counts (design section 5).</summary>
public enum ClockMode
{
    /// <summary>The physical time that passes while the calendar is open: the default.</summary>
    Business,

    /// <summary>All physical time: <c>clock: elapsed</c>. A <c>d</c> is then 24 hours.</summary>
    Elapsed,
}
