using System.Security.Claims;

namespace Handoff.Connect.OpenId;

/// <summary>The address that a provider answers for: never one that somebody merely typed into an account.</summary>
internal static class VouchedAddress
{
    private const int Longest = 320;

    /// <summary>The address, or null: the token has none, or the provider does not say that it is the person's.</summary>
    /// <param name="claims">What the token says, by the token's own names.</param>
    public static string? Of(OpenIdVendor vendor, ClaimsPrincipal claims)
    {
        if (Only(claims, "email") is not { Length: > 0 and <= Longest } address)
            return null;
        return vendor switch
        {
            // learn.microsoft.com/entra/identity-platform/optional-claims-reference: "whether the user's email domain owner has been
            // verified". Without it `email` must not decide about access (claims-validation, "Validate the subject").
            OpenIdVendor.Entra => IsTrue(claims, "xms_edov"),
            // developers.google.com/identity/gsi/web/guides/verify-google-id-token: of other addresses "Google is not authoritative".
            OpenIdVendor.Google => IsTrue(claims, "email_verified")
                && (address.EndsWith("@gmail.com", StringComparison.OrdinalIgnoreCase) || Only(claims, "hd") is { Length: > 0 }),
            OpenIdVendor.Other => IsTrue(claims, "email_verified"),
            _ => throw new InvalidOperationException($"No rule for {vendor}."),
        } ? address : null;
    }

    /// <summary>Some providers write truth as a text or a number.</summary>
    private static bool IsTrue(ClaimsPrincipal claims, string name) =>
        Only(claims, name) is { } value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    /// <summary>Of a list nobody knows which is meant.</summary>
    private static string? Only(ClaimsPrincipal claims, string name) => claims.FindAll(name).ToArray() is [var one] ? one.Value : null;
}
