using System.Runtime.InteropServices;

namespace Handoff.Web.Words;

/// <summary>How near a moment's day is to the reader's today.</summary>
public enum Nearness
{
    Today,

    /// <summary>The next local date.</summary>
    Tomorrow,

    /// <summary>The local date before.</summary>
    Yesterday,

    OtherDay,
}

/// <summary>A moment in the reader's zone and language.</summary>
/// <param name="Nearness">How near its day is.</param>
/// <param name="Date">Weekday, day and month; with the year when it is not this year.</param>
/// <param name="Time">Hours and minutes, of 24 hours.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Moment(Nearness Nearness, string Date, string Time);
