namespace Handoff.Service.Delivery;

/// <summary>Hands one mail to whoever carries it: the port behind which SMTP, SendGrid and the local mailbox stand.</summary>
/// <remarks>
/// One call is one attempt. A transport never retries by itself: the outbox does, with its own pauses (design section 3, promise 3), and a
/// retry carries the same <see cref="OutgoingMail.MessageId"/>, so a mail is delivered at least once and a second copy can be recognised.
/// A transport may be called from several threads at once.
/// </remarks>
public interface IMailTransport
{
    /// <summary>The transport's name in the ledger and at <c>/status</c>: <c>smtp</c>, <c>sendgrid</c> or <c>mailbox</c>.</summary>
    string Name { get; }

    /// <summary>Tries once to send the mail.</summary>
    /// <param name="cancellation">
    /// Ends the attempt early. If the message had been handed over by then, it may have been sent: the caller treats a cancelled attempt as
    /// one that is still owed.
    /// </param>
    /// <returns>How it ended. Whatever the provider or the network does is an outcome.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation);
}
