using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Handoff.Web.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Handoff.Web.Desk;

/// <summary>
/// Keeps other sites from posting in a reader's name: every form of a signed-in page carries a token that is sealed for its session and
/// lasts a day, and a post that the browser itself calls another site's is refused whatever it carries.
/// </summary>
public sealed class FormTokens(IDataProtectionProvider provider, IClock clock)
{
    internal const string Field = "token";

    private static readonly Duration Lifetime = Duration.FromDays(1);

    private readonly IDataProtector _protector = provider.CreateProtector("handoff.forms.v1");

    /// <summary>A token for the forms of a page.</summary>
    /// <param name="http">The request that the page answers.</param>
    internal string Make(HttpContext http)
    {
        var bytes = new byte[8 + 32];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, (clock.GetCurrentInstant() + Lifetime).ToUnixTimeTicks());
        SessionHash(http).CopyTo(bytes.AsSpan(8));
        return Base64Url.EncodeToString(_protector.Protect(bytes));
    }

    /// <summary>Whether a post comes from a form that this session was shown.</summary>
    internal bool Fits(HttpContext http, string? token)
    {
        if (IsForeign(http.Request) || token is null or { Length: > 1000 } || !Base64Url.IsValid(token))
            return false;
        try
        {
            var bytes = _protector.Unprotect(Base64Url.DecodeFromChars(token));
            return bytes.Length == 40
                && System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes) > clock.GetCurrentInstant().ToUnixTimeTicks()
                && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(8), SessionHash(http));
        }
        catch (Exception altered) when (altered is CryptographicException or FormatException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether the browser says that another site posts. Our pages send no referrer, so an origin may be "null" and then says nothing.
    /// </summary>
    internal static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is not ("same-origin" or "none");
        return request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != "null"
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    private static byte[] SessionHash(HttpContext http) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(http.Request.Cookies[SessionCookie.Name] ?? "no session"));
}
