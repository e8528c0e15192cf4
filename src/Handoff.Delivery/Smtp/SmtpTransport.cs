using System.Net.Security;
using Handoff.Service.Delivery;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;
using IMailTransport = Handoff.Service.Delivery.IMailTransport;

namespace Handoff.Delivery.Smtp;

/// <summary>Hands mail to a mail server by SMTP, with MailKit.</summary>
internal sealed class SmtpTransport : IMailTransport, IDisposable
{
    private static readonly FormatOptions International = WithUtf8Headers();

    private readonly MailOptions options;
    private readonly MailAddress from;
    private readonly TimeProvider time;
    private readonly SmtpConnections connections;

    /// <summary>A transport that opens its first connection with the first mail.</summary>
    /// <param name="time">The real time: it measures time-outs and dates mails.</param>
    /// <param name="trust">Decides on the server's certificate; null for what the system trusts.</param>
    /// <exception cref="ArgumentException">The options have no valid sender.</exception>
    public SmtpTransport(MailOptions options, TimeProvider time, RemoteCertificateValidationCallback? trust = null)
    {
        this.options = options;
        this.time = time;
        from = MailAddress.Read(options.From) ?? throw new ArgumentException("The sender was not validated.", nameof(options));
        connections = new(options.Smtp, options.Timeout, time, trust);
    }

    /// <inheritdoc/>
    public string Name => "smtp";

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (MailAddress.Read(mail.To.Address) is not { } to)
            return new SendOutcome.Refused("the recipient's address is not a mail address");
        using var message = SmtpMessage.Write(mail, from, options.FromName, to, time.GetUtcNow());
        await connections.EnterAsync(cancellation);
        var handover = new Handover();
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            return await SendAsync(message, to, handover, either.Token);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (Exception) when (timeout.IsCancellationRequested)
        {
            return SmtpOutcomes.TimedOut(handover.Begun);
        }
        catch (Exception exception) when (SmtpOutcomes.Of(exception, handover.Begun) is { } outcome)
        {
            return outcome;
        }
        finally
        {
            connections.Leave();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => connections.Dispose();

    private async Task<SendOutcome> SendAsync(MimeMessage message, MailAddress to, Handover handover, CancellationToken cancellation)
    {
        if (connections.TakeIdle() is { } used)
        {
            try
            {
                return await SendAsync(used, message, to, handover, cancellation);
            }
            catch (Exception exception) when (!handover.Begun && !cancellation.IsCancellationRequested && SmtpOutcomes.IsGone(exception))
            {
                // The server had closed it meanwhile and has seen nothing of this message: a new connection is no second attempt.
                connections.DropIdle();
            }
        }

        return await SendAsync(await connections.OpenAsync(cancellation), message, to, handover, cancellation);
    }

    private async Task<SendOutcome> SendAsync(SmtpClient client, MimeMessage message, MailAddress to, Handover handover,
        CancellationToken cancellation)
    {
        var betweenCommands = false;
        try
        {
            var utf8 = to.NeedsUtf8 || from.NeedsUtf8;
            if (utf8 && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
            {
                betweenCommands = true;
                return from.NeedsUtf8
                    ? new SendOutcome.Misconfigured("the mail server takes no sender with letters outside ASCII; check the From setting")
                    : new SendOutcome.Refused("the mail server takes no address with letters outside ASCII");
            }

            var answer = await client.SendAsync(utf8 ? International : FormatOptions.Default, message, cancellation, handover);
            betweenCommands = true;
            return new SendOutcome.Accepted(SmtpOutcomes.QueueId(answer));
        }
        catch (SmtpCommandException)
        {
            betweenCommands = true;
            throw;
        }
        finally
        {
            if (betweenCommands) connections.Keep(client);
            else client.Dispose();
        }
    }

    private static FormatOptions WithUtf8Headers()
    {
        var format = FormatOptions.Default.Clone();
        format.International = true;
        return format;
    }

    /// <summary>Notices the moment from which the server may have the message.</summary>
    private sealed class Handover : ITransferProgress
    {
        public bool Begun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Begun = true;

        public void Report(long bytesTransferred) => Begun = true;
    }
}
