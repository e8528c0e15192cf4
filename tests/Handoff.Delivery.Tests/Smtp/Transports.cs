using Handoff.Delivery.Smtp;

namespace Handoff.Delivery.Tests.Smtp;

internal static class Transports
{
    public static SmtpTransport To(
        int port, SmtpSecurity security = SmtpSecurity.None, string user = "", string password = "", TimeProvider? time = null,
            string from = "sales@handoff.example",
        string fromName = "Handoff", int connections = 4, bool trust = false) => new(
        new MailOptions
        {
            Transport = MailTransportKind.Smtp,
            From = from,
            FromName = fromName,
            Timeout = TimeSpan.FromSeconds(30),
            Smtp = new SmtpOptions
            {
                Host = "127.0.0.1",
                Port = port,
                Security = security,
                User = user,
                Password = password,
                Connections = connections
            },
        },
        time ?? TimeProvider.System,
        trust ? (_, certificate, _, _) => certificate is not null : null);
}
