using Handoff.Delivery.SendGrid;
using Handoff.Delivery.Smtp;

namespace Handoff.Delivery;

/// <summary>The transports that a host can be configured with.</summary>
public enum MailTransportKind
{
    /// <summary>It does not leave: the copy that the host keeps is its mailbox. The default.</summary>
    Mailbox,

    /// <summary>To a mail server, by SMTP.</summary>
    Smtp,

    /// <summary>To SendGrid, by its HTTP interface.</summary>
    SendGrid,
}

/// <summary>
/// How mail is sent: the configuration section <c>Handoff:Mail</c>, or the plain environment variables named beside each setting, which win
/// over the section. An unset or empty setting has its default.
/// </summary>
public sealed record MailOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Handoff:Mail";

    /// <summary><c>Transport</c>, <c>HANDOFF_MAIL</c>: <c>mailbox</c> (default), <c>smtp</c> or <c>sendgrid</c>.</summary>
    public MailTransportKind Transport { get; init; } = MailTransportKind.Mailbox;

    /// <summary>
    /// <c>From</c>, <c>HANDOFF_MAIL_FROM</c>: the address mail comes from. Required for SMTP and SendGrid; its domain also ends every
    /// Message-ID.
    /// </summary>
    public string From { get; init; } = "";

    /// <summary><c>FromName</c>, <c>HANDOFF_MAIL_FROM_NAME</c>: the name shown beside it. Default <c>Handoff</c>.</summary>
    public string FromName { get; init; } = "Handoff";

    /// <summary>
    /// <c>Timeout</c>, <c>HANDOFF_MAIL_TIMEOUT</c>: how long one attempt may take, connecting included, as <c>30s</c> or <c>2m</c>; from
    /// 1 second to 10 minutes. Default 30 seconds.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary><c>Smtp:…</c>: the mail server.</summary>
    public SmtpOptions Smtp { get; init; } = new();

    /// <summary><c>SendGrid:…</c>: the SendGrid account.</summary>
    public SendGridOptions SendGrid { get; init; } = new();
}
