using Handoff.Delivery.Smtp;

namespace Handoff.Delivery.Settings;

/// <summary>What the settings must say together before mail can be sent the chosen way.</summary>
internal static class MailSettingsRules
{
    /// <summary>Every rule that is broken, naming the setting to change.</summary>
    public static IEnumerable<string> Broken(MailOptions options) => options.Transport switch
    {
        MailTransportKind.Smtp => [.. Sender(options), .. Server(options.Smtp)],
        MailTransportKind.SendGrid => [.. Sender(options), .. Account(options)],
        _ => [],
    };

    private static IEnumerable<string> Sender(MailOptions options)
    {
        if (options.From.Length == 0) yield return $"{MailSetting.From}: missing; give the address mail comes from";
        else if (MailAddress.Read(options.From) is null) yield return $"{MailSetting.From}: '{options.From}' is not a mail address";
    }

    private static IEnumerable<string> Server(SmtpOptions smtp)
    {
        if (smtp.Host.Length == 0) yield return $"{MailSetting.SmtpHost}: missing; give the name of the mail server";
        else if (Uri.CheckHostName(smtp.Host) == UriHostNameType.Unknown)
            yield return $"{MailSetting.SmtpHost}: '{smtp.Host}' is not a host name";
        else if (smtp is { User.Length: > 0, Security: SmtpSecurity.None } && !IsThisMachine(smtp.Host))
            yield return $"{MailSetting.SmtpSecurity}: 'none' would send the password in clear to another machine; choose starttls or tls";
        if (smtp is { User.Length: > 0, Password.Length: 0 })
            yield return $"{MailSetting.SmtpPassword}: missing; {MailSetting.SmtpUser.Variable} needs one";
        if (smtp is { User.Length: 0, Password.Length: > 0 })
            yield return $"{MailSetting.SmtpUser}: missing; {MailSetting.SmtpPassword.Variable} is given";
    }

    private static IEnumerable<string> Account(MailOptions options)
    {
        if (options.SendGrid.ApiKey.Length == 0) yield return $"{MailSetting.SendGridApiKey}: missing; give an API key that may send mail";
        else if (!options.SendGrid.ApiKey.All(c => char.IsAscii(c) && !char.IsWhiteSpace(c) && !char.IsControl(c)))
            yield return $"{MailSetting.SendGridApiKey}: a key has no spaces and no characters outside ASCII";
    }

    private static bool IsThisMachine(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));
}
