using Handoff.Service.Mail;
using Handoff.Service.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Handoff.Web.Mail;

/// <summary>Adds the mails to a host.</summary>
public static class MailRegistration
{
    /// <summary>Adds the one renderer of a host's mails, unless it has one.</summary>
    public static IServiceCollection AddHandoffMails(this IServiceCollection services)
    {
        services.TryAddSingleton<RazorMailRenderer>();
        services.TryAddSingleton<IMailRenderer>(provider => provider.GetRequiredService<RazorMailRenderer>());
        services.TryAddSingleton<ISignInMailRenderer>(provider => provider.GetRequiredService<RazorMailRenderer>());
        return services;
    }
}
