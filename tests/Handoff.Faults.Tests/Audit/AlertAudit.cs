using Handoff.Alerts;
using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.Service.MailEvents;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Faults.Tests.Audit;

/// <summary>The alerts of one person: each is heard once, in mails that are no storm.</summary>
internal sealed class AlertAudit(SimulatedWorld world)
{
    private AlertBox _box = AlertBox.Empty;

    // Once overtaken an alert need not be sent: what came true again is told by an alert of its own.
    private readonly HashSet<(LeadId, int)> _overtaken = [];

    /// <summary>When the last e-mail was owed.</summary>
    private Instant? _lastOwed;

    public void Committed(Turn turn)
    {
        foreach (var stored in turn.Events)
        {
            var happened = LedgerJson.ReadAlertEvent(stored.Json.Span);
            Check(happened, turn.Stream);
            _box = AlertDecider.Evolve(_box, happened);
        }

        if (!turn.State.Span.SequenceEqual(LedgerJson.Write(_box)))
            world.Break($"The events replay to the state, and those of {world.NameOf(turn.Stream)} do not.");
        var needed = _box.Outbox.Select(mail => (Instant?)mail.NotBefore).Append(_box.WindowEndsAt).Min();
        if (turn.NextWakeUp != needed)
            world.Break(
                $"Promise 3: what is owed has a wake-up, and {world.NameOf(turn.Stream)} needs {needed} and has {turn.NextWakeUp}.");
    }

    /// <summary>A lead has changed: what waits of it may be overtaken.</summary>
    public void Changed(LeadId lead)
    {
        foreach (var alert in _box.Outbox.SelectMany(mail => mail.Alerts).Where(alert => alert.Lead == lead))
            Look(alert);
    }

    private void Look(Alert alert)
    {
        if (!IsStillTrue(alert))
            _overtaken.Add((alert.Lead, alert.Number));
    }

    private void Check(AlertEvent happened, StreamId stream)
    {
        switch (happened)
        {
            case AlertRaised e when !world.Auditor.Raised.Add((e.Alert.Lead, e.Alert.Number)):
                world.Break($"An alert is delivered into its stream once, and {e.Alert.Kind} {e.Alert.Number} was twice.");
                break;
            case AlertRaised e:
                Look(e.Alert);
                break;
            case AlertMailOwed e:
                if (_lastOwed is { } before && e.At - before < Duration.FromMinutes(5) && !world.Scenario.Has(Trouble.ClocksJump))
                    world.Break(
                        $"Section 7: what follows within the grouping window goes as one mail, and after {before} one was owed at {e.At}.");
                _lastOwed = e.At;
                break;
            case AlertMailSent e when world.Provider.Taken(new MessageName(stream, e.Number).ToString()) == 0:
                var owed = _box.Outbox.First(mail => mail.Number == e.Number);
                if (owed.Alerts.All(alert => !_overtaken.Contains((alert.Lead, alert.Number)) && IsStillTrue(alert)))
                    world.Break(
                        $"Promise 3: an alert is delivered at least once, and mail {e.Number} of {world.NameOf(
                        stream)} counts as sent and is not.");
                break;
            default:
                break;
        }
    }

    private bool IsStillTrue(Alert alert) =>
        world.Auditor.Find(alert.Lead) is { } lead && AlertTruth.StillTrue(lead.State, alert, _box.Person ?? default, world.Now);
}
