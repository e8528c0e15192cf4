using Handoff.Web.Pages;

namespace Handoff.Web.SignIn;

/// <summary>A page about signing in.</summary>
/// <param name="Base">The path under which the host serves us; mostly empty.</param>
/// <param name="Name">Of a link: who signs in.</param>
public sealed record SignInView(PageFrame Frame, SignInTexts Texts, SignInStep Step, string Base, string Name = "")
{
    /// <summary>The path of the page that asked for it; null: none did.</summary>
    public string? To { get; init; }
}

/// <summary>Where somebody is in signing in.</summary>
public enum SignInStep
{
    /// <summary>Type the address.</summary>
    Ask,

    /// <summary>A link is on its way, perhaps.</summary>
    Sent,

    Enter,

    /// <summary>The link cannot be used any more.</summary>
    Over,

    /// <summary>The link is none.</summary>
    Unknown,

    /// <summary>Signed out; type the address to sign in again.</summary>
    SignedOut,
}
