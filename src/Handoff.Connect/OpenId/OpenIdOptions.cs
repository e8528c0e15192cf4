namespace Handoff.Connect.OpenId;

/// <summary>The provider by which the company's people may sign in, beside the link by mail.</summary>
/// <param name="Authority">Where its description is found; HTTPS, or this machine's own.</param>
/// <param name="ClientId">What the provider calls us.</param>
/// <param name="ClientSecret">By which the provider knows us.</param>
/// <param name="Label">What the button calls it.</param>
public sealed record OpenIdOptions(Uri Authority, string ClientId, string ClientSecret, string Label)
{
    /// <summary>Whose it is.</summary>
    public OpenIdVendor Vendor { get; init; } = VendorOf(Authority);

    /// <summary>Tells the vendor by the host.</summary>
    internal static OpenIdVendor VendorOf(Uri authority) => authority.Host.ToLowerInvariant() switch
    {
        "login.microsoftonline.com" or "login.microsoftonline.us" or "login.partner.microsoftonline.cn" or "login.windows.net"
            or "sts.windows.net" => OpenIdVendor.Entra,
        "accounts.google.com" => OpenIdVendor.Google,
        _ => OpenIdVendor.Other,
    };

    /// <summary>Without the secret: a record is easily logged.</summary>
    public override string ToString() => $"{Authority} ({Vendor})";
}
