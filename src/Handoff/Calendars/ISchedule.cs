using System.Runtime.InteropServices;
using NodaTime;

namespace Handoff.Calendars;

/// <summary>Where open time comes from, before it is compiled: the written hours of one calendar, or of several.</summary>
internal interface ISchedule
{
    /// <summary>Whether every instant is open, so that there is nothing to compile.</summary>
    bool IsAlwaysOpen { get; }

    /// <summary>Adds every interval that has time in [from, to): whole, in any order, not merged.</summary>
    void Collect(Instant from, Instant to, List<OpenSpan> into);

    /// <summary>The days, both ends included, whose usual hours a holiday or a closed date takes away.</summary>
    IEnumerable<ClosedDay> ClosedDays(LocalDate first, LocalDate last);

    /// <summary>The open intervals of a week as they are written; none where every instant is open.</summary>
    IEnumerable<OpenHours> Week => [];

    /// <summary>What opens on one date, beside the week.</summary>
    IEnumerable<(LocalDate Date, OpenHours Times)> Extra => [];
}

/// <summary>A day that is closed although the calendar usually opens on its weekday.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClosedDay(LocalDate Date, bool IsHoliday);
