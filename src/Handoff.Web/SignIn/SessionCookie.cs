using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Handoff.People;
using Handoff.Service.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Handoff.Web.SignIn;

/// <summary>
/// The cookie of a session: who signed in and when, sealed by Data Protection. Scripts cannot read it, no other site's post carries it, and
/// it goes over an encrypted connection only, which browsers hold this machine's own address for.
/// </summary>
public sealed class SessionCookie(IDataProtectionProvider provider)
{
    internal const string Name = "handoff-session";

    private const int Longest = 2048;

    private readonly IDataProtector _protector = provider.CreateProtector("handoff.session.v1");

    /// <summary>The session of a request, unjudged; null: it has none of ours.</summary>
    internal SessionGrant? Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { Length: > 0 and <= Longest } text || !Base64Url.IsValid(text))
            return null;
        try
        {
            var bytes = _protector.Unprotect(Base64Url.DecodeFromChars(text));
            if (bytes.Length <= 8)
                return null;
            var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
            return ticks >= Instant.MinValue.ToUnixTimeTicks() && ticks <= Instant.MaxValue.ToUnixTimeTicks()
                ? new(new PersonId(Encoding.UTF8.GetString(bytes.AsSpan(8))), Instant.FromUnixTimeTicks(ticks))
                : null;
        }
        catch (Exception altered) when (altered is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Gives the browser the session.</summary>
    internal void Write(HttpContext http, SessionGrant session)
    {
        var person = Encoding.UTF8.GetBytes(session.Person.Value);
        var bytes = new byte[8 + person.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, session.IssuedAt.ToUnixTimeTicks());
        person.CopyTo(bytes, 8);
        http.Response.Cookies.Append(
            Name, Base64Url.EncodeToString(_protector.Protect(bytes)), Options(http, Sessions.Lifetime.ToTimeSpan()));
    }

    /// <summary>Takes it away.</summary>
    internal static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, null));

    private static CookieOptions Options(HttpContext http, TimeSpan? lasts) => new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax,
        Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
        MaxAge = lasts,
        IsEssential = true,
    };
}
