using Handoff.Delivery.SendGrid;

namespace Handoff.Delivery.Tests.SendGrid;

internal static class Transports
{
    public static SendGridTransport To(Uri host, TimeProvider? time = null, double seconds = 15) => new(
        new MailOptions
        {
            Transport = MailTransportKind.SendGrid,
            From = "sales@handoff.example",
            FromName = "Handoff",
            Timeout = TimeSpan.FromSeconds(seconds),
            SendGrid = new SendGridOptions { ApiKey = "SG.key", Host = host },
        },
        time ?? TimeProvider.System);
}
