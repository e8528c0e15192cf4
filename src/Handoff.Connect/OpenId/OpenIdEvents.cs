using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Handoff.Connect.OpenId;

/// <summary>
/// Where the handler is interrupted: it signs nobody in and writes no page, but leaves a <see cref="OpenIdOutcome"/> with the request.
/// </summary>
internal static class OpenIdEvents
{
    /// <summary>The item that holds where the reader wanted to go.</summary>
    public const string To = "to";

    /// <param name="back">Where the provider sends people back: the address that the administrator told it.</param>
    public static OpenIdConnectEvents For(OpenIdOptions provider, Uri back) => new()
    {
        OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.RedirectUri = back.AbsoluteUri;
            return Task.CompletedTask;
        },
        OnTicketReceived = context => Leave(context, new(Read(provider, context), null)),
        OnAccessDenied = context => Leave(context, new(new OpenIdAnswer.Declined(), null)),
        OnRemoteFailure = context => Leave(
            context,
            new(OpenIdFailure.IsSilence(context.Failure) ? new OpenIdAnswer.Silent() : new OpenIdAnswer.Refused(), context.Failure)),
    };

    private static OpenIdAnswer Read(OpenIdOptions provider, TicketReceivedContext context)
    {
        if (context.Principal is not { } claims || VouchedAddress.Of(provider.Vendor, claims) is not { } address)
            return new OpenIdAnswer.Unvouched();
        var nonce = claims.FindFirst(OpenIdConnectParameterNames.Nonce)?.Value
            ?? throw new InvalidOperationException("A token without our nonce was taken.");
        return new OpenIdAnswer.Vouched(address, nonce, context.Properties?.Items.TryGetValue(To, out var to) == true ? to : null);
    }

    private static Task Leave<TOptions>(HandleRequestContext<TOptions> context, OpenIdOutcome outcome)
        where TOptions : AuthenticationSchemeOptions
    {
        context.HttpContext.Features.Set(outcome);
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
