using Handoff.Leads;
using Handoff.Leads.Deciding;
using Handoff.People;
using NodaTime;

namespace Handoff.Alerts;

/// <summary>Whether an alert still says what is so; one that does not is dropped at the end of a window (DESIGN section 4).</summary>
public static class AlertTruth
{
    /// <summary>Whether the lead is still as the alert says, and the person has not silenced it.</summary>
    /// <param name="lead">The lead as it is now.</param>
    /// <param name="alert">The alert that waits.</param>
    /// <param name="person">Whose alert it is.</param>
    /// <param name="now">The product's time.</param>
    public static bool StillTrue(Lead lead, Alert alert, PersonId person, Instant now) =>
        !lead.Snoozes.Any(snooze => snooze.By == person && now < snooze.Until)
        && Overtaking.StillSays(lead, new()
        {
            Number = alert.Number, Kind = alert.Kind, To = person, About = alert.About, OwedAt = alert.RaisedAt, NotBefore = alert.RaisedAt,
        });
}
