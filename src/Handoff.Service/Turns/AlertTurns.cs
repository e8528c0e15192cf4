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

/// <summary>The turns of a person's alerts.</summary>
public sealed class AlertTurns(
    IStreamStore streams, ILookupStore lookups, StreamRunner runner, LeadTurns turns, LeadMailReports leads, CompanyInForce company,
    IWakeUps wakeUps,
    IClock clock)
{
    /// <summary>How long it is remembered that an alert was delivered: longer than its delivery is tried.</summary>
    private static readonly Duration Remembered = Duration.FromDays(3);

    private readonly AlertGathering _gathering = new();

    private readonly AlertGathering _returns = new();

    private sealed record OpenedBox(StreamHead? Head, AlertBox Box);

    /// <summary>The stream of a person: the id is opaque (promise 7). Leads that came back have one of their own, which waits for the
    /// day's hour.</summary>
    public static StreamId StreamOf(PersonId person, bool ofReturns = false) =>
        new(StreamKind.Alerts, ofReturns ? $"{person.Value}-returns" : person.Value);

    /// <summary>Delivers an alert into the person's stream, once; together with others that come at the same time.</summary>
    public Task RaiseAsync(PersonId person, Alert alert, CancellationToken cancellation) =>
        (alert.Kind == MessageKind.Returned ? _returns : _gathering).RaiseAsync(person, alert, RaiseAsync, cancellation);

    // Not to be cancelled: several wait for it.
    private Task<AlertBox> RaiseAsync(PersonId person, IReadOnlyList<Alert> alerts)
    {
        ImmutableArray<Alert> undelivered = [.. alerts.DistinctBy(one => (one.Lead, one.Number))];
        return DecideAsync(
            StreamOf(person, ofReturns: alerts[0].Kind == MessageKind.Returned),
            (box, now) =>
            {
                ImmutableArray<Alert> raised = [.. undelivered.Where(alert => !box.Knows(alert))];
                return new((
                    box, World(box with { Person = person }), [.. raised.Select(alert => new AlertCommand.Raise(person, alert))],
                    new()
                    {
                        Lookups = [.. raised.Select(alert =>
                            new LookupWrite(KeyOf(person, alert), alert.Lead.Value, "", 0, now + Remembered))],
                    }));
            },
            CancellationToken.None,
            async () => undelivered = await UndeliveredAsync(person, undelivered));
    }

    /// <summary>Those of the alerts that no earlier delivery has raised.</summary>
    private async Task<ImmutableArray<Alert>> UndeliveredAsync(PersonId person, ImmutableArray<Alert> alerts)
    {
        var now = clock.GetCurrentInstant();
        var known = await Task.WhenAll(alerts.Select(async alert =>
            await lookups.FindLookupAsync(KeyOf(person, alert), now, CancellationToken.None) is not null));
        return [.. alerts.Where((_, n) => !known[n])];
    }

    /// <summary>The key that an alert is raised once: it belongs to the person's stream, and is written with it.</summary>
    private static string KeyOf(PersonId person, Alert alert) => $"alert:{person}.{alert.Lead}/{alert.Number}";

    /// <summary>Looks whether the window has ended, and what of it is still true.</summary>
    public Task<AlertBox> TakeTurnAsync(StreamId stream, CancellationToken cancellation) => DecideAsync(
        stream,
        async (box, now) =>
        {
            if (box.WindowEndsAt is not { } end || end > now)
                return (box, World(box), [], TurnExtras.None);
            var since = await streams.ReadEventsAsync(stream, box.WaitingFrom, cancellation);
            var whole = AlertDecider.WithWaiting(box, since.Select(one => LedgerJson.ReadAlertEvent(one.Json.Span)));
            var gone = await OvertakenAsync(whole.Waiting, whole.Person, now, cancellation);
            var world = World(whole) with { StillTrue = alert => !gone.Contains(alert) };
            return (whole, world, [new AlertCommand.TakeTurn()], TurnExtras.None);
        },
        cancellation);

    /// <summary>
    /// Records what became of an attempt to deliver an e-mail. Of one that is given up each lead is told first, and alerts who stands in.
    /// </summary>
    public Task<AlertBox> RecordAsync(
        StreamId stream, RecordDelivery delivery, ImmutableArray<MailCopy> copies, CancellationToken cancellation) => DecideAsync(
        stream,
        async (box, now) =>
        {
            var command = new AlertCommand.RecordMail(delivery);
            if (AlertDecider.In(World(box), now).Decide(box, command).Events.Any(happened => happened is AlertMailParked))
                await TellLeadsAsync(box, delivery.Number, MailFate.Undeliverable, delivery.Reason, cancellation);
            return (box, World(box), [command], new() { Copies = copies });
        },
        cancellation);

    /// <summary>
    /// Records what the provider tells of an e-mail that it took. Of one that did not arrive each lead is told first, and alerts who stands
    /// in.
    /// </summary>
    public Task<AlertBox> ReportAsync(StreamId stream, int number, MailFate fate, string reason, CancellationToken cancellation) =>
        DecideAsync(
        stream,
        async (box, now) =>
        {
            var command = new AlertCommand.ReportMail(number, fate, reason);
            if (fate.IsFailure() && !AlertDecider.In(World(box), now).Decide(box, command).Events.IsEmpty)
                await TellLeadsAsync(box, number, fate, reason, cancellation);
            return (box, World(box), [command], TurnExtras.None);
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
            if (await turns.FindAsync(alert.Lead, cancellation) is not { } lead
                || !AlertTruth.StillTrue(lead, alert, person ?? PersonId.Nobody, now))
                gone.Add(alert);
        }

        return gone;
    }

    private AlertWorld World(AlertBox box) =>
        new(box.Person is { } id ? company.Staff.Find(id) : null, company.Agreement.Alerts.GroupWithin, static _ => true)
        {
            Returns = new(company.Agreement.Alerts.ReturnsAt, company.Agreement.TimeZone),
        };

    /// <summary>Takes one turn of the box.</summary>
    /// <param name="stream">The person's stream.</param>
    /// <param name="ask">What is asked of the box as it was read, at a time.</param>
    /// <param name="overtaken">
    /// What is looked up when the box was written by others, before it is read again: whoever looked it up between reading and writing
    /// would be overtaken again and again by those who need not.
    /// </param>
    private async Task<AlertBox> DecideAsync(
        StreamId stream,
        Func<AlertBox, Instant, ValueTask<(
            AlertBox Box, AlertWorld World, ImmutableArray<AlertCommand> Commands, TurnExtras Extras)>> ask,
        CancellationToken cancellation,
        Func<Task>? overtaken = null)
    {
        using var span = Spans.AlertTurn(stream);
        var reads = 0;
        return await runner.RunAsync<OpenedBox, AlertBox>(
            null,
            async () =>
            {
                if (reads++ > 0 && overtaken is not null)
                    await overtaken();
                return await streams.FindAsync(stream, cancellation) is { } head
                    ? new(head, LedgerJson.ReadAlertBox(head.State.Span))
                    : new(null, AlertBox.Empty);
            },
            async (opened, _) =>
            {
                var (head, stored) = opened!;
                var now = clock.GetCurrentInstant();
                var (box, world, commands, extras) = await ask(stored, now);
                var decided = AlertDecider.In(world, now).DecideAll(box, commands);
                if (decided.Events.IsEmpty)
                {
                    span.Discard();
                    return new(null, _ => new(box));
                }

                return new(TurnOf(stream, head, decided, extras), _ =>
                {
                    span.Decided(decided.Events);
                    if (decided.Events.Any(happened => happened is AlertMailParked))
                        Measures.AlertParked();
                    wakeUps.Saved(new(stream, IsNew: head is null, head?.NextWakeUp, decided.State.NextWakeUp, Lead: null));
                    return new(decided.State);
                });
            },
            cancellation);
    }

    private static Turn TurnOf(StreamId stream, StreamHead? head, Decided<AlertBox, AlertEvent> decided, TurnExtras extras) => new()
    {
        Stream = stream,
        ExpectedVersion = head?.Version ?? 0,
        ExpectedTag = head?.Tag,
        Events = [.. decided.Events.Select(LedgerJson.Stored)],
        State = LedgerJson.Write(decided.State),
        NextWakeUp = decided.State.NextWakeUp,
        Lookups = extras.Lookups,
        Copies = extras.Copies,
    };
}
