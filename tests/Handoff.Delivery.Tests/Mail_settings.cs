using Handoff.Delivery.Settings;
using Handoff.Delivery.Smtp;
using Handoff.Service.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Handoff.Delivery.Tests;

public sealed class Mail_settings
{
    [Fact]
    public void Without_settings_mail_goes_to_the_mailbox()
    {
        using var host = Start();

        Assert.Equal("mailbox", host.GetRequiredService<IMailTransport>().Name);
    }

    [Fact]
    public void The_section_chooses_SMTP()
    {
        using var host = Start(
            ("Handoff:Mail:Transport", "smtp"), ("Handoff:Mail:From", "sales@handoff.example"), ("Handoff:Mail:FromName", "Sales"),
                ("Handoff:Mail:Timeout", "2m"),
            ("Handoff:Mail:Smtp:Host", "mail.handoff.example"), ("Handoff:Mail:Smtp:Security", "tls"), ("Handoff:Mail:Smtp:User", "u"),
                ("Handoff:Mail:Smtp:Password", " p "));

        Assert.Equal("smtp", host.GetRequiredService<IMailTransport>().Name);
        Assert.Equal(
            new MailOptions
            {
                Transport = MailTransportKind.Smtp,
                From = "sales@handoff.example",
                FromName = "Sales",
                Timeout = TimeSpan.FromMinutes(2),
                Smtp = new SmtpOptions
                {
                    Host = "mail.handoff.example",
                    Port = 465,
                    Security = SmtpSecurity.Tls,
                    User = "u",
                    Password = " p "
                },
            },
            host.GetRequiredService<MailOptions>());
    }

    [Fact]
    public void Plain_variables_choose_SendGrid_and_win_over_the_section()
    {
        using var host = Start(
            ("Handoff:Mail:Transport", "smtp"), ("HANDOFF_MAIL", "SendGrid"), ("HANDOFF_MAIL_FROM", "sales@handoff.example"),
            ("HANDOFF_SENDGRID_API_KEY", "SG.key"), ("HANDOFF_SENDGRID_HOST", "https://api.eu.sendgrid.com"));

        Assert.Equal("sendgrid", host.GetRequiredService<IMailTransport>().Name);
        Assert.Equal(new Uri("https://api.eu.sendgrid.com"), host.GetRequiredService<MailOptions>().SendGrid.Host);
    }

    [Theory]
    [InlineData(null, 587)]
    [InlineData("starttls", 587)]
    [InlineData("tls", 465)]
    [InlineData("none", 25)]
    public void The_port_follows_the_security(string? security, int port)
    {
        using var host =
            Start(("HANDOFF_MAIL", "smtp"), ("HANDOFF_MAIL_FROM", "a@b.example"), ("HANDOFF_SMTP_HOST", "localhost"),
            ("HANDOFF_SMTP_SECURITY", security));

        Assert.Equal(port, host.GetRequiredService<MailOptions>().Smtp.Port);
    }

