using System.Collections.Immutable;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Auditing;
using Handoff.Service.Company;
using Handoff.Service.People;
using Handoff.Service.Signing;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Handoff.AzureTables.Agreements;

/// <summary>
/// Keeps the published agreement in force in this instance: one with mistakes, or with a default for a key, is refused and the last good
/// one stays (design section 4).
/// </summary>
public sealed class AgreementKeeping(
    PublishedAgreement published, Func<string, string?> environment, CompanyInForce company, Proposals proposals, AbsenceBook leads,
    IFactStore facts, AuditLog audit, IClock clock, ILogger<AgreementKeeping> log)
{
    private const string WokenName = "agreement:woken";
    private const string KeptName = "agreement:kept";
    private const string RefusedName = "agreement:refused";

    private string _seen = "";
    private string _woken = "";

    /// <summary>Puts what is published in force, or else what was last found good.</summary>
    /// <exception cref="InvalidOperationException">There is neither; the message holds the mistakes.</exception>
    /// <exception cref="StoreUnavailableException">The account does not answer.</exception>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        _seen = await published.LookAsync(cancellation);
        var mistakes = await PutPublishedInForceAsync(_seen, cancellation);
        if (mistakes.IsEmpty)
        {
            await proposals.FollowFilesAsync(cancellation);
            return;
        }

        if (await PutInForceAsync(await published.ReadLastGoodAsync(cancellation), cancellation) is { IsEmpty: false })
        {
            throw new InvalidOperationException(
                "There is no agreement to work by. Publish one, docs/deploy.md tells how. "
                + $"The published one has mistakes: {string.Join("; ", mistakes)}");
        }

        Refuse(mistakes);
    }

    /// <summary>
    /// Reads what has changed. A later look wakes the leads that the change may concern, when every instance has read it; the first
    /// instance to look does so. So all instances must look equally often.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The account does not answer; look again.</exception>
    public async Task LookAsync(CancellationToken cancellation)
    {
        var look = await published.LookAsync(cancellation);
        if (look != _seen)
        {
            var mistakes = await PutPublishedInForceAsync(look, cancellation);
            if (mistakes.IsEmpty)
            {
                log.LogInformation(
                    LogEvents.AgreementInForce, "What is published is read: version {Version} is in force, {Proposed} is proposed.",
                    company.Agreement.Version, company.Proposed?.Agreement.Version ?? "none");
                await proposals.FollowFilesAsync(cancellation);
            }
            else
            {
                Refuse(mistakes);
            }

            _seen = look;
            return;
        }

        // Another instance may have put a signed proposal in force.
        await company.RefreshIfOldAsync(cancellation);
        if (company.Refused.IsEmpty && _woken != look)
        {
            if (await facts.FindValueAsync(WokenName, cancellation) != look)
            {
                // Recorded last: an instance that was cut short wakes all of them again.
                await leads.WakeAsync(_ => true, cancellation);
                await facts.SaveValueAsync(WokenName, look, cancellation);
            }

            _woken = look;
        }
    }

    /// <summary>Puts what is published under a mark in force, and keeps a copy of it, unless that was done before.</summary>
    private async Task<ImmutableArray<Mistake>> PutPublishedInForceAsync(string look, CancellationToken cancellation)
    {
        var files = await published.ReadAsync(cancellation);
        var mistakes = await PutInForceAsync(files, cancellation);
        if (mistakes.IsEmpty && await facts.FindValueAsync(KeptName, cancellation) != look)
        {
            await published.KeepAsync(files, cancellation);
            // The instance that keeps the copy records it. If two do so at once, it is recorded twice.
            await (company.Proposed is { } proposed
                ? audit.KeepAsync(Acts.ProposeAgreement, AuditLog.AgreementFolder, proposed.Agreement.Version, AuditLog.Done)
                : audit.KeepAsync(Acts.PutAgreement, AuditLog.AgreementFolder, company.Agreement.Version, AuditLog.Done));
            await facts.SaveValueAsync(KeptName, look, cancellation);
        }
        else if (!mistakes.IsEmpty && await facts.FindValueAsync(RefusedName, cancellation) != look)
        {
            await audit.KeepAsync(Acts.PutAgreement, AuditLog.AgreementFolder, "", AuditLog.Refused);
            await facts.SaveValueAsync(RefusedName, look, cancellation);
        }

        return mistakes;
    }

    private Task<ImmutableArray<Mistake>> PutInForceAsync(ImmutableDictionary<string, string> files, CancellationToken cancellation) =>
        company.PutInForceAsync(AgreementFolderReader.Read(files, environment, clock.GetCurrentInstant(), keysFromEnvironmentOnly: true),
            cancellation);

    private void Refuse(ImmutableArray<Mistake> mistakes)
    {
        company.Refuse(mistakes);
        foreach (var mistake in mistakes)
            log.LogError(LogEvents.AgreementRefused, "The published agreement is refused, the last good one stays: {Mistake}", mistake);
    }
}
