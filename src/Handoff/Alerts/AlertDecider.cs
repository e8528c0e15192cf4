using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Alerts;

/// <summary>Groups a person's alerts; pure, as <see cref="LeadDecider"/> is.</summary>
public static class AlertDecider
{
    /// <summary>The process, as it stands to the rest of the world at a time.</summary>
    public static Decider<AlertBox, AlertCommand, AlertEvent> In(AlertWorld world, Instant now) => new(
        (box, command) =>
        {
            var events = command switch
            {
                AlertCommand.Raise { Alert.Kind: MessageKind.Returned } c => DailyMail.Raise(box, c, world, now),
                AlertCommand.Raise c => Raise(box, c.Person, c.Alert, world.GroupWithin, now),
                AlertCommand.TakeTurn when box.IsDaily => DailyMail.TakeTurn(box, world, now),
                AlertCommand.TakeTurn => TakeTurn(box, world.StillTrue, world.Person, world.GroupWithin, now),
                AlertCommand.RecordMail c => RecordDelivery(box, c.Delivery, now),
                AlertCommand.ReportMail c => AlertMailReports.Report(box, c.Number, c.Fate, c.Reason, now),
                _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
            };
            return new(events, events.Aggregate(box, Evolve), events.IsEmpty ? new Answer.AlreadyDone() : new Answer.Done());
        },
        Evolve,
        AlertBox.Empty);

    /// <summary>
    /// A lead delivers an alert: the first goes at once and opens a window. One that is known changes nothing; the store sees to it that
    /// one which has been sent, or which waits, is not delivered again.
    /// </summary>
    public static ImmutableArray<AlertEvent> Raise(AlertBox box, PersonId person, Alert alert, Duration groupWithin, Instant now)
    {
        if (box.Knows(alert))
            return [];
        var raised = new AlertRaised(now, person, alert);
        return box switch
        {
            { WindowEndsAt: null } => [raised, new AlertMailOwed(now, box.Mails + 1, [alert], 0), new WindowOpened(now, now + groupWithin)],
            // What may go at any hour does not wait for the opening for which the others wait.
            { IsHeld: true } when alert.AtAnyHour => [raised, new WindowHeld(now, now)],
            _ => [raised],
        };
    }

    /// <summary>The window's end, when it has come.</summary>
    /// <param name="stillTrue">Whether an alert that waits is still so.</param>
    /// <param name="person">The person, or null when no longer in the files: then nobody is spared.</param>
    /// <param name="groupWithin">How long the next window is.</param>
    /// <param name="now">The product's time.</param>
    public static ImmutableArray<AlertEvent> TakeTurn(
        AlertBox box, Func<Alert, bool> stillTrue, Person? person, Duration groupWithin, Instant now)
    {
        if (box.WindowEndsAt is not { } end || end > now)
            return [];
        var left = box.Waiting.Where(stillTrue).ToImmutableArray();
        if (left.IsEmpty)
            return [new WindowClosed(now)];
        if (person is not null && !person.Calendar.IsOpen(now) && !left.Any(alert => alert.AtAnyHour)
            && person.Calendar.NextOpening(now) is { } opening)
            return [new WindowHeld(now, opening)];
        return [new AlertMailOwed(now, box.Mails + 1, left, box.Waiting.Length - left.Length), new WindowOpened(now, now + groupWithin)];
    }

    /// <summary>What became of an attempt to deliver an e-mail.</summary>
    public static ImmutableArray<AlertEvent> RecordDelivery(AlertBox box, RecordDelivery delivery, Instant now)
    {
        if (box.Outbox.FirstOrDefault(mail => mail.Number == delivery.Number) is not { } owed)
            return [];
        if (delivery.Result == DeliveryResult.Sent)
            return [new AlertMailSent(now, owed.Number)];
        return DeliveryPatience.RetryAt(delivery, owed.Attempts, owed.FirstTriedAt, now) is { } retryAt
            ? [new AlertMailFailed(now, owed.Number, retryAt, delivery.Reason)]
            : [new AlertMailParked(now, owed.Number, delivery.Result == DeliveryResult.Refused, delivery.Reason)];
    }

    /// <summary>The state after a series of events.</summary>
    public static AlertBox Replay(IEnumerable<AlertEvent> events) => events.Aggregate(AlertBox.Empty, Evolve);

    /// <summary>The state after one more event.</summary>
    public static AlertBox Evolve(AlertBox box, AlertEvent happened)
    {
        var after = Apply(box, happened) with { Version = box.Version + 1 };
        return happened is WindowClosed or AlertMailOwed ? after with { Waiting = [], WaitingFrom = after.Version } : after;
    }

    /// <summary>The alerts that wait, of the events since nothing waited.</summary>
    /// <param name="box">The state, as it was read.</param>
    /// <param name="since">The events after <see cref="AlertBox.WaitingFrom"/>, in order.</param>
    public static AlertBox WithWaiting(AlertBox box, IEnumerable<AlertEvent> since) =>
        box with { Waiting = [.. since.OfType<AlertRaised>().Select(raised => raised.Alert)] };

    private static AlertBox Apply(AlertBox box, AlertEvent happened) => happened switch
    {
        AlertRaised e => box with
        {
            Person = e.Person,
            IsDaily = e.Alert.Kind == MessageKind.Returned,
            Waiting = box.Waiting.Add(e.Alert),
        },
        WindowOpened e => box with { WindowEndsAt = e.EndsAt, IsHeld = false },
        WindowHeld e => box with { WindowEndsAt = e.EndsAt, IsHeld = e.EndsAt > e.At },
        WindowClosed => box with { WindowEndsAt = null, IsHeld = false },
        AlertMailOwed e => box with { Mails = e.Number, Outbox = box.Outbox.Add(new(e.Number, e.Alerts, e.At, 0, null)) },
        AlertMailSent e => Drop(AlertMailReports.Remember(box, e.Number, e.At), e.Number),
        AlertMailDelivered e => AlertMailReports.Told(box, e.Number, MailFate.Delivered, e.At),
        AlertMailDeferred e => AlertMailReports.Told(box, e.Number, MailFate.Deferred, e.At),
        AlertMailBounced e => AlertMailReports.Told(box, e.Number, e.Fate, e.At),
        AlertMailParked e => Drop(box, e.Number) with { Parked = box.Parked + 1 },
        AlertMailFailed e => box with
        {
            Outbox = [.. box.Outbox.Select(mail => mail.Number == e.Number
                ? mail with { Attempts = mail.Attempts + 1, FirstTriedAt = mail.FirstTriedAt ?? e.At, NotBefore = e.RetryAt }
                : mail)],
        },
        _ => box,
    };

    private static AlertBox Drop(AlertBox box, int number) => box with { Outbox = box.Outbox.RemoveAll(mail => mail.Number == number) };
}
