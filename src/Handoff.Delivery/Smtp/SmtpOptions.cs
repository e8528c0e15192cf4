namespace Handoff.Delivery.Smtp;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>
    /// Not at all: for a test server or a relay on the same machine. No password is sent over such a connection to another machine.
    /// </summary>
    None,

    /// <summary>Begun in clear and then encrypted by STARTTLS; a server that does not offer it gets no mail. The default.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,
}

/// <summary>The mail server: the configuration section <c>Handoff:Mail:Smtp</c>.</summary>
public sealed record SmtpOptions
{
    /// <summary><c>Host</c>, <c>HANDOFF_SMTP_HOST</c>: its name or address. Required.</summary>
    public string Host { get; init; } = "";

    /// <summary>
    /// <c>Port</c>, <c>HANDOFF_SMTP_PORT</c>: 1 to 65535. Default 587 for <c>starttls</c>, 465 for <c>tls</c>, 25 for <c>none</c>.
    /// </summary>
    public int Port { get; init; } = 587;

    /// <summary><c>Security</c>, <c>HANDOFF_SMTP_SECURITY</c>: <c>starttls</c> (default), <c>tls</c> or <c>none</c>.</summary>
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary><c>User</c>, <c>HANDOFF_SMTP_USER</c>: who signs in. Empty (default) for a server that asks for nobody.</summary>
    public string User { get; init; } = "";

    /// <summary><c>Password</c>, <c>HANDOFF_SMTP_PASSWORD</c>: the password of <see cref="User"/>.</summary>
    public string Password { get; init; } = "";

    /// <summary><c>Connections</c>, <c>HANDOFF_SMTP_CONNECTIONS</c>: how many may be open at once; 1 to 32. Default 4.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>The server, without the user and the password.</summary>
    /// <returns>Host, port and security.</returns>
    public override string ToString() => $"{Host}:{Port} ({Security})";
}
