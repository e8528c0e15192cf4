using System.Collections.Immutable;
using Handoff.Service.Auditing;
using Handoff.Service.Health;
using Handoff.Service.Intake;
using Handoff.Service.Leads;
using Handoff.Service.Links;
using Handoff.Service.MailEvents;
using Handoff.Service.People;
using Handoff.Service.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web;

/// <summary>
/// The use cases that the endpoints hand over to, one function each. The rules are behind them (DESIGN section 4: hosts stay thin); what
/// is here knows HTTP only, and so a test can put its own answer in the place of any of them.
/// </summary>
public sealed record UseCases
{
    /// <summary>Takes a lead: <see cref="LeadIntake.ReceiveAsync"/>.</summary>
    public required Func<IntakeRequest, CancellationToken, Task<IntakeAnswer>> Receive { get; init; }

    /// <summary>Finds a lead by its id: <see cref="LeadLedger.FindAsync"/>.</summary>
    public required Func<string, CancellationToken, Task<LeadView?>> FindLead { get; init; }

    /// <summary>Erases a lead; false: there is none: <see cref="LeadErasure.EraseAsync"/>.</summary>
    public required Func<string, CancellationToken, Task<bool>> Erase { get; init; }

    /// <summary>Records what became of a lead: <see cref="OutcomeRecording.RecordAsync"/>.</summary>
    public required Func<string, OutcomeReport, CancellationToken, Task<OutcomeAnswer>> RecordOutcome { get; init; }

    /// <summary>Notes that somebody is away or back: <see cref="PeopleAbsence"/>.</summary>
    public required Func<string, AbsenceReport, CancellationToken, Task<AbsenceAnswer>> NoteAbsence { get; init; }

    /// <summary>Lists everybody: <see cref="PeopleAbsence.ListAsync"/>.</summary>
    public required Func<CancellationToken, Task<ImmutableArray<PersonView>>> ListPeople { get; init; }

    /// <summary>Opens a link, which changes nothing: <see cref="LinkPages.OpenAsync"/>.</summary>
    public required Func<LinkGrant, CancellationToken, Task<LinkPage>> OpenLink { get; init; }

    /// <summary>Carries out what a link's form asks: <see cref="LinkPages.ActAsync"/>.</summary>
    public required Func<LinkGrant, LinkForm, CancellationToken, Task<LinkAnswer>> ActOnLink { get; init; }

    /// <summary>Records what a provider tells of mails: <see cref="MailEventRecording.RecordAsync"/>.</summary>
    public required Func<ImmutableArray<MailEvent>, CancellationToken, Task> RecordMailEvents { get; init; }

    /// <summary>Keeps an administrative act (act, by, on, outcome): <see cref="AuditLog.KeepAsync"/>.</summary>
    public required Func<string, string, string, string, Task> KeepAct { get; init; }

    /// <summary>Keeps that somebody looked (act, by, on): <see cref="AuditLog.KeepLookAsync"/>.</summary>
    public required Func<string, string, string, Task> KeepLook { get; init; }

    /// <summary>Lists administrative acts: <see cref="AuditLog.ListAsync"/>.</summary>
    public required Func<string?, int, CancellationToken, ValueTask<IReadOnlyList<AuditRow>>> ListAudit { get; init; }

    /// <summary>Reads how the product is: <see cref="HealthReading.ReadAsync"/>.</summary>
    public required Func<CancellationToken, Task<HealthReport>> ReadHealth { get; init; }

    /// <summary>Tells an outside watchdog whether all is well: <see cref="Heartbeat.ReadAsync"/>.</summary>
    public required Func<CancellationToken, Task<(bool IsWell, HeartbeatReport Report)>> ReadHeartbeat { get; init; }

    /// <summary>The use cases that a host registered, each as a singleton.</summary>
    internal static UseCases Of(IServiceProvider services)
    {
        var people = services.GetRequiredService<PeopleAbsence>();
        var links = services.GetRequiredService<LinkPages>();
        var audit = services.GetRequiredService<AuditLog>();
        return new()
        {
            Receive = services.GetRequiredService<LeadIntake>().ReceiveAsync,
            FindLead = services.GetRequiredService<LeadLedger>().FindAsync,
            Erase = services.GetRequiredService<LeadErasure>().EraseAsync,
            RecordOutcome = services.GetRequiredService<OutcomeRecording>().RecordAsync,
            NoteAbsence = people.NoteAsync,
            ListPeople = people.ListAsync,
            OpenLink = links.OpenAsync,
            ActOnLink = links.ActAsync,
            RecordMailEvents = services.GetRequiredService<MailEventRecording>().RecordAsync,
            KeepAct = audit.KeepAsync,
            KeepLook = audit.KeepLookAsync,
            ListAudit = audit.ListAsync,
            ReadHealth = services.GetRequiredService<HealthReading>().ReadAsync,
            ReadHeartbeat = services.GetRequiredService<Heartbeat>().ReadAsync,
        };
    }
}
