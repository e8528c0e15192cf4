namespace Handoff.Leads;

/// <summary>The one state that a lead is in (the table in design section 8).</summary>
public enum LeadStatus
{
    /// <summary>Qualified and in the manager's queue, or about to be offered.</summary>
    Qualified,

    /// <summary>One rep (in claim mode: several) is asked to take it.</summary>
    Offered,

    /// <summary>A rep took it; not yet contacted.</summary>
    Accepted,

    /// <summary>The first contact is recorded; feedback is owed.</summary>
    Contacted,

    /// <summary>Sales says that it is a real opportunity; its clocks are over, but for one that is optional.</summary>
    SalesQualified,

    /// <summary>With marketing: below the agreed points, or not now.</summary>
    Nurture,

    /// <summary>The customer bought.</summary>
    Won,

    /// <summary>The customer did not buy.</summary>
    Lost,

    /// <summary>Returned to marketing, with a reason.</summary>
    Returned,

    /// <summary>Thrown away: spam or a test.</summary>
    Discarded,

    /// <summary>A further request of a person whose handoff is open: it joined that one.</summary>
    Duplicate,

    /// <summary>Its personal data is destroyed.</summary>
    Erased,

    /// <summary>Held back from sales: it is authentic, and not understood or suspect. Marketing releases or discards it.</summary>
    Quarantined,
}

public static class LeadStatuses
{
    /// <summary>Whether a handoff in this status is open: a further request of the same person joins it.</summary>
    public static bool IsOpen(this LeadStatus status) => status switch
    {
        LeadStatus.Qualified or LeadStatus.Offered or LeadStatus.Accepted or LeadStatus.Contacted or LeadStatus.SalesQualified => true,
        _ => false,
    };

    /// <summary>
    /// Whether clocks run in this status, so that it must have a next wake-up (promise 1): of an opportunity only where its outcome is
    /// promised.
    /// </summary>
    /// <param name="isPromised">Whether a promise is still to be kept; without it an opportunity has no clocks.</param>
    public static bool HasClocks(this LeadStatus status, bool isPromised = false) => status switch
    {
        LeadStatus.Qualified or LeadStatus.Offered or LeadStatus.Accepted or LeadStatus.Contacted => true,
        LeadStatus.SalesQualified => isPromised,
        _ => false,
    };

    /// <summary>The word of design section 8, in lower case with underscores: <c>sales_qualified</c>.</summary>
    public static string Word(this LeadStatus status) => status switch
    {
        LeadStatus.Qualified => "qualified",
        LeadStatus.Offered => "offered",
        LeadStatus.Accepted => "accepted",
        LeadStatus.Contacted => "contacted",
        LeadStatus.SalesQualified => "sales_qualified",
        LeadStatus.Nurture => "nurture",
        LeadStatus.Won => "won",
        LeadStatus.Lost => "lost",
        LeadStatus.Returned => "returned",
        LeadStatus.Quarantined => "quarantined",
        LeadStatus.Discarded => "discarded",
        LeadStatus.Duplicate => "duplicate",
        LeadStatus.Erased => "erased",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status has a word."),
    };
}
