using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Handoff.Connect.OpenId;

/// <summary>
/// Takes signed tokens only. The handler takes one without a signature where it came from the token endpoint, as the standard allows; a
/// proxy that opens TLS on its way would then be the provider.
/// </summary>
internal sealed class SignedTokens(OpenIdDescription description) : JsonWebTokenHandler
{
    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        ArgumentNullException.ThrowIfNull(validationParameters);
        validationParameters.RequireSignedTokens = true;
        var result = await base.ValidateTokenAsync(token, validationParameters);
        if (result.Exception is not SecurityTokenSignatureKeyNotFoundException)
            return result;
        // The provider has changed its keys.
        description.RequestRefresh();
        validationParameters.IssuerSigningKeys = (await description.GetConfigurationAsync(CancellationToken.None)).SigningKeys;
        return await base.ValidateTokenAsync(token, validationParameters);
    }
}
