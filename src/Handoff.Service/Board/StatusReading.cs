using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Rows;
using Handoff.Service.Company;
using Handoff.Service.Health;
using Handoff.Service.Rows;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Board;

/// <summary>A message that has not reached its recipient.</summary>
/// <param name="Lead">Whose lead.</param>
/// <param name="Message">The message.</param>
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
    bool IsWhole);

/// <summary>Reads how the product is, and lets a parked message be tried again.</summary>
public sealed class StatusReading(
    HealthReading health, OpenHandoffs handoffs, IStreamStore streams, LeadTurns turns, LeadRowReading rows, CompanyInForce company,
        IClock clock)
{
    // A message that failed is tried again within the hour, so its lead is among those that are due by then.
    private const int MostDue = 1_000;
    private const int MostShown = 100;
    private const int MostParked = 200;
    private static readonly Duration LongestPause = Duration.FromHours(1);

    /// <summary>Reads it; of a store that does not answer only that.</summary>
    public async Task<StatusPage> ReadAsync(Viewer viewer, CancellationToken cancellation)
    {
        var report = await health.ReadAsync(cancellation);
        if (!report.StoreAnswers)
            return new(report, 0, 0, 0, [], [], IsWhole: false);
        var open = (await handoffs.ReadAsync(cancellation)).Where(viewer.Sight.Sees).ToList();
        var due = await streams.FindDueAsync(clock.GetCurrentInstant() + LongestPause, MostDue, cancellation);
        var waiting = await MessagesAsync(viewer, due.Where(one => one.Stream.Kind == StreamKind.Lead).Select(one => one.Stream.Id),
            lead => lead.Outbox.Where(message => message.Attempts > 0), cancellation);
        var listed = await rows.ReadAsync(new() { Shelves = LeadShelves.Unended }, cancellation)
            .Where(row => row.Parked > 0).Take(MostParked + 1).Select(row => row.Id.Value).ToListAsync(cancellation);
        var stopped = await MessagesAsync(viewer, listed.Take(MostParked), lead => lead.Parked, cancellation);
        return new(report, open.Count, open.Count(one => one.Clock is not null), open.Count(one => one.IsLate(report.Now)),
            [.. waiting.OrderBy(one => one.Message.NotBefore).Take(MostShown)], [.. stopped.Take(MostShown)],
            due.Count < MostDue && listed.Count <= MostParked && waiting.Count <= MostShown && stopped.Count <= MostShown);
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
        Viewer viewer, IEnumerable<string> ids, Func<Lead, IEnumerable<OwedMessage>> which, CancellationToken cancellation)
    {
        List<StuckMessage> messages = [];
        foreach (var id in ids)
        {
            if (await turns.FindAsync(new(id), cancellation) is { Reception: not null } lead && viewer.Sight.SeesTeam(lead.Known.Team))
                messages.AddRange(which(lead).Select(message => new StuckMessage(lead.Id, message, company.NameOf(message.To))));
        }

        return messages;
    }
}
