using Handoff.Service.Auditing;
using Handoff.Service.Company;
using Handoff.Service.People;
using Handoff.Service.Signing;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using NodaTime;

namespace Handoff.Local.Agreements;

/// <summary>
/// Reads the agreement folder again when it changes. A folder with mistakes is refused and the last good one stays; a good one is in force
/// from the next turn of each open lead (design section 4).
/// </summary>
internal sealed class FolderWatch(
    CompanyInForce company, Proposals proposals, AbsenceBook leads, AuditLog audit, IClock clock, FolderPath folder,
    ILogger<FolderWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <summary>What the folder proposed while nothing ran is proposed before anything is served.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await proposals.FollowFilesAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Editing is done in real time, whatever the product's clock says.
        using var timer = new PeriodicTimer(Period, TimeProvider.System);
        var seen = Look();
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var now = Look();
                if (now != seen && await IsReadAsync(stoppingToken))
                    seen = now;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    private async Task<bool> IsReadAsync(CancellationToken cancellation)
    {
        try
        {
            await ReadAgainAsync(cancellation);
            return true;
        }
        catch (StoreUnavailableException e)
        {
            log.LogError(LogEvents.StoreDown, e, "The store does not answer; the changed agreement folder is read again in a moment.");
            return false;
        }
    }

    private async Task ReadAgainAsync(CancellationToken cancellation)
    {
        var mistakes = await FolderLoader.PutInForceAsync(company, folder.Value, clock.GetCurrentInstant(), cancellation);
        var outcome = mistakes.IsEmpty ? AuditLog.Done : AuditLog.Refused;
        var (act, version) = company.Proposed is { } proposed ? (Acts.ProposeAgreement, proposed.Agreement.Version)
            : (Acts.PutAgreement, company.Agreement.Version);
        await audit.KeepAsync(act, AuditLog.AgreementFolder, mistakes.IsEmpty ? version : "", outcome);
        if (mistakes.IsEmpty)
        {
            log.LogInformation(
                LogEvents.AgreementInForce, "The changed agreement folder is read: version {Version} is in force, {Proposed} is proposed.",
                company.Agreement.Version, company.Proposed?.Agreement.Version ?? "none");
            await proposals.FollowFilesAsync(cancellation);
            await leads.WakeAsync(_ => true, cancellation);
            return;
        }

        company.Refuse(mistakes);
        foreach (var mistake in mistakes)
            log.LogError(
                LogEvents.AgreementRefused, "The changed agreement folder is refused, the last good one stays: {Mistake}", mistake);
    }

    /// <summary>What the folder's files look like from outside; a folder that cannot be read looks like nothing.</summary>
    private string Look()
    {
        try
        {
            return string.Join('|', new DirectoryInfo(folder.Value).EnumerateFiles()
                .Where(file => file.Extension is ".yaml" or ".ics")
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => $"{file.Name}:{file.Length}:{file.LastWriteTimeUtc.Ticks}"));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}

/// <summary>The agreement folder of this host.</summary>
internal sealed record FolderPath(string Value);
