using Handoff.Service.Links;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Handoff.Connect.OpenId;

public static class OpenIdServices
{
    /// <summary>Opens the door to the provider of the settings, if there is one.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddOpenIdSignIn(this IServiceCollection services, IConfiguration settings, Site site) =>
        OpenIdSettings.Read(settings, site) is { } provider ? services.AddOpenIdSignIn(provider, site)
            : services.AddSingleton(OpenIdDoor.None);

    /// <summary>Opens the door to a provider.</summary>
    public static IServiceCollection AddOpenIdSignIn(this IServiceCollection services, OpenIdOptions provider, Site site) =>
        services.AddSingleton(sp => new OpenIdDoor(
            provider, OpenIdHandling.Options(provider, site, sp.GetRequiredService<IDataProtectionProvider>()),
            sp.GetRequiredService<ILogger<OpenIdDoor>>()));
}
