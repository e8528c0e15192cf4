using Handoff.Connect.OpenId;
using Handoff.Web.Pages;

namespace Handoff.Web.SignIn;

/// <summary>A page about signing in.</summary>
/// <param name="Base">The path under which the host serves us; mostly empty.</param>
/// <param name="Name">Of a link: who signs in.</param>
public sealed record SignInView(PageFrame Frame, SignInTexts Texts, SignInStep Step, string Base, string Name = "")
{
    /// <summary>The path of the page that asked for it; null: none did.</summary>
    public string? To { get; init; }

    /// <summary>What the provider of single sign-on is called; null: there is none.</summary>
    public string? Provider { get; init; }

    /// <summary>The path that leads to it, and from there to the page that asked.</summary>
    public string ToProvider => $"{Base}{OpenIdDoor.Path}{ReturnAddress.Query(To)}";

    /// <summary>What went wrong with it, with a place for its name; null: nothing.</summary>
    public string? Trouble => Step switch
    {
        SignInStep.ProviderSilent => Texts.ProviderSilent,
        SignInStep.ProviderRefused => Texts.ProviderRefused,
        SignInStep.ProviderDeclined => Texts.ProviderDeclined,
        SignInStep.Unvouched => Texts.Unvouched,
        SignInStep.NotHere => Texts.NotHere,
        _ => null,
    };
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

    /// <summary>The provider does not answer; the link by mail works.</summary>
    ProviderSilent,

    /// <summary>The way to the provider and back came to nothing, and may be gone again.</summary>
    ProviderRefused,

    /// <summary>The reader, or the provider, said no.</summary>
    ProviderDeclined,

    /// <summary>The provider does not answer for the address.</summary>
    Unvouched,

    /// <summary>The address is nobody's of the files.</summary>
    NotHere,
}
