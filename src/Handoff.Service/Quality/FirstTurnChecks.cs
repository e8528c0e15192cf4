using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Qualification;
using Handoff.Qualification.Quality;
using Handoff.Service.Intake;
using Handoff.Service.Leads;
using Handoff.Service.Turns;
using Handoff.Service.Vault;

namespace Handoff.Service.Quality;

/// <summary>
/// Looks, before anybody of sales hears of a lead, for what makes it suspect. It stands around the lead's first turn and not in the answer
/// to who posted: nobody waits for it but the lead, for two seconds at most. What cannot be found out in that time holds nobody back.
/// </summary>
public sealed class FirstTurnChecks(ISourceCatalog sources, MailDomains domains, LeadVault vault)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>What is to be decided of the lead; null: nothing was found, or it is not its first turn.</summary>
    public async ValueTask<HoldSuspect?> FindAsync(OpenedLead opened, CancellationToken cancellation)
    {
        var lead = opened.Lead;
        if (!lead.AwaitsChecks || sources.Find(lead.Known.Source) is not { Quality.IsEmpty: false } source)
            return null;
        if ((opened.Record ?? await vault.OpenAsync(lead.Id.Value, cancellation)) is not { } record)
            return null;
        var found = Suspect.Of(
            new(record.Form), record.Email, ChecksOf(source, lead), Disposable(opened.Agreement)).ToImmutableArray();
        using var patience = new CancellationTokenSource(Longest);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        if (ChecksOf(source, lead).Contains(QualityCheck.NoMail) && await TakesNoMailAsync(record, either.Token))
            found = found.Add(Suspicion.NoMail);
        cancellation.ThrowIfCancellationRequested();
        return found.IsEmpty ? null : new([.. found.Order()]);
    }

    /// <summary>Who has had a handoff, or whose company has, is known: only what no customer writes is looked for.</summary>
    private static ImmutableArray<QualityCheck> ChecksOf(LeadSource source, Lead lead) =>
        lead.Known.ExistingOwner is null && lead.Known.HandoffEndedAt is null ? source.Quality
            : [.. source.Quality.Where(check => check == QualityCheck.Spam)];

    private async ValueTask<bool> TakesNoMailAsync(LeadRecord record, CancellationToken cancellation) =>
        record.Email is { } address && EmailDomains.Of(address) is { } domain && !EmailDomains.IsIn(EmailDomains.FreeMail, domain)
            && await domains.AskAsync(domain, cancellation) == DomainMail.TakesNone;

    private static ImmutableHashSet<string> Disposable(Agreement agreement) =>
        agreement.Lists.GetValueOrDefault(DisposableDomains.List) ?? DisposableDomains.Known;
}
