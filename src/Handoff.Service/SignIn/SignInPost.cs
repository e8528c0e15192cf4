using Handoff.Service.Delivery;
using Handoff.Service.Links;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Handoff.Service.SignIn;

/// <summary>
/// Sends the mails with sign-in links, beside the requests that asked for them. What is lost with the process is asked for again: nothing
/// else rests on it. They are tried three times within a minute, since the link lasts a quarter of an hour.
/// </summary>
public sealed class SignInPost(
    IMailTransport transport, ISignInMailRenderer renderer, SignInCopies copies, TimeProvider time, ILogger<SignInPost> log)
    : BackgroundService
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];

    private readonly WaitingLinks _waiting = new();

    /// <summary>Puts a mail behind those that wait; of one address the newest waits.</summary>
    /// <param name="address">To whom; what is thrown away may share one.</param>
    /// <param name="isSent">Whether it is sent; else it is written and thrown away, so that the machine is as busy for an address that is
    /// nobody's.</param>
    public void Enqueue(string address, SignInMail mail, bool isSent) => _waiting.Add(address, mail, isSent);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (mail, isSent) in _waiting.TakeAsync(stoppingToken))
                await SendAsync(mail, isSent, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    private async Task SendAsync(SignInMail mail, bool isSent, CancellationToken stopping)
    {
        try
        {
            var rendered = await renderer.RenderAsync(mail, stopping);
            if (!isSent)
                return;
            var id = $"signin-{Guid.NewGuid():N}";
            var to = new MailAddressee(mail.Reader.Address, mail.Reader.Name);
            var outgoing =
                new OutgoingMail(
                    id, id, to, rendered.Subject, rendered.Text, rendered.Html, mail.Reader.Language.Tag);
            var outcome = await transport.SendAsync(outgoing, stopping);
            for (var again = 0; again < Pauses.Length && outcome is SendOutcome.Failed or SendOutcome.Misconfigured; again++)
            {
                await Task.Delay(Pauses[again], time, stopping);
                outcome = await transport.SendAsync(outgoing, stopping);
            }

            if (outcome is not SendOutcome.Accepted)
                log.LogError(
                    LogEvents.SignInNotSent, "A sign-in link could not be sent by {Transport}: {Outcome}.", transport.Name,
                    outcome.GetType().Name);
            copies.Keep(
                transport,
                new(id, SignInMail.Kind, to.Address, rendered.Subject, mail.Now, rendered.Text, [new MailLink("signin", mail.Href)],
                rendered.Html, []));
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // One mail must not stop the others; the exception's message may hold an address.
            log.LogError(LogEvents.SignInNotSent, "A sign-in link could not be sent: {Failure}.", broken.GetType().Name);
        }
    }
}
