using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Service.Running;
using Handoff.Service.Storage;

namespace Handoff.Service.MailEvents;

/// <summary>What a provider tells of one mail.</summary>
/// <param name="Reason">Why, in codes and our own words; no personal data.</param>
public sealed record MailEvent(MessageName Mail, MailFate Fate, string Reason);

/// <summary>Records what a provider tells. The same told twice changes nothing, so a provider may tell everything again.</summary>
public sealed class MailEventRecording(StreamWork work)
{
    /// <summary>Records events, one after the other; a mail that nobody knows is passed over.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot write; what was recorded stays, and the rest is to be told
    /// again.</exception>
    public async Task RecordAsync(ImmutableArray<MailEvent> told, CancellationToken cancellation)
    {
        foreach (var (mail, fate, reason) in told)
            await work.ReportMailAsync(mail.Stream, mail.Number, fate, reason, cancellation);
    }
}
