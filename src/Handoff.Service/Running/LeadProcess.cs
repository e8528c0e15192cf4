using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Service.Fetching;
using Handoff.Service.MailEvents;
using Handoff.Service.News;
using Handoff.Service.Quality;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Running;

/// <summary>The life of a lead.</summary>
public sealed class LeadProcess(
    LeadTurns turns, FirstTurnChecks checks, AwaitedAnswers awaited, LeadMailReports reports, Courier courier, NewsFeed news)
    : IStreamProcess
{
    /// <inheritdoc/>
    public StreamKind Kind => StreamKind.Lead;

    /// <inheritdoc/>
    public bool FollowsRequests => true;

    /// <inheritdoc/>
    public async Task<IStreamProgress> TakeTurnAsync(StreamId stream, OpenedLead? opened, CancellationToken cancellation)
    {
        LeadId id = new(stream.Id);
        opened = opened?.Head is null ? await turns.OpenAsync(id, cancellation) : opened;
        var before = opened is null ? null
            : await checks.FindAsync(opened, cancellation) ?? (LeadCommand?)await awaited.FindAsync(opened, cancellation);
        ImmutableArray<LeadCommand> commands = before is null ? [new TakeTurn()] : [before, new TakeTurn()];
        var turn = await turns.DecideAsync(id, commands, TurnExtras.None, opened, cancellation);
        return new Progress(this, turn.Opened);
    }

    /// <inheritdoc/>
    public Task ReportMailAsync(StreamId stream, int number, MailFate fate, string reason, CancellationToken cancellation) =>
        reports.ReportAsync(new(stream.Id), number, fate, reason, cancellation);

    private async Task<IStreamProgress> DeliverAsync(OpenedLead opened, OwedMessage owed, CancellationToken cancellation)
    {
        var (handover, lead) = await courier.DeliverAsync(opened, owed, cancellation);
        var extras = new TurnExtras { Copies = handover.Copy is { } copy ? [copy] : [] };
        var others = lead.Lead.Outbox.Where(message => message.Kind == MessageKind.News && message.Number != owed.Number).ToList();
        LeadCommand[] delivered = [handover.Delivery, .. await FeedAsync(lead, owed, others, cancellation)];
        var turn = await turns.DecideAsync(lead.Lead.Id, [.. delivered, new TakeTurn()], extras, lead, CancellationToken.None);
        return new Progress(this, turn.Opened);
    }

    /// <summary>What the channels are told goes along with a message, so that it costs the lead no turn of its own.</summary>
    /// <param name="opened">The lead.</param>
    /// <param name="delivered">The message; news tell everything that is owed of them.</param>
    /// <param name="owed">The news that are owed beside it.</param>
    /// <param name="cancellation">Cancels the feeding; what is left is told later.</param>
    private async Task<IEnumerable<LeadCommand>> FeedAsync(
        OpenedLead opened, OwedMessage delivered, List<OwedMessage> owed, CancellationToken cancellation)
    {
        try
        {
            if (owed.Count > 0 && delivered.Kind != MessageKind.News)
                await news.FeedAsync(opened, cancellation);
            return owed.Select(message => new RecordDelivery(message.Number, DeliveryResult.Sent));
        }
        catch (Exception e) when (e is StoreUnavailableException or OperationCanceledException)
        {
            // The message has left: it is recorded all the same, and the channels are told with a turn of their own.
            return [];
        }
    }

    private sealed class Progress(LeadProcess process, OpenedLead? opened) : IStreamProgress
    {
        // The oldest first; held ones are decided again before they go.
        public Func<CancellationToken, Task<IStreamProgress>>? NextDelivery(Instant now, Func<OwedMessage, Instant> mayGo) =>
            opened?.Lead.Outbox.FirstOrDefault(message => !message.IsHeld && mayGo(message) <= now) is { } owed
                ? cancellation => process.DeliverAsync(opened, owed, cancellation)
                : null;

        public Instant? NextWakeUp(Func<OwedMessage, Instant> mayGo) => opened?.Lead.NextWakeUpIf(mayGo);
    }
}
