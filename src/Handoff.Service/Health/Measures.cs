using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Handoff.Leads;
using Handoff.Service.Leads;
using Handoff.Service.Mail;
using NodaTime;

namespace Handoff.Service.Health;

/// <summary>
/// The figures that are watched from outside: the meter <see cref="MeterName"/>. None names a lead or a person; what they are divided by
/// are words of the agreement (source, tier, team, clock) and of the product, so there are few of each. docs/observability.md lists them.
/// </summary>
public static class Measures
{
    public const string MeterName = "Handoff";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>From in time to a week late, in seconds.</summary>
    private static readonly InstrumentAdvice<double> Lateness =
        new() { HistogramBucketBoundaries = [1, 5, 15, 30, 60, 120, 300, 900, 3_600, 14_400, 86_400, 604_800] };

    private static readonly Counter<long> Looks =
        Meter.CreateCounter<long>("handoff.reconciler.looks", "{look}", "Looks of the reconciler for passed wake-ups.");
    private static readonly Histogram<double> WakeUpLateness = Meter.CreateHistogram(
        "handoff.reconciler.lateness", "s", "How late the latest wake-up was that a look of the reconciler found; 0: none.", tags: null,
            Lateness);

    private static readonly Histogram<double> AlertLateness = Meter.CreateHistogram(
        "handoff.alert.lateness", "s", "How long after it fell due a rung was carried out.", tags: null, Lateness);

    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>(
        "handoff.deliveries", "{attempt}", "Attempts to hand a message over, by kind and by outcome: accepted, failed or refused.");

    private static readonly Counter<long> Parked = Meter.CreateCounter<long>(
        "handoff.deliveries.parked", "{message}", "Messages that are not tried again: refused for good, or failing for a day; by kind.");

    private static readonly Counter<long> Leads = Meter.CreateCounter<long>(
        "handoff.leads", "{lead}", "Leads that were stored, by source, tier and status: qualified, nurture, duplicate or discarded.");

    private static readonly Counter<long> Answers = Meter.CreateCounter<long>(
        "handoff.intake.answers", "{answer}", "Answers to posts of leads, by HTTP status; 202: stored.");

    private static readonly UpDownCounter<long> Waiting = Meter.CreateUpDownCounter<long>(
        "handoff.intake.waiting", "{lead}", "Leads that wait to be stored.");

    private static readonly Gauge<long> Open = Meter.CreateGauge<long>(
        "handoff.leads.open", "{lead}", "Open handoffs by status, as the reconciler last counted them.");

    private static readonly Counter<long> Breaches = Meter.CreateCounter<long>(
        "handoff.breaches", "{breach}", "Clocks that ran past their time, by clock, team and tier.");

    private static readonly Histogram<double> Acceptance = Meter.CreateHistogram(
        "handoff.acceptance.duration", "s",
            "From the lead's arrival to its acceptance, nights and weekends included, by team and tier; its count is the acceptances.",
        tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries =
            [60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 259_200, 604_800]
            });

    private static readonly Histogram<double> Commits = Meter.CreateHistogram(
        "handoff.store.commit.duration", "s", "How long the write of a lead's turn took, by outcome: committed or conflict.",
        tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries =
            [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
            });

    /// <summary>Whether anybody asks how many handoffs are open: they are counted only then.</summary>
    internal static bool CountsOpen => Open.Enabled;

    /// <summary>A post of a lead was answered.</summary>
    public static void Answered(int status)
    {
        if (Answers.Enabled)
            Answers.Add(1, new KeyValuePair<string, object?>("http.response.status_code", status));
    }

    /// <summary>The word of a delivery's outcome.</summary>
    internal static string Word(DeliveryResult result) => result switch
    {
        DeliveryResult.Sent => "accepted",
        DeliveryResult.Failed => "failed",
        DeliveryResult.Refused => "refused",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "No rule for this result."),
    };

    /// <summary>One more lead waits to be stored, or with -1 one less.</summary>
    internal static void Waits(int change) => Waiting.Add(change);

    internal static void Looked(Duration lateness)
    {
        Looks.Add(1);
        WakeUpLateness.Record(lateness.TotalSeconds);
    }

    /// <summary>The open handoffs were counted.</summary>
    internal static void Counted(LeadStatus status, int count) =>
        Open.Record(count, new KeyValuePair<string, object?>("status", status.Word()));

    /// <summary>Since when, for <see cref="Committed"/>; 0 while nobody asks.</summary>
    internal static long BeginCommit() => Commits.Enabled ? Stopwatch.GetTimestamp() : 0;

    /// <summary>A write of a lead's turn came to its end.</summary>
    internal static void Committed(long begun, bool isConflict)
    {
        if (begun != 0)
            Commits.Record(
                Stopwatch.GetElapsedTime(begun).TotalSeconds,
                new KeyValuePair<string, object?>("outcome", isConflict ? "conflict" : "committed"));
    }

    internal static void Saved(Lead lead, ImmutableArray<LeadEvent> events)
    {
        foreach (var happened in events)
        {
            switch (happened)
            {
                case LeadReceived received:
                    Leads.Add(
                        1, new("source", received.Reception.Source), new("tier", received.Reception.Tier),
                        new("status", lead.Status.Word()));
                    break;
                case RungPassed { Overtaken: false } rung:
                    AlertLateness.Record((rung.At - rung.DueAt).TotalSeconds);
                    break;
                case AlertRepeated repeated:
                    AlertLateness.Record((repeated.At - repeated.DueAt).TotalSeconds);
                    break;
                case ClockBreached breached:
                    Breaches.Add(1, new("clock", LeadWords.Of(breached.Clock)), new("team", lead.Known.Team), new("tier", lead.Known.Tier));
                    break;
                case OfferAccepted accepted:
                    Acceptance.Record(
                        (accepted.At - lead.ReceivedAt).TotalSeconds, new("team", lead.Known.Team), new("tier", lead.Known.Tier));
                    break;
                case MessageParked parked:
                    Parked.Add(1, new KeyValuePair<string, object?>("kind", KindOf(lead, parked.Number)));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>An attempt to send an e-mail has come to its end.</summary>
    internal static void Delivered(string kind, DeliveryResult result) =>
        Deliveries.Add(1, new("kind", kind), new("outcome", Word(result)));

    /// <summary>An e-mail of alerts was given up.</summary>
    internal static void AlertParked() => Parked.Add(1, new KeyValuePair<string, object?>("kind", MessageKindWords.Of(MessageKind.Digest)));

    private static string KindOf(Lead lead, int number) =>
        lead.Parked.FirstOrDefault(message => message.Number == number) is { } parked ? MessageKindWords.Of(parked.Kind) : "other";
}
