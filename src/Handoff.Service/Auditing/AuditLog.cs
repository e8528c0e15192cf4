using Handoff.People;
using Handoff.Service.SignIn;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Handoff.Service.Auditing;

/// <summary>Keeps who did what of administration, when and on what.</summary>
public sealed class AuditLog(IAuditStore store, IClock clock, ILogger<AuditLog> log)
{
    /// <summary>What came of an act that was done.</summary>
    public const string Done = "done";

    /// <summary>What came of an act on something that is not there; it is not named, for what was typed may be anything.</summary>
    public const string NotThere = "not there";

    /// <summary>What came of an act that was not done, because what was asked was wrong.</summary>
    public const string Refused = "refused";

    /// <summary>Whoever works on the data folder itself.</summary>
    public const string CommandLine = "command line";

    /// <summary>Whoever published or changed the agreement's folder.</summary>
    public const string AgreementFolder = "agreement folder";

    /// <summary>The machine that runs the product, without a key.</summary>
    public const string ThisMachine = "this machine";

    // Pages read themselves anew every few seconds.
    private readonly AttemptLimit _looks = new(1, Duration.FromMinutes(15), clock);

    /// <summary>The name of a person in the log.</summary>
    public static string Person(PersonId person) => $"person {person}";

    /// <summary>The name of a program's key in the log, whatever its administrator calls it.</summary>
    public static string ApiKey(string id) => $"api key {id}";

    /// <summary>
    /// Keeps an act. What was done stays done if the caller has gone, so this cannot be cancelled; and what can still be read on a disk
    /// that takes no more is not withheld for its entry, which then stands in the host's log.
    /// </summary>
    public async Task KeepAsync(string act, string by, string on, string outcome)
    {
        var entry = new AuditEntry(clock.GetCurrentInstant(), act, by, outcome == NotThere ? "" : on, outcome);
        try
        {
            await store.AppendAsync(entry, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            log.LogError(
                LogEvents.ActNotKept,
                "The audit log does not take: {Act} by {By} on {On}: {Outcome}.",
                entry.Act, entry.By, entry.On, entry.Outcome);
        }
    }

    /// <summary>Keeps that somebody looked at something; who looks again within a quarter of an hour is kept once.</summary>
    public Task KeepLookAsync(string act, string by, string on) =>
        _looks.Count($"{act}\n{by}\n{on}") ? KeepAsync(act, by, on, Done) : Task.CompletedTask;

    /// <summary>Lists entries, the newest first.</summary>
    public ValueTask<IReadOnlyList<AuditRow>> ListAsync(string? before, int limit, CancellationToken cancellation) =>
        store.ListAuditAsync(before, limit, cancellation);
}
