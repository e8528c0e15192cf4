using System.Collections.Concurrent;
using Handoff.Service.Delivery;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffFunctions.Tests.Engine;

/// <summary>The app's transport, which also tells in what order mails went: while the clock stands still their times do not.</summary>
internal sealed class MailsInOrder(IMailTransport transport) : IMailTransport
{
    private readonly ConcurrentDictionary<string, int> _places = new(StringComparer.Ordinal);

    public string Name => transport.Name;

    /// <summary>Puts it around the transport that the app has registered.</summary>
    public static void Wrap(IServiceCollection services)
    {
        var registered = services.Last(service => service.ServiceType == typeof(IMailTransport));
        services.AddSingleton<IMailTransport>(provider => new MailsInOrder((IMailTransport)registered.ImplementationFactory!(provider)));
    }

    /// <summary>Which it was of all.</summary>
    public int Place(string message) => _places.GetValueOrDefault(message);

    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        _places[mail.MessageId] = _places.Count;
        return transport.SendAsync(mail, cancellation);
    }
}
