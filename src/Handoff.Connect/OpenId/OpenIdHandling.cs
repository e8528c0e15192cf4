using System.Net;
using Handoff.Service.Links;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Handoff.Connect.OpenId;

/// <summary>
/// How ASP.NET Core's own handler is set: code flow with PKCE, state and nonce, the answer in a post so that no address holds a code, and
/// an id token that is signed by the provider's present keys for us.
/// </summary>
internal static class OpenIdHandling
{
    /// <summary>The name of the scheme; nobody sees it.</summary>
    public const string Scheme = "openid";

    /// <summary>How long the provider is waited for. Somebody waits, and has another way in.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private static readonly string[] Signatures =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>The handler's options.</summary>
    /// <param name="site">Where people reach the pages: what a proxy asks us by is another address.</param>
    /// <param name="sealing">Seals state and nonce; of hosts in several processes they share its keys.</param>
    public static OpenIdConnectOptions Options(OpenIdOptions provider, Site site, IDataProtectionProvider sealing)
    {
        var options = new OpenIdConnectOptions
        {
            Authority = provider.Authority.AbsoluteUri,
            ClientId = provider.ClientId,
            ClientSecret = provider.ClientSecret,
            RequireHttpsMetadata = !provider.Authority.IsLoopback,
            CallbackPath = OpenIdDoor.Path,
            ResponseType = OpenIdConnectResponseType.Code,
            ResponseMode = OpenIdConnectResponseMode.FormPost,
            UsePkce = true,
            // Anybody's look at the way there would be a post of ours, with the secret, to wherever the description says.
            PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable,
            MapInboundClaims = false,
            DisableTelemetry = true,
            BackchannelTimeout = Patience,
            BackchannelHttpHandler = new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.None,
                ConnectTimeout = Patience,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            },
            // The provider's tokens tell the world's time, whatever the product's clock was set to.
            TimeProvider = TimeProvider.System,
            Events = OpenIdEvents.For(provider, new(site.BaseAddress, OpenIdDoor.Path[1..])),
        };
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("email");
        options.ClaimActions.Clear();
        options.TokenValidationParameters.ValidAlgorithms = Signatures;
        options.TokenValidationParameters.ClockSkew = Skew;
        // The provider's own page posts the answer, so these two cookies come with a post of another site. They hold nothing but proof.
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            (cookie.HttpOnly, cookie.SecurePolicy, cookie.SameSite) = (true, CookieSecurePolicy.Always, SameSiteMode.None);
        options.CorrelationCookie.Name = "handoff-openid-";
        options.NonceCookie.Name = "handoff-openid-nonce-";
        new OpenIdConnectPostConfigureOptions(sealing).PostConfigure(Scheme, options);
        var documents = new HttpDocumentRetriever(options.Backchannel) { RequireHttps = options.RequireHttpsMetadata };
        var description = new OpenIdDescription(options.MetadataAddress!, documents, provider.Authority.IsLoopback, TimeProvider.System);
        options.ConfigurationManager = description;
        options.TokenHandler = new SignedTokens(description) { MapInboundClaims = false };
        options.Validate(Scheme);
        return options;
    }
}
