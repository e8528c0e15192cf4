namespace Handoff.Routing;

/// <summary>Chooses who gets a lead (DESIGN section 6).</summary>
public static class Router
{
    /// <summary>Who gets the lead.</summary>
    public static RoutingChoice Choose(RoutingRequest request) => throw new NotSupportedException();
}
