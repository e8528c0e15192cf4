using Handoff.Delivery.Domains;
using Handoff.Delivery.Mailbox;
using Handoff.Delivery.Outside;
using Handoff.Delivery.SendGrid;
using Handoff.Delivery.Settings;
using Handoff.Delivery.Smtp;
using Handoff.Service.Delivery;
using Handoff.Service.Outside;
using Handoff.Service.Quality;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Handoff.Delivery;

/// <summary>Adds the sending of mail to a host.</summary>
public static class MailDelivery
{
    /// <summary>
    /// Registers <see cref="MailOptions"/> and the one <see cref="IMailTransport"/> they choose. It keeps real time, whatever clock the
    /// product runs by: servers and networks do.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The host's configuration, environment variables included.</param>
    /// <exception cref="OptionsValidationException">The settings have mistakes; <see cref="OptionsValidationException.Failures"/> names
    /// every one.</exception>
    public static IServiceCollection AddMailDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        var reader = new MailSettingsReader(configuration);
        var options = reader.Read();
        if (reader.Mistakes.Count > 0) throw new OptionsValidationException(MailOptions.Section, typeof(MailOptions), reader.Mistakes);
        return services.AddSingleton(options).AddSingleton<IMailTransport>(_ => Transport(options))
            .AddSingleton<IMailDomains, NameSystem>().AddSingleton<IOutside, HttpOutside>();
    }

    private static IMailTransport Transport(MailOptions options) => options.Transport switch
    {
        MailTransportKind.Mailbox => new MailboxTransport(),
        MailTransportKind.Smtp => new SmtpTransport(options, TimeProvider.System),
        MailTransportKind.SendGrid => new SendGridTransport(options, TimeProvider.System),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Transport, "Validation lets no other value through."),
    };
}
