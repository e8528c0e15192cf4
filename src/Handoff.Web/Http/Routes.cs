namespace Handoff.Web.Http;

/// <summary>How routes are mapped.</summary>
internal static class Routes
{
    /// <summary>The methods of what can be looked at.</summary>
    /// <remarks>Each route calls the framework itself with them: only so its binding is generated when the project is built.</remarks>
    public static readonly string[] GetAndHead = ["GET", "HEAD"];
}
