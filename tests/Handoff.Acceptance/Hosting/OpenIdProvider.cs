using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Handoff.Connect.OpenId;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Handoff.Acceptance.Hosting;

/// <summary>
/// A provider of OpenID Connect on this machine: description, keys and token endpoint over HTTP, with codes that work once, a secret and
/// PKCE that are checked, and tokens that are really signed. Where somebody would type a password, the test says who it is.
/// </summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    public const string Client = "handoff";
    public const string Secret = "a secret of the provider and us";

    private static readonly Lazy<Task<OpenIdProvider>> OfAll = new(() => StartAsync());

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Grant> _codes = new(StringComparer.Ordinal);
    private volatile RsaSecurityKey _key = NewKey();

    private OpenIdProvider(WebApplication app) => _app = app;

    /// <summary>One for all tests that change nothing of it.</summary>
    public static OpenIdProvider Shared => OfAll.Value.GetAwaiter().GetResult();

    public string Address => _app.Urls.First();

    /// <summary>The settings of a host that knows it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        [OpenIdSettings.Authority] = Address,
        [OpenIdSettings.ClientId] = Client,
        [OpenIdSettings.ClientSecret] = Secret,
        [OpenIdSettings.Label] = "Acme",
    };

    /// <summary>Whether its token endpoint breaks connections off.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether it answers with an error in the place of its description.</summary>
    public bool IsUnwell { get; set; }

    /// <summary>How often it was asked for its description.</summary>
    public int Described { get; private set; }

    /// <summary>Where the description says that requests are to be posted before, or null.</summary>
    public string? PushEndpoint { get; set; }

    /// <summary>Where the description says the token endpoint is, if not here.</summary>
    public string? TokenEndpoint { get; set; }

    public static async Task<OpenIdProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new OpenIdProvider(app);
        app.MapGet("/.well-known/openid-configuration", provider.Describe);
        app.MapGet("/keys", provider.Keys);
        app.MapPost("/token", (HttpRequest request) => provider.TokenAsync(request.HttpContext));
        await app.StartAsync();
        return provider;
    }

    /// <summary>From now on it signs by another key, and shows only that.</summary>
    public void RotateKey() => _key = NewKey();

    /// <summary>Somebody types a password at the address to which they were sent; what the provider's page posts back.</summary>
    public (string Name, string Value)[] Authorize(Uri asked, OpenIdAccount who)
    {
        var query = QueryHelpers.ParseQuery(asked.Query);
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _codes[code] = new(who, query["redirect_uri"].Single()!, query["code_challenge"].Single()!, query["nonce"].Single()!);
        return [("code", code), ("state", query["state"].Single()!)];
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Describe()
    {
        Described++;
        if (IsUnwell)
            return Results.StatusCode(500);
        var said = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = $"{Address}/authorize",
            ["token_endpoint"] = TokenEndpoint ?? $"{Address}/token",
            ["jwks_uri"] = $"{Address}/keys",
            ["response_types_supported"] = new[] { "code" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        };
        if (PushEndpoint is { } push)
            said["pushed_authorization_request_endpoint"] = push;
        return Results.Json(said);
    }

    private IResult Keys()
    {
        var key = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return Results.Json(new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA",
                    use = "sig",
                    alg = "RS256",
                    kid = _key.KeyId,
                    n = Base64UrlEncoder.Encode(key.Modulus),
                    e = Base64UrlEncoder.Encode(key.Exponent),
                },
            },
        });
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        if (IsDown)
        {
            http.Abort();
            return Results.Empty;
        }

        var form = await http.Request.ReadFormAsync();
        if (form["client_id"] != Client || form["client_secret"] != Secret)
            return Wrong("invalid_client");
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        // A code is gone by being asked for, whatever comes of it.
        if (!_codes.TryRemove(form["code"].ToString(), out var grant) || grant.Challenge != challenge || grant.Back != form["redirect_uri"])
            return Wrong("invalid_grant");
        return Results.Json(new { access_token = "none", token_type = "Bearer", id_token = grant.Who.Token(this, _key, grant.Nonce) });
    }

    private static IResult Wrong(string error) =>
        Results.Json(new { error, error_description = "AADSTS70000: of anna.greco@acme.example" }, statusCode: 400);

    internal static RsaSecurityKey NewKey() =>
        new(RSA.Create(2048)) { KeyId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)) };

    private sealed record Grant(OpenIdAccount Who, string Back, string Challenge, string Nonce);
}

/// <summary>An account at the provider, and what its token says of it.</summary>
public sealed record OpenIdAccount(string? Email)
{
    /// <summary>Whether the provider says that the address is theirs; null: it says nothing.</summary>
    public object? IsVerified { get; init; } = true;

    /// <summary>What stands in the place of the nonce that was asked for.</summary>
    public string? Nonce { get; init; }

    public string? Issuer { get; init; }

    public string Audience { get; init; } = OpenIdProvider.Client;

    /// <summary>When the token ends, from now.</summary>
    public TimeSpan Lasts { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Who signs, if not the provider's key; of null nobody does.</summary>
    public Func<SecurityKey, SigningCredentials?> Sign { get; init; } = static key => new(key, SecurityAlgorithms.RsaSha256);

    /// <summary>The token.</summary>
    /// <param name="nonce">What was asked with.</param>
    internal string Token(OpenIdProvider provider, RsaSecurityKey key, string nonce)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = "subject-1" };
        if (Email is not null)
            claims["email"] = Email;
        if (IsVerified is { } verified)
            claims["email_verified"] = verified;
        if ((Nonce ?? nonce) is { Length: > 0 } said)
            claims["nonce"] = said;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer ?? provider.Address,
            Audience = Audience,
            IssuedAt = now + Lasts - TimeSpan.FromMinutes(5),
            Expires = now + Lasts,
            Claims = claims,
            SigningCredentials = Sign(key),
        });
    }
}
