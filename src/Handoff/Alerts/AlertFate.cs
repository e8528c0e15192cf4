using System.Collections.Immutable;
using Handoff.Leads;
using NodaTime;

namespace Handoff.Alerts;

/// <summary>Where one alert of a lead is on its way to the person who is to hear it.</summary>
/// <param name="Mail">The number of the e-mail that carries it; null: none does.</param>
public sealed record AlertFate(int? Mail, DeliveryState State, Instant At)
{
    /// <summary>Returns the fate of each alert that the events tell of.</summary>
    /// <param name="events">A person's alert events, in order; the earliest may be missing.</param>
    public static IReadOnlyDictionary<AlertName, AlertFate> Of(IEnumerable<AlertEvent> events)
    {
        var fates = new Dictionary<AlertName, AlertFate>();
        var mails = new Dictionary<int, ImmutableArray<AlertName>>();
        List<AlertName> waiting = [];
        foreach (var happened in events)
        {
            switch (happened)
            {
                case AlertRaised e:
                    waiting.Add(NameOf(e.Alert));
                    fates[NameOf(e.Alert)] = new(null, DeliveryState.Grouped, e.At);
                    break;
                case AlertMailOwed e:
                    mails[e.Number] = [.. e.Alerts.Select(NameOf)];
                    EndWindow(e.At);
                    break;
                case WindowClosed e:
                    EndWindow(e.At);
                    break;
                default:
                    break;
            }

            if (Step(happened) is var (number, state))
            {
                foreach (var alert in mails.GetValueOrDefault(number, []))
                    fates[alert] = new(number, state, happened.At);
            }
        }

        return fates;

        // What waited and is in no e-mail was no longer true.
        void EndWindow(Instant at)
        {
            foreach (var alert in waiting)
                fates[alert] = new(null, DeliveryState.Overtaken, at);
            waiting.Clear();
        }
    }

    private static AlertName NameOf(Alert alert) => new(alert.Lead, alert.Number);

    private static (int Mail, DeliveryState State)? Step(AlertEvent happened) => happened switch
    {
        AlertMailOwed e => (e.Number, DeliveryState.Owed),
        AlertMailFailed e => (e.Number, DeliveryState.Retrying),
        AlertMailSent e => (e.Number, DeliveryState.Sent),
        AlertMailDelivered e => (e.Number, DeliveryState.Delivered),
        AlertMailBounced e => (e.Number, DeliveryState.Bounced),
        AlertMailParked e => (e.Number, DeliveryState.Parked),
        _ => null,
    };
}
