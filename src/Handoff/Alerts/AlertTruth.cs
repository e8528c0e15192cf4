using Handoff.Leads;
using Handoff.Leads.Deciding;

namespace Handoff.Alerts;

/// <summary>Whether an alert is still so: what is overtaken is not sent (design section 5).</summary>
public static class AlertTruth
{
    /// <summary>Whether the lead, as it is now, still gives cause for the alert.</summary>
    public static bool StillSays(Lead lead, Alert alert) => Overtaking.StillSays(lead, new()
    {
        Number = alert.Number,
        Kind = alert.Kind,
        To = People.PersonId.Nobody,
        About = alert.About,
        OwedAt = alert.RaisedAt,
        NotBefore = alert.RaisedAt,
    });

    /// <summary>Whether it still does and the person has not silenced the lead since: what is sent at the end of a window.</summary>
    /// <param name="lead">The lead as it is now.</param>
    /// <param name="now">The product's time.</param>
    public static bool StillTrue(Lead lead, Alert alert, People.PersonId person, NodaTime.Instant now) =>
        StillSays(lead, alert) && !lead.Snoozes.Any(snooze => snooze.By == person && now < snooze.Until);
}
