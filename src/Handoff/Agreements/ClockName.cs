using System.Collections.Immutable;

namespace Handoff.Agreements;

/// <summary>The promises that are measured (design section 2).</summary>
public enum ClockName
{
    /// <summary>From qualification to acceptance.</summary>
    Accept,

    /// <summary>From acceptance to the first contact.</summary>
    FirstContact,

    /// <summary>From the first contact to feedback.</summary>
    Feedback,

    /// <summary>From feedback that it is a real opportunity, or from word that it is still open, to what became of it. Optional.</summary>
    Outcome,

    /// <summary>
    /// From the moment at which a manager gives an accepted lead to somebody until they say that they have it. Optional, and beside the
    /// clock that runs anyhow.
    /// </summary>
    Confirm,
}

/// <summary>Which promises there are.</summary>
public static class ClockNames
{
    /// <summary>
    /// What sales promises marketing on each lead, and what figures judge. The optional clocks come on top, are for sales itself, and are
    /// in no figure.
    /// </summary>
    public static ImmutableArray<ClockName> OfHandoff { get; } = [ClockName.Accept, ClockName.FirstContact, ClockName.Feedback];
}
