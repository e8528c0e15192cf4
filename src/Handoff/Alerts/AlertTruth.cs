using Handoff.Leads;
using Handoff.Leads.Deciding;

namespace Handoff.Alerts;

/// <summary>Whether an alert is still so: what is overtaken is not sent (DESIGN section 5).</summary>
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
}
