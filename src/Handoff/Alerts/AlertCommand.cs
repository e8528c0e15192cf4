using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Alerts;

/// <summary>What is asked of a person's alerts.</summary>
public abstract record AlertCommand
{
    private AlertCommand()
    {
    }

    /// <summary>A lead delivers an alert.</summary>
    public sealed record Raise(PersonId Person, Alert Alert) : AlertCommand;

    /// <summary>Look whether the window has ended.</summary>
    public sealed record TakeTurn : AlertCommand;

    /// <summary>What became of an attempt to deliver an e-mail.</summary>
    public sealed record RecordMail(RecordDelivery Delivery) : AlertCommand;

    /// <summary>The provider says what became of an e-mail that it took.</summary>
    public sealed record ReportMail(int Number, MailFate Fate, string Reason) : AlertCommand;
}

/// <summary>What a decision about a person's alerts rests on beside the alerts themselves.</summary>
/// <param name="Person">The person, or null when no longer in the files: then nobody is spared.</param>
/// <param name="GroupWithin">How long a window is.</param>
/// <param name="StillTrue">Whether an alert that waits is still so.</param>
public sealed record AlertWorld(Person? Person, Duration GroupWithin, Func<Alert, bool> StillTrue)
{
    /// <summary>When the day's e-mail of returned leads goes.</summary>
    public DailyHour Returns { get; init; } = new(Agreements.AlertTerms.Usual.ReturnsAt, DateTimeZone.Utc);
}
