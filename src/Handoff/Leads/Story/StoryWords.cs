using Handoff.Agreements;

namespace Handoff.Leads.Story;

/// <summary>The words of a story for what the events hold as codes.</summary>
internal static class StoryWords
{
    /// <summary>The clock as the subject of a sentence's middle: <c>first-contact clock</c>.</summary>
    public static string Clock(ClockName clock) => clock switch
    {
        ClockName.Accept => "accept clock",
        ClockName.FirstContact => "first-contact clock",
        ClockName.Feedback => "feedback clock",
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock has a name in words."),
    };

    /// <summary>Why a lead changed hands, to follow "because".</summary>
    public static string Because(MoveCause cause) => cause switch
    {
        MoveCause.Reassigned => "the ladder passes it on at this share of the clock",
        MoveCause.Declined => "the rep declined it",
        MoveCause.ShiftEnded => "the rep's shift ended and others are on shift",
        MoveCause.Absence => "the rep is away past the deadline or has left",
        MoveCause.Undeliverable => "the mail to the rep bounced",
        MoveCause.Undone => "the acceptance was undone",
        MoveCause.Taken => "a manager took it",
        MoveCause.AssignedByManager => "a manager gave it to a named rep",
        MoveCause.ClaimedByOther => "somebody else claimed it first",
        MoveCause.Rerouted => "the owner gave it back for another rep",
        MoveCause.Ended => "the handoff has ended",
        MoveCause.TakenBack => "whoever had passed it on took that back",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "A cause has words."),
    };

    /// <summary>Whose fault a decline or a return is, and what that does to the turn.</summary>
    public static string Blame(Fault fault, bool creditBack)
    {
        var whose = fault switch
        {
            Fault.Routing => "the routing's fault",
            Fault.Rep => "the rep's own doing",
            Fault.Marketing => "marketing's fault",
            Fault.Nobody => "nobody's fault",
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault is somebody's or nobody's."),
        };
        return creditBack ? $"{whose}, so the turn is credited back" : whose;
    }
}
