namespace Handoff.Delivery.Settings;

/// <summary>One setting: its key in the configuration and the plain environment variable that wins over it.</summary>
/// <param name="Path">The key within <see cref="MailOptions.Section"/>.</param>
internal sealed record MailSetting(string Path, string Variable)
{
    public static readonly MailSetting Transport = new("Transport", "HANDOFF_MAIL");
    public static readonly MailSetting From = new("From", "HANDOFF_MAIL_FROM");
    public static readonly MailSetting FromName = new("FromName", "HANDOFF_MAIL_FROM_NAME");
    public static readonly MailSetting Timeout = new("Timeout", "HANDOFF_MAIL_TIMEOUT");
    public static readonly MailSetting SmtpHost = new("Smtp:Host", "HANDOFF_SMTP_HOST");
    public static readonly MailSetting SmtpPort = new("Smtp:Port", "HANDOFF_SMTP_PORT");
    public static readonly MailSetting SmtpSecurity = new("Smtp:Security", "HANDOFF_SMTP_SECURITY");
    public static readonly MailSetting SmtpUser = new("Smtp:User", "HANDOFF_SMTP_USER");
    public static readonly MailSetting SmtpPassword = new("Smtp:Password", "HANDOFF_SMTP_PASSWORD");
    public static readonly MailSetting SmtpConnections = new("Smtp:Connections", "HANDOFF_SMTP_CONNECTIONS");
    public static readonly MailSetting SendGridApiKey = new("SendGrid:ApiKey", "HANDOFF_SENDGRID_API_KEY");
    public static readonly MailSetting SendGridHost = new("SendGrid:Host", "HANDOFF_SENDGRID_HOST");

    /// <summary>All settings of mail, in the order of docs/mail.md.</summary>
    public static IReadOnlyList<MailSetting> All { get; } =
    [
        Transport, From, FromName, Timeout, SmtpHost, SmtpPort, SmtpSecurity, SmtpUser, SmtpPassword, SmtpConnections, SendGridApiKey,
        SendGridHost,
    ];

    /// <summary>The whole key in the configuration.</summary>
    public string Key => $"{MailOptions.Section}:{Path}";

    /// <summary>How a mistake names the setting: by both its names.</summary>
    /// <returns>Variable and key.</returns>
    public override string ToString() => $"{Variable} ({Key})";
}
