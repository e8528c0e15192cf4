namespace Handoff.Calendars;

/// <summary>
/// A length was counted on a calendar that does not open again within two years: validation refuses such a calendar (design section 5).
/// </summary>
public sealed class CalendarNeverOpensException : InvalidOperationException
{
    /// <summary>An exception without the name of a calendar.</summary>
    public CalendarNeverOpensException()
        : base("The calendar does not open again within two years.")
    {
    }

    /// <summary>An exception with a message of its own.</summary>
    /// <param name="message">Which calendar, and from when.</param>
    public CalendarNeverOpensException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message of its own and a cause.</summary>
    /// <param name="message">Which calendar, and from when.</param>
    public CalendarNeverOpensException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
