using NodaTime;

namespace Handoff.Leads;

/// <summary>The terms of undoing an acceptance (promise 2).</summary>
public static class Undo
{
    /// <summary>How long after the acceptance: 10 minutes, measured always.</summary>
    public static Duration Within { get; } = Duration.FromMinutes(10);
}
