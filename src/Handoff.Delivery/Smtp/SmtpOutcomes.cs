using System.Net.Sockets;
using System.Text.RegularExpressions;
using Handoff.Service.Delivery;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Handoff.Delivery.Smtp;

/// <summary>
/// What an exception of MailKit means. The one place where they end. Reasons are made of codes and our own words: a server's text often
/// repeats the address and never gets further than here.
/// </summary>
internal static partial class SmtpOutcomes
{
    /// <summary>The outcome; null for an exception that is a mistake of ours and has to surface.</summary>
    /// <param name="handedOver">Whether the content of the message had begun to go out.</param>
    public static SendOutcome? Of(Exception exception, bool handedOver) => exception switch
    {
        SmtpCommandException command => OfReply(command),
        AuthenticationException { InnerException: SmtpCommandException command } when IsTemporary(command) =>
            new SendOutcome.Failed($"{Codes(command)}: signing in failed for now", RetryAfter: null),
        AuthenticationException or SaslException => new SendOutcome.Misconfigured("the mail server refused the user or the password"),
        ServiceNotAuthenticatedException =>
            new SendOutcome.Misconfigured("SMTP 530: the mail server wants us to sign in; check the user setting"),
        SslHandshakeException =>
            new SendOutcome.Misconfigured(
                "no encrypted connection to the mail server: check its certificate, the port and the security setting"),
        NotSupportedException =>
            new SendOutcome.Misconfigured("the mail server does not offer what is configured: check the security, user and port settings"),
        SmtpProtocolException or IOException or SocketException or ServiceNotConnectedException => Broken(exception, handedOver),
        _ => null,
    };

    /// <summary>The outcome of an attempt that took too long.</summary>
    /// <param name="handedOver">Whether the content of the message had begun to go out.</param>
    public static SendOutcome TimedOut(bool handedOver) => handedOver
        ? new SendOutcome.Unknown("the mail server did not answer in time after the message was handed over")
        : new SendOutcome.Failed("the mail server did not answer in time", RetryAfter: null);

    /// <summary>Whether the exception says that the connection is gone, so that another one may do.</summary>
    public static bool IsGone(Exception exception) =>
        exception is SmtpProtocolException or IOException or SocketException or ServiceNotConnectedException
        or SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable };

    /// <summary>The id under which the server queued the message, where its answer tells one; null otherwise.</summary>
    /// <param name="answer">The server's last answer.</param>
    public static string? QueueId(string answer) => QueuedAs().Match(answer) is { Success: true } match ? match.Groups["id"].Value : null;

    private static SendOutcome Broken(Exception exception, bool handedOver)
    {
        var why = exception is SocketException socket ? $" ({socket.SocketErrorCode})" : "";
        return handedOver
            ? new SendOutcome.Unknown($"the connection to the mail server broke after the message was handed over{why}")
            : new SendOutcome.Failed($"no connection to the mail server{why}", RetryAfter: null);
    }

    private static SendOutcome OfReply(SmtpCommandException command)
    {
        if (IsTemporary(command)) return new SendOutcome.Failed($"{Codes(command)}: not taken for now", RetryAfter: null);
        return (int)command.StatusCode switch
        {
            534 or 535 or 538 => new SendOutcome.Misconfigured($"{Codes(command)}: the mail server wants us to sign in otherwise"),
            _ when command.ErrorCode == SmtpErrorCode.SenderNotAccepted =>
                new SendOutcome.Misconfigured($"{Codes(command)}: the sender was refused; check the From setting"),
            _ when command.ErrorCode == SmtpErrorCode.RecipientNotAccepted =>
                new SendOutcome.Refused($"{Codes(command)}: the recipient was refused"),
            >= 500 and < 600 => new SendOutcome.Refused($"{Codes(command)}: the message was refused"),
            _ => new SendOutcome.Failed($"{Codes(command)}: an answer that makes no sense here", RetryAfter: null),
        };
    }

    private static bool IsTemporary(SmtpCommandException command) => (int)command.StatusCode is >= 400 and < 500;

    private static string Codes(SmtpCommandException command)
    {
        var enhanced = EnhancedCode().Match(command.Message);
        return enhanced.Success ? $"SMTP {(int)command.StatusCode} {enhanced.Value}" : $"SMTP {(int)command.StatusCode}";
    }

    [GeneratedRegex(@"\A[245]\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9.])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex EnhancedCode();

    [GeneratedRegex(@"\bqueued as (?<id>[A-Za-z0-9-]{4,64})(?![^\s.])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100)]
    private static partial Regex QueuedAs();
}
