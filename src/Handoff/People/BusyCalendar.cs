namespace Handoff.People;

/// <summary>
/// Where a person's own calendar can be read, as an <c>.ics</c> file. The address is a secret: whoever has it can read the calendar.
/// </summary>
/// <param name="AllowPrivate">Whether it may lie in the own network.</param>
public sealed record BusyCalendar(Uri Address, bool AllowPrivate)
{
    /// <summary>Without the address: a record is easily logged.</summary>
    public override string ToString() => "a calendar";
}
