using Handoff.People;

namespace Handoff.Routing;

/// <summary>Says a choice in plain English (DESIGN promise 5).</summary>
public static class RoutingText
{
    /// <summary>Why this rep and why not the others, with the figures.</summary>
    public static string Explain(RoutingChoice choice, Func<PersonId, string> name) => throw new NotSupportedException();
}
