using System.Buffers.Text;
using System.Security.Cryptography;
using Handoff.Service.Links;
using Microsoft.AspNetCore.DataProtection;

namespace Handoff.Web.Links;

/// <summary>
/// Seals grants with ASP.NET Core Data Protection: encrypted and authenticated under keys that the host keeps and rotates. The expiry is
/// inside the payload and is judged by the caller, on the product's own clock.
/// </summary>
internal sealed class DataProtectionLinkProtector(IDataProtectionProvider provider) : ILinkProtector
{
    /// <summary>The purpose under which links are sealed: what is sealed for anything else is no link.</summary>
    public const string Purpose = "handoff.links.v1";

    // A real token has some 200 characters; what is longer is not worth decrypting.
    private const int LongestToken = 2048;

    private readonly IDataProtector _protector = provider.CreateProtector(Purpose);

    /// <inheritdoc/>
    public string Protect(LinkGrant grant) => Base64Url.EncodeToString(_protector.Protect(LinkPayload.Write(grant)));

    /// <inheritdoc/>
    public LinkGrant? Unprotect(string token)
    {
        if (token.Length is 0 or > LongestToken || !Base64Url.IsValid(token))
            return null;

        try
        {
            var bytes = Base64Url.DecodeFromChars(token);
            // Of several texts that decode to the same bytes only the one that we wrote is the token.
            return token.Equals(Base64Url.EncodeToString(bytes), StringComparison.Ordinal) ? LinkPayload.Read(_protector.Unprotect(bytes))
                : null;
        }
        catch (Exception altered) when (altered is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
