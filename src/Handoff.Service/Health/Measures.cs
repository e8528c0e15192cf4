using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Handoff.Leads;
using NodaTime;

namespace Handoff.Service.Health;

/// <summary>The figures that are watched from outside: the meter <see cref="MeterName"/>. None names a lead or a person.</summary>
public static class Measures
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Handoff";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Looks = Meter.CreateCounter<long>("handoff.reconciler.looks", "{look}", "Looks of the reconciler for passed wake-ups.");
    private static readonly Histogram<double> WakeUpLateness = Meter.CreateHistogram<double>(
        "handoff.reconciler.lateness", "s", "How late the latest wake-up was that a look of the reconciler found; 0: none.");

    private static readonly Histogram<double> AlertLateness = Meter.CreateHistogram<double>(
        "handoff.alert.lateness", "s", "How long after it fell due a rung was carried out.");

    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>(
        "handoff.deliveries", "{attempt}", "Attempts to hand a message over, by outcome: accepted, failed or refused.");

    /// <summary>The reconciler has looked.</summary>
    internal static void Looked(Duration lateness)
    {
        Looks.Add(1);
        WakeUpLateness.Record(lateness.TotalSeconds);
    }

    /// <summary>Events of a lead are saved.</summary>
    internal static void Saved(ImmutableArray<LeadEvent> events)
    {
        foreach (var happened in events)
        {
            if (happened is RungPassed { Overtaken: false } rung)
                AlertLateness.Record((rung.At - rung.DueAt).TotalSeconds);
            else if (happened is AlertRepeated repeated)
                AlertLateness.Record((repeated.At - repeated.DueAt).TotalSeconds);
        }
    }

    /// <summary>An attempt to send an e-mail has come to its end.</summary>
    internal static void Delivered(DeliveryResult result) => Deliveries.Add(1, new KeyValuePair<string, object?>("outcome", result switch
    {
        DeliveryResult.Sent => "accepted",
        DeliveryResult.Failed => "failed",
        DeliveryResult.Refused => "refused",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "No rule for this result."),
    }));
}
