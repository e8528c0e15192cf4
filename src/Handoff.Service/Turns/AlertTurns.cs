using System.Collections.Immutable;
using Handoff.Alerts;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Health;
using Handoff.Service.MailEvents;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using NodaTime;

namespace Handoff.Service.Turns;

/// <summary>One step of a person's alerts: load, decide, save.</summary>
public sealed class AlertTurns(
    IStreamStore streams, ILookupStore lookups, RecentLeads recent, LeadMailReports leads, CompanyInForce company, IWakeUps wakeUps, IClock clock)
{
    /// <summary>How long it is remembered that an alert was delivered: longer than its delivery is tried.</summary>
    private static readonly Duration Remembered = Duration.FromDays(3);

    /// <summary>The stream of a person: the id is opaque (promise 7).</summary>
    public static StreamId StreamOf(PersonId person) => new(StreamKind.Alerts, person.Opaque());

    private readonly AlertGathering _gathering = new();

    /// <summary>Delivers an alert into the person's stream, once; together with others that come at the same time.</summary>
    public Task RaiseAsync(PersonId person, Alert alert, CancellationToken cancellation) =>
        _gathering.RaiseAsync(person, alert, RaiseAsync, cancellation);

    // Not to be cancelled: several wait for it.
    private Task<AlertBox> RaiseAsync(PersonId person, IReadOnlyList<Alert> alerts) => SaveAsync(
        StreamOf(person),
        async (box, now, again) =>
        {
            List<AlertEvent> events = [];
            List<LookupWrite> claims = [];
            foreach (var alert in alerts)
            {
                // The key belongs to the person's stream, and is written with it.
                var key = $"alert:{person.Opaque()}.{alert.Lead}/{alert.Number}";
                var known = again ? await lookups.FindLookupAsync(key, now, CancellationToken.None) : await lookups.GuessLookupAsync(key, now, CancellationToken.None);
                var raised = known is null ? AlertDecider.Raise(box, person, alert, company.Agreement.Alerts.GroupWithin, now) : [];
                if (raised.IsEmpty)
                    continue;
                box = raised.Aggregate(box, AlertDecider.Evolve);
                events.AddRange(raised);
                claims.Add(new(key, alert.Lead.Value, "", 0, now + Remembered));
            }

            return ([.. events], new() { Lookups = [.. claims] });
        },
        CancellationToken.None);

    /// <summary>Looks whether the window has ended, and what of it is still true.</summary>
    public Task<AlertBox> TakeTurnAsync(StreamId stream, CancellationToken cancellation) => SaveAsync(
        stream,
        async (box, now, _) =>
        {
            if (box.WindowEndsAt is not { } end || end > now)
                return ([], TurnExtras.None);
            var since = await streams.ReadEventsAsync(stream, box.WaitingFrom, cancellation);
            box = AlertDecider.WithWaiting(box, since.Select(one => LedgerJson.ReadAlertEvent(one.Json.Span)));
            var gone = await OvertakenAsync(box.Waiting, box.Person, now, cancellation);
            var person = box.Person is { } id ? company.Staff.Find(id) : null;
            return (AlertDecider.TakeTurn(box, alert => !gone.Contains(alert), person, company.Agreement.Alerts.GroupWithin, now), TurnExtras.None);
        },
        cancellation);

    /// <summary>
    /// Records what became of an attempt to deliver an e-mail. Of one that is given up each lead is told first, and alerts who stands in.
    /// </summary>
    public Task<AlertBox> RecordAsync(
        StreamId stream, RecordDelivery delivery, ImmutableArray<MailCopy> copies, CancellationToken cancellation) => SaveAsync(
        stream,
        async (box, now, _) =>
        {
            var events = AlertDecider.RecordDelivery(box, delivery, now);
            if (events.Any(happened => happened is AlertMailParked))
                await TellLeadsAsync(box, delivery.Number, MailFate.Undeliverable, delivery.Reason, cancellation);
            return (events, new() { Copies = copies });
        },
        cancellation);

    /// <summary>
    /// Records what the provider tells of an e-mail that it took. Of one that did not arrive each lead is told first, and alerts who stands in.
    /// </summary>
    public Task<AlertBox> ReportAsync(StreamId stream, int number, MailFate fate, string reason, CancellationToken cancellation) => SaveAsync(
        stream,
        async (box, now, _) =>
        {
            var events = AlertMailReports.Report(box, number, fate, reason, now);
            if (!events.IsEmpty && fate.IsFailure())
                await TellLeadsAsync(box, number, fate, reason, cancellation);
            return (events, TurnExtras.None);
        },
        cancellation);

    /// <summary>Told before the alerts record it: whoever is cut short in between tells the leads again, which changes nothing.</summary>
    private async ValueTask TellLeadsAsync(AlertBox box, int number, MailFate fate, string reason, CancellationToken cancellation)
    {
        foreach (var alert in AlertMailReports.AlertsOf(box, number))
            await leads.ReportAsync(alert.Lead, alert.Number, fate, reason, cancellation);
    }

    private async ValueTask<IReadOnlySet<Alert>> OvertakenAsync(
        ImmutableArray<Alert> alerts, PersonId? person, Instant now, CancellationToken cancellation)
    {
        var gone = new HashSet<Alert>();
        foreach (var alert in alerts)
        {
            var head = await streams.FindAsync(new(StreamKind.Lead, alert.Lead.Value), cancellation);
            if (head is null || !AlertTruth.StillTrue(recent.Read(head), alert, person ?? PersonId.Nobody, now))
                gone.Add(alert);
        }

        return gone;
    }

    private async Task<AlertBox> SaveAsync(
        StreamId stream, Func<AlertBox, Instant, bool, ValueTask<(ImmutableArray<AlertEvent> Events, TurnExtras Extras)>> decide,
        CancellationToken cancellation)
    {
        using var span = Spans.AlertTurn(stream);
        for (var again = false; ; again = true)
        {
            cancellation.ThrowIfCancellationRequested();
            var head = await streams.FindAsync(stream, cancellation);
            var before = head is null ? AlertBox.Empty : LedgerJson.ReadAlertBox(head.State.Span);
            var (events, extras) = await decide(before, clock.GetCurrentInstant(), again);
            if (events.IsEmpty)
            {
                span.Discard();
                return before;
            }

            var after = events.Aggregate(before, AlertDecider.Evolve);
            var commit = await streams.CommitAsync(new()
            {
                Stream = stream,
                ExpectedVersion = head?.Version ?? 0,
                ExpectedTag = head?.Tag,
                Events = [.. events.Select(happened => new NewEvent(happened.At, EventTypes.Of(happened), LedgerJson.Write(happened)))],
                State = LedgerJson.Write(after),
                NextWakeUp = after.NextWakeUp,
                Lookups = extras.Lookups,
                Copies = extras.Copies,
            }, cancellation);
            if (!commit.IsDone)
                continue;
            span.Decided(events);
            if (events.Any(happened => happened is AlertMailParked))
                Measures.AlertParked();
            wakeUps.Saved(new(stream, IsNew: head is null, head?.NextWakeUp, after.NextWakeUp, Lead: null));
            return after;
        }
    }
}
