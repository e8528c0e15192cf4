using System.Globalization;
using Handoff.Delivery.SendGrid;
using Handoff.Delivery.Smtp;
using Microsoft.Extensions.Configuration;

namespace Handoff.Delivery.Settings;

/// <summary>Reads the options and gathers every mistake, so that one start tells all of them. A mistake never repeats a secret.</summary>
internal sealed class MailSettingsReader(IConfiguration configuration)
{
    private static readonly string[] Prefixes = ["HANDOFF_MAIL_", "HANDOFF_SMTP_"];
    private readonly List<string> mistakes = [];

    /// <summary>What is wrong; empty when nothing is. Complete after <see cref="Read"/>.</summary>
    public IReadOnlyList<string> Mistakes => mistakes;

    /// <summary>The options; not to be used when there are <see cref="Mistakes"/>.</summary>
    public MailOptions Read()
    {
        FindUnknown();
        var security = OneOf(MailSetting.SmtpSecurity, SmtpSecurity.StartTls);
        var options = new MailOptions
        {
            Transport = OneOf(MailSetting.Transport, MailTransportKind.Mailbox),
            From = Text(MailSetting.From),
            FromName = Text(MailSetting.FromName) is { Length: > 0 } name ? name : new MailOptions().FromName,
            Timeout = Time(MailSetting.Timeout, new MailOptions().Timeout),
            Smtp = new SmtpOptions
            {
                Host = Text(MailSetting.SmtpHost),
                Port = Number(MailSetting.SmtpPort, 65535, security switch { SmtpSecurity.None => 25, SmtpSecurity.Tls => 465, _ => 587 }),
                Security = security,
                User = Text(MailSetting.SmtpUser),
                Password = Value(MailSetting.SmtpPassword) ?? "",
                Connections = Number(MailSetting.SmtpConnections, 32, new SmtpOptions().Connections),
            },
            SendGrid = new SendGridOptions
            {
                ApiKey = Text(MailSetting.SendGridApiKey),
                Host = Address(MailSetting.SendGridHost, new SendGridOptions().Host),
            },
        };
        mistakes.AddRange(MailSettingsRules.Broken(options));
        return options;
    }

    private string? Value(MailSetting setting) =>
        configuration[setting.Variable] is { Length: > 0 } variable ? variable
        : configuration[setting.Key] is { Length: > 0 } value ? value
        : null;

    private string Text(MailSetting setting) => Value(setting)?.Trim() ?? "";

    private TEnum OneOf<TEnum>(MailSetting setting, TEnum fallback)
        where TEnum : struct, Enum
    {
        var text = Text(setting);
        if (text.Length == 0) return fallback;
        foreach (var name in Enum.GetNames<TEnum>())
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase)) return Enum.Parse<TEnum>(name);
        mistakes.Add($"{setting}: '{text}' is none of {string.Join(", ", Enum.GetNames<TEnum>().Select(name => name.ToLowerInvariant()))}");
        return fallback;
    }

    private int Number(MailSetting setting, int most, int fallback)
    {
        var text = Text(setting);
        if (text.Length == 0) return fallback;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        mistakes.Add($"{setting}: '{text}' is not a whole number from 1 to {most.ToString(CultureInfo.InvariantCulture)}");
        return fallback;
    }

    private TimeSpan Time(MailSetting setting, TimeSpan fallback)
    {
        var text = Text(setting);
        if (text.Length == 0) return fallback;
        var seconds = text[^1] switch { 's' => 1, 'm' => 60, _ => 0 };
        if (int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && (long)number * seconds is >= 1 and <= 600)
            return TimeSpan.FromSeconds(number * seconds);
        mistakes.Add($"{setting}: '{text}' is not a time from 1s to 10m, such as 30s or 2m");
        return fallback;
    }

    private Uri Address(MailSetting setting, Uri fallback)
    {
        var text = Text(setting);
        if (text.Length == 0) return fallback;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && address.Query.Length == 0
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))) return address;
        mistakes.Add($"{setting}: give an https address such as {fallback}; plain http is for a test server on this machine");
        return fallback;
    }

    private void FindUnknown()
    {
        var keys = MailSetting.All.Select(setting => setting.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in configuration.GetSection(MailOptions.Section).AsEnumerable())
            if (value is not null && !keys.Contains(key))
                mistakes.Add($"{key}: there is no such setting; there are {Listed(setting => setting.Path)}");

        var variables = MailSetting.All.Select(setting => setting.Variable).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var child in configuration.GetChildren())
            if (Prefixes.Any(prefix => child.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) && !variables.Contains(child.Key))
                mistakes.Add($"{child.Key}: there is no such setting; there are {Listed(setting => setting.Variable)}");
    }

    private static string Listed(Func<MailSetting, string> name) => string.Join(", ", MailSetting.All.Select(name));
}
