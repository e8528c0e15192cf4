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
public sealed class FirstTurnChecks(ISourceCatalog sources, MailDomains domains, Captchas captchas, LeadVault vault)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>What is to be decided of the lead; null: nothing was found, or it is not its first turn.</summary>
    public async ValueTask<HoldSuspect?> FindAsync(OpenedLead opened, CancellationToken cancellation)
    {
        var lead = opened.Lead;
        if (!lead.AwaitsChecks || sources.Find(lead.Known.Source) is not { } source || AsksNothing(source))
            return null;
        if ((opened.Record ?? await vault.OpenAsync(lead.Id.Value, cancellation)) is not { } record)
            return null;
        var checks = ChecksOf(source, lead);
        using var patience = new CancellationTokenSource(Longest);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        // Both at once: what one takes is not the other's.
        var noMail = checks.Contains(QualityCheck.NoMail) ? TakesNoMailAsync(record, either.Token) : Task.FromResult(false);
        var denied = captchas.DenyAsync(source, record.Traces?.Captcha, lead.ReceivedAt, either.Token);
        var found = Suspect.Of(new(record.Form), record.Email, checks, Disposable(opened.Agreement)).ToHashSet();
        if (IsTooFast(source, record.Traces))
            found.Add(Suspicion.TooFast);
        if (await noMail)
            found.Add(Suspicion.NoMail);
        if (await denied)
            found.Add(Suspicion.NotHuman);
        cancellation.ThrowIfCancellationRequested();
        return found.Count == 0 ? null : new([.. found.Order()]);
    }

    private static bool AsksNothing(LeadSource source) => source is { Quality.IsEmpty: true, MinFillSeconds: null, Captcha: null };

    /// <summary>A page that does not say how long it took is not suspect: it has no script.</summary>
    private static bool IsTooFast(LeadSource source, FormTraces? traces) =>
        source.MinFillSeconds is { } least && traces?.FilledInMs is { } filled && filled < least * 1_000;

    /// <summary>Who has had a handoff, or whose company has, is known: only what no customer writes is looked for.</summary>
    private static ImmutableArray<QualityCheck> ChecksOf(LeadSource source, Lead lead) =>
        lead.Known.ExistingOwner is null && lead.Known.HandoffEndedAt is null ? source.Quality
            : [.. source.Quality.Where(check => check == QualityCheck.Spam)];

    private async Task<bool> TakesNoMailAsync(LeadRecord record, CancellationToken cancellation) =>
        record.Email is { } address && EmailDomains.Of(address) is { } domain && !EmailDomains.IsIn(EmailDomains.FreeMail, domain)
            && await domains.AskAsync(domain, cancellation) == DomainMail.TakesNone;

    private static ImmutableHashSet<string> Disposable(Agreement agreement) =>
        agreement.Lists.GetValueOrDefault(DisposableDomains.List) ?? DisposableDomains.Known;
}
