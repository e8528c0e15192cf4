using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.Rows;
using Handoff.Service.Busy;
using Handoff.Service.Company;
using Handoff.Service.Health;
using Handoff.Service.Intake;
using Handoff.Service.Quality;
using Handoff.Service.Rows;
using Handoff.Service.Turns;

namespace Handoff.Service.Board;

/// <summary>A message that has not reached its recipient.</summary>
/// <param name="To">The recipient's name; empty of a message to another lead.</param>
public sealed record StuckMessage(LeadId Lead, OwedMessage Message, string To);

/// <summary>How the product is, for who answers for it.</summary>
/// <param name="Health">What <c>/readyz</c> tells.</param>
/// <param name="Open">How many open handoffs the viewer sees.</param>
/// <param name="Running">How many of them have a clock that runs, or stands still as the agreement says.</param>
/// <param name="Late">How many of them are late by the agreement, as the board counts them.</param>
/// <param name="Waiting">Messages that failed and are tried again, the next first.</param>
/// <param name="Parked">Messages that are not tried again unless somebody asks for it.</param>
/// <param name="IsWhole">Whether these are all; false: there are more than are looked at.</param>
public sealed record StatusPage(
    HealthReport Health, int Open, int Running, int Late, ImmutableArray<StuckMessage> Waiting, ImmutableArray<StuckMessage> Parked,
    bool IsWhole)
{
    /// <summary>Sources that were valid before, and of which much is refused.</summary>
    public IReadOnlyList<RefusedSource> Refused { get; init; } = [];

    /// <summary>Captchas whose vendor says nothing, so that leads are taken without.</summary>
    public IReadOnlyList<SilentCaptcha> Captchas { get; init; } = [];

    /// <summary>People's own calendars that could not be read for a day; absences of before hold.</summary>
    public IReadOnlyList<UnreadCalendar> Calendars { get; init; } = [];
}

/// <summary>Reads how the product is, and lets a parked message be tried again.</summary>
public sealed class StatusReading(
    HealthReading health, LeadTurns turns, LeadRowReading rows, CompanyInForce company, SourceRefusals refusals,
    Captchas captchas, BusyCalendars calendars)
{
    private const int MostShown = 100;

    /// <summary>How many leads with such messages are opened.</summary>
    private const int MostOpened = 1_000;

    /// <summary>Reads it; of a store that does not answer only that.</summary>
    public async Task<StatusPage> ReadAsync(Viewer viewer, CancellationToken cancellation)
    {
        var report = await health.ReadAsync(cancellation);
        if (!report.StoreAnswers)
            return new(report, 0, 0, 0, [], [], IsWhole: false);
        var unended = await rows.ReadAsync(new() { Shelves = LeadShelves.Unended }, cancellation).ToListAsync(cancellation);
        var open = unended.Where(row => row.HasClocks && viewer.Sight.Sees(row)).ToList();
        var (failing, parked) = (unended.FindAll(row => row.Failing > 0), unended.FindAll(row => row.Parked > 0));
        var waiting = await MessagesAsync(viewer, failing, lead => lead.Outbox.Where(message => message.Attempts > 0), cancellation);
        var stopped = await MessagesAsync(viewer, parked, lead => lead.Parked, cancellation);
        return new(report, open.Count, open.Count(one => one.Clock is not null), open.Count(one => one.IsLate(report.Now)),
            [.. waiting.OrderBy(one => one.Message.NotBefore).Take(MostShown)], [.. stopped.Take(MostShown)],
            failing.Count <= MostOpened && parked.Count <= MostOpened && waiting.Count <= MostShown && stopped.Count <= MostShown)
        {
            Refused = refusals.Told,
            Captchas = captchas.Silent,
            Calendars = await calendars.UnreadAsync(cancellation),
        };
    }

    /// <summary>Tries a parked message again; null: there is no such lead, or it is not the viewer's to act on.</summary>
    public async Task<Answer?> RetryAsync(Viewer viewer, string leadId, int number, CancellationToken cancellation)
    {
        if (!viewer.Sight.Manages || await turns.FindAsync(new(leadId), cancellation) is not { Reception: not null } lead
            || !viewer.Sight.SeesTeam(lead.Known.Team))
            return null;
        return (await turns.DecideAsync(lead.Id, new RetryMessage(viewer.Person?.Id, number), cancellation)).Answer;
    }

    private async Task<List<StuckMessage>> MessagesAsync(
        Viewer viewer, IEnumerable<LeadRow> leads, Func<Lead, IEnumerable<OwedMessage>> which, CancellationToken cancellation)
    {
        List<StuckMessage> messages = [];
        foreach (var row in leads.Take(MostOpened).Where(row => viewer.Sight.SeesTeam(row.Team)))
        {
            if (await turns.FindAsync(row.Id, cancellation) is { } lead)
                messages.AddRange(which(lead).Select(
                    message => new StuckMessage(lead.Id, message, message.Kind == MessageKind.AskLead
                        ? new MessageNames(viewer.Language).LeadsPerson : company.NameOf(message.To, viewer.Language))));
        }

        return messages;
    }
}
