namespace Handoff.Connect.OpenId;

/// <summary>What the handler's events leave with the request.</summary>
/// <param name="Failure">What went wrong, if something did.</param>
internal sealed record OpenIdOutcome(OpenIdAnswer Answer, Exception? Failure);
