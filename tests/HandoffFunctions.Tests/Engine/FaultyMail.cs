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
    public Func<OutgoingMail, Task>? AfterSending { get; set; }

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (Outcomes.TryDequeue(out var outcome))
            return outcome;
        Sent.Enqueue(mail);
        if (AfterSending is not null)
            await AfterSending(mail);
        return new SendOutcome.Accepted(null);
    }
}
