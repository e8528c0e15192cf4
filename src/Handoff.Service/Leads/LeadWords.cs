using Handoff.Agreements;
using Handoff.Leads;

namespace Handoff.Service.Leads;

/// <summary>The words of the API for what the rules name (design section 8).</summary>
public static class LeadWords
{
    public static string Of(ClockName name) => name switch
    {
        ClockName.Accept => "accept",
        ClockName.FirstContact => "first_contact",
        ClockName.Feedback => "feedback",
        ClockName.Outcome => "outcome",
        ClockName.Confirm => "confirm",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A clock has a word."),
    };

    public static string Of(ClockState state) => state switch
    {
        ClockState.Running => "running",
        ClockState.Paused => "paused",
        ClockState.Met => "met",
        ClockState.Breached => "breached",
        ClockState.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state has a word."),
    };

    /// <summary>The way of a contact, as a form posts it; null: unknown.</summary>
    public static ContactWay? ContactWayOf(string? word) => word switch
    {
        "called" => ContactWay.Called,
        "voicemail" => ContactWay.Voicemail,
        "e-mailed" or "emailed" => ContactWay.Emailed,
        "meeting" => ContactWay.Meeting,
        _ => null,
    };

    /// <summary>An outcome, as the CRM posts it; null: unknown.</summary>
    public static Outcome? OutcomeOf(string? word) => word switch
    {
        "qualified" => Outcome.Qualified,
        "won" => Outcome.Won,
        "lost" => Outcome.Lost,
        _ => null,
    };
}