    [Fact]
    public void Every_mistake_is_told_at_once_by_the_name_of_its_setting()
    {
        var mistakes = Mistakes(
            ("HANDOFF_MAIL", "smtp"), ("HANDOFF_MAIL_FROM", "sales"), ("HANDOFF_MAIL_TIMEOUT", "soon"), ("HANDOFF_SMTP_PORT", "99999"),
                ("HANDOFF_SMTP_SECURITY", "ssl"),
            ("HANDOFF_SMTP_CONNECTIONS", "0"), ("HANDOFF_SMTP_USER", "u"), ("HANDOFF_SMTP_HOSTS", "x"),
                ("Handoff:Mail:Smtp:Pasword", "secret"));

        Assert.Equal(
            [
                "HANDOFF_MAIL_FROM (Handoff:Mail:From): 'sales' is not a mail address",
                "HANDOFF_MAIL_TIMEOUT (Handoff:Mail:Timeout): 'soon' is not a time from 1s to 10m, such as 30s or 2m",
                "HANDOFF_SMTP_CONNECTIONS (Handoff:Mail:Smtp:Connections): '0' is not a whole number from 1 to 32",
                "HANDOFF_SMTP_HOST (Handoff:Mail:Smtp:Host): missing; give the name of the mail server",
                "HANDOFF_SMTP_HOSTS: there is no such setting",
                "HANDOFF_SMTP_PASSWORD (Handoff:Mail:Smtp:Password): missing; HANDOFF_SMTP_USER needs one",
                "HANDOFF_SMTP_PORT (Handoff:Mail:Smtp:Port): '99999' is not a whole number from 1 to 65535",
                "HANDOFF_SMTP_SECURITY (Handoff:Mail:Smtp:Security): 'ssl' is none of none, starttls, tls",
                "Handoff:Mail:Smtp:Pasword: there is no such setting",
            ],
            mistakes.Select(mistake => mistake.Split("; there are")[0]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(mistakes, mistake => mistake.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_transport_is_a_mistake() => Assert.Equal(
        ["HANDOFF_MAIL (Handoff:Mail:Transport): 'pigeon' is none of mailbox, smtp, sendgrid"], Mistakes(("HANDOFF_MAIL", "pigeon")));

    [Theory]
    [InlineData("smtp")]
    [InlineData("sendgrid")]
    public void A_sender_is_required(string transport) => Assert.Contains(
        "HANDOFF_MAIL_FROM (Handoff:Mail:From): missing; give the address mail comes from", Mistakes(("HANDOFF_MAIL", transport)));

    [Fact]
    public void SendGrid_requires_a_key() => Assert.Contains(
        Mistakes(("HANDOFF_MAIL", "sendgrid")), mistake => mistake.StartsWith("HANDOFF_SENDGRID_API_KEY", StringComparison.Ordinal));

    [Theory]
    [InlineData("http://api.sendgrid.com")]
    [InlineData("api.sendgrid.com")]
    [InlineData("https://user:secret@api.sendgrid.com")]
    [InlineData("file:///etc")]
    public void The_key_is_sent_over_https_only(string host) => Assert.Contains(
        Mistakes(("HANDOFF_SENDGRID_HOST", host)), mistake => mistake.StartsWith("HANDOFF_SENDGRID_HOST", StringComparison.Ordinal));

    [Fact]
    public void A_password_is_not_sent_in_clear_to_another_machine()
    {
        (string, string?)[] settings =
            [("HANDOFF_MAIL", "smtp"), ("HANDOFF_MAIL_FROM", "a@b.example"), ("HANDOFF_SMTP_SECURITY", "none"), ("HANDOFF_SMTP_USER", "u"),
            ("HANDOFF_SMTP_PASSWORD", "p")];

        Assert.StartsWith(
            "HANDOFF_SMTP_SECURITY", Assert.Single(Mistakes([.. settings, ("HANDOFF_SMTP_HOST", "mail.handoff.example")])),
            StringComparison.Ordinal);
        using var host = Start([.. settings, ("HANDOFF_SMTP_HOST", "127.0.0.1")]);
    }

    [Fact]
    public void Options_written_to_a_log_show_no_secret()
    {
        var options = new MailOptions { Smtp = new() { User = "user-x", Password = "secret-x" }, SendGrid = new() { ApiKey = "secret-x" } };

        Assert.DoesNotContain("-x", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_has_a_row_in_the_documentation()
    {
        var rows = File.ReadAllLines(Path.Combine(Smtp.SmtpServer.Folder, "../../docs/mail.md"))
            .Where(line => line.StartsWith("| `HANDOFF_", StringComparison.Ordinal));

        Assert.Equal(
            MailSetting.All.Select(setting => $"| `{setting.Variable}` | `{setting.Path}` "),
            rows.Select(row => string.Join('|', row.Split('|')[..3])));
    }

    [Fact]
    public async Task The_mailbox_accepts_every_mail_at_once()
    {
        using var host = Start();

        Assert.Equal(
            new SendOutcome.Accepted(null),
            await host.GetRequiredService<IMailTransport>().SendAsync(Mails.To("ana@example.test"), CancellationToken.None));
    }

    private static ServiceProvider Start(params (string Key, string? Value)[] settings) =>
        new ServiceCollection().AddMailDelivery(Configuration(settings)).BuildServiceProvider();

    private static IEnumerable<string> Mistakes(params (string Key, string? Value)[] settings) =>
        Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddMailDelivery(Configuration(settings))).Failures;

    private static IConfiguration Configuration((string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
            .Build();
}
