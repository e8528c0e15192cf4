namespace Handoff.Connect.Fetching;

/// <summary>Where the vendors that only send notices are asked for the answers.</summary>
public sealed record VendorAddresses
{
    /// <summary>developers.facebook.com/docs/graph-api.</summary>
    public Uri Meta { get; init; } = new("https://graph.facebook.com/");

    /// <summary>learn.microsoft.com/linkedin/marketing.</summary>
    public Uri Linkedin { get; init; } = new("https://api.linkedin.com/");
}
