using System.Collections.Immutable;
using Handoff.AzureTables.Agreements;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Company;
using Handoff.Service.People;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HandoffFunctions.Hosting;

/// <summary>
/// Puts the published agreement in force before this instance takes its first request, and again when it changes. One with mistakes is refused and the
/// last good one stays (DESIGN section 4).
/// </summary>
internal sealed class AgreementWatch(
    PublishedAgreement published, CompanyInForce company, AbsenceBook leads, Reconciler reconciler, IFactStore facts, IConfiguration settings, IClock clock,
    TimeProvider time, ILogger<AgreementWatch> log) : BackgroundService, IHostedLifecycleService
{
    /// <summary>Until when every instance has seen a change.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    private const string WokenName = "agreement:woken";

    private string _seen = "";

    /// <summary>An instance without an agreement could answer nothing: it does not start.</summary>
    /// <exception cref="InvalidOperationException">There is no agreement without mistakes; they are in the message.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        _seen = await published.LookAsync(cancellationToken);
        var mistakes = await PutInForceAsync(await published.ReadAsync(cancellationToken), cancellationToken);
        if (!mistakes.IsEmpty)
        {
            if (await PutInForceAsync(await published.ReadLastGoodAsync(cancellationToken), cancellationToken) is { IsEmpty: false })
            {
                throw new InvalidOperationException(
                    $"There is no agreement to work by. Publish one, docs/deploy.md tells how. The published one has mistakes: {string.Join("; ", mistakes)}");
            }

            Refuse(mistakes);
        }

        await reconciler.ApplyErasuresAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    /// <summary>Reads what has changed. The leads are woken a period later, when every instance has read it too, by whoever comes first.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            var look = await published.LookAsync(cancellation);
            if (look != _seen)
            {
                _seen = look;
                var mistakes = await PutInForceAsync(await published.ReadAsync(cancellation), cancellation);
                if (mistakes.IsEmpty)
                    log.LogInformation("The published agreement is in force: version {Version}.", company.Agreement.Version);
                else
                    Refuse(mistakes);
            }
            else if (company.Refused.IsEmpty && await facts.FindValueAsync(WokenName, cancellation) != look)
            {
                await facts.SaveValueAsync(WokenName, look, cancellation);
                await leads.WakeAsync(_ => true, cancellation);
            }
        }
        catch (StoreUnavailableException e)
        {
            log.LogError(e, "The published agreement cannot be read; looking again in {Seconds} s.", Period.TotalSeconds);
        }
    }

    private async Task<ImmutableArray<Mistake>> PutInForceAsync(ImmutableDictionary<string, string> files, CancellationToken cancellation)
    {
        switch (AgreementFolderReader.Read(files, name => settings[name], clock.GetCurrentInstant(), keysFromEnvironmentOnly: true))
        {
            case FolderReading.Refused refused:
                return refused.Mistakes;
            case FolderReading.Loaded loaded:
                if (await company.PutInForceAsync(loaded.Folder, cancellation) is { } why)
                    return [new Mistake("agreement.yaml", 1, 1, why)];
                await published.KeepAsync(files, cancellation);
                return [];
            default:
                throw new InvalidOperationException("A folder is loaded or refused.");
        }
    }

    private void Refuse(ImmutableArray<Mistake> mistakes)
    {
        company.Refuse(mistakes);
        foreach (var mistake in mistakes)
            log.LogError("The published agreement is refused, the last good one stays: {Mistake}", mistake);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
