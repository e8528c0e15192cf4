using Handoff.Service.Delivery;

namespace Handoff.Delivery.Mailbox;

/// <summary>
/// Accepts every mail at once and sends nothing. The host keeps a copy of every message sent (design section 4), and that copy is the
/// mailbox a newcomer looks into: nothing is left to do here.
/// </summary>
internal sealed class MailboxTransport : IMailTransport
{
    /// <inheritdoc/>
    public string Name => "mailbox";

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<SendOutcome>(new SendOutcome.Accepted(ProviderId: null));
    }
}
