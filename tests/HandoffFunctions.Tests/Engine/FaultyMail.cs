using System.Collections.Concurrent;
using Handoff.Service.Delivery;

namespace HandoffFunctions.Tests.Engine;

/// <summary>A mail provider that takes everything, unless a test says otherwise.</summary>
internal sealed class FaultyMail : IMailTransport
{
    public string Name => "test";

    public ConcurrentQueue<OutgoingMail> Sent { get; } = [];

    public Outage Outage { get; } = new();

    /// <summary>What comes of the next mails, in order; then all are taken.</summary>
    public ConcurrentQueue<SendOutcome> Outcomes { get; } = [];

    /// <summary>What happens when a mail has just been taken.</summary>
    public Action? AfterSending { get; set; }

    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (Outcomes.TryDequeue(out var outcome))
            return Task.FromResult(outcome);
        Sent.Enqueue(mail);
        AfterSending?.Invoke();
        return Task.FromResult<SendOutcome>(new SendOutcome.Accepted(null));
    }
}
