using System.Collections.Immutable;
using Handoff.Alerts;
using Handoff.Leads;
using Handoff.Service.MailEvents;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Board;

/// <summary>Where a message of a lead is, and the id of the e-mail that carries it.</summary>
/// <param name="MailId">The e-mail; null: an alert that is in none yet.</param>
internal sealed record CarriedMessage(MessageFate Fate, string? MailId);

/// <summary>Finds the e-mails that carry a lead's alerts: those of the recipients' own alert streams.</summary>
internal sealed class AlertsCarried(IStreamStore streams)
{
    private const int FirstLook = 250;

    /// <summary>Returns each message by its number; of an alert that its recipient's alerts took, what became of it there.</summary>
    public async ValueTask<IReadOnlyDictionary<int, CarriedMessage>> FindAsync(
        LeadId lead, IReadOnlyDictionary<int, MessageFate> fates, CancellationToken cancellation)
    {
        var found = fates.ToDictionary(
            one => one.Key,
            one => new CarriedMessage(one.Value, new MessageName(new(StreamKind.Lead, lead.Value), one.Key).ToString()));
        var alerts =
            fates.Values.Where(
                fate => fate.Message.IsGathered && fate.State is DeliveryState.Sent or DeliveryState.Delivered or DeliveryState.Bounced);
        foreach (var mine in alerts.GroupBy(fate => AlertTurns.StreamOf(fate.Message.To, !fate.Message.IsAlert)))
        {
            var stream = mine.Key;
            var known = AlertFate.Of(await ReadAsync(stream, mine.Min(fate => fate.Message.OwedAt), cancellation));
            foreach (var fate in mine)
            {
                found[fate.Message.Number] = known.GetValueOrDefault(new(lead, fate.Message.Number)) is { } there
                    ? new(fate with { State = there.State, At = there.At }, there.Mail is { } mail
                        ? new MessageName(stream, mail).ToString() : null)
                    : new(fate, null);
            }
        }

        return found;
    }

    /// <summary>The events since an instant. A person's alerts grow with the years, so the latest are read first.</summary>
    private async ValueTask<ImmutableArray<AlertEvent>> ReadAsync(StreamId stream, Instant since, CancellationToken cancellation)
    {
        var version = (await streams.FindAsync(stream, cancellation))?.Version ?? 0;
        for (var last = FirstLook; ; last *= 4)
        {
            var stored = await streams.ReadEventsAsync(stream, Math.Max(0, version - last), cancellation);
            if (last >= version || stored[0].At < since)
                return [.. stored.Select(one => LedgerJson.ReadAlertEvent(one.Json.Span))];
        }
    }
}
