using System.Collections.Immutable;
using System.Globalization;
using Handoff.News;
using Handoff.Service.News;
using Handoff.Web.Desk;
using NodaTime;

namespace Handoff.Web.Channels;

/// <summary>What the page of channels shows.</summary>
/// <param name="Again">How many events are sent again, or null: nobody asked.</param>
public sealed record ChannelsView(DeskView Desk, ImmutableArray<ChannelStanding> Channels, int? Again)
{
    public ChannelTexts Texts => new(Desk.Viewer.Language);

    internal string When(Instant at) => Desk.Time.Distance(at) ?? Desk.Time.Texts.At(Desk.Time.At(at));

    internal string Fill(string text, params object[] parts) => Desk.Time.Texts.Fill(text, parts);

    /// <summary>How a channel stands, in a sentence.</summary>
    internal string Says(ChannelStanding one) => one switch
    {
        { Stop: ChannelStop.Removed } or { Channel: null } => Texts.Removed,
        { Stop: ChannelStop.Refused } => Fill(Texts.Refused, one.StopReason),
        { Stop: not null } => Fill(Texts.Dead, one.StopReason),
        { IsDown: true, Next: { } next } => Fill(Texts.Down, When(next)),
        { Owed: > 0 } => Fill(Texts.Waiting, one.Owed),
        { Arrived: 0 } => Texts.Idle,
        _ => Texts.Well,
    };

    /// <summary>Whether nothing needs a look.</summary>
    internal static bool IsWell(ChannelStanding one) => one is { Stop: null, IsDown: false, GivenUp: 0 };

    /// <summary>Where it leads: of a webhook the host, of a chat nothing, for its address is a secret.</summary>
    internal static string Where(ChannelStanding one) => one.Channel is { Type: ChannelType.Webhook } webhook ? webhook.Url.Host
        : one.Channel?.Type.ToString() ?? "";

    /// <summary>What came of an attempt.</summary>
    internal string Says(NewsAttempt attempt) => attempt switch
    {
        { Reason: "", Remark: "" } => Texts.Arrived,
        { Reason: "" } => $"{Texts.Arrived}: {attempt.Remark}",
        { RetryAt: { } again } => $"{attempt.Reason}; {Fill(Texts.Again, When(again))}",
        _ => $"{attempt.Reason}; {Texts.GivenUp}",
    };

    /// <summary>What came of reading a deal.</summary>
    internal string Says(DealAttempt deal) =>
        deal.RetryAt is { } again ? $"{deal.Says}; {Fill(Texts.Again, When(again))}" : deal.Says;

    internal static string Took(NewsAttempt attempt) => attempt.Took.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms";
}
