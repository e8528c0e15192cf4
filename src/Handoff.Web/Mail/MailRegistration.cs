using Handoff.Service.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Handoff.Web.Mail;

/// <summary>Adds the mails to a host.</summary>
public static class MailRegistration
{
    /// <summary>Adds the one <see cref="IMailRenderer"/> of a host, unless it has one.</summary>
    public static IServiceCollection AddHandoffMails(this IServiceCollection services)
    {
        services.AddLogging();
        services.TryAddSingleton<IMailRenderer, RazorMailRenderer>();
        return services;
    }
}
