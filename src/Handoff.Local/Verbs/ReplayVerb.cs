using System.CommandLine;
using Handoff.Service.Auditing;
using Handoff.Service.News;
using NodaTime.Text;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff replay CHANNEL</c>: turns a channel on again, and sends again what is asked for.</summary>
internal static class ReplayVerb
{
    public static Command Make(Option<string> data, Option<string> agreement)
    {
        var channel = new Argument<string>("channel") { Description = "The channel's name in channels.yaml." };
        var since = new Option<string?>("--since")
        {
            Description = "Everything that it was given since then, such as 2026-12-01T00:00:00Z.",
        };
        var lead = new Option<string?>("--lead") { Description = "Everything that it was given of this lead." };
        var givenUp = new Option<bool>("--given-up") { Description = "What did not arrive in ten attempts." };
        var replay = new Command(
            "replay", "Turns a channel on again, and sends again what is asked for, with the same ids. While a host serves the folder, use "
            + "the page /channels instead.")
        {
            channel, since, lead, givenUp, data, agreement,
        };
        replay.SetAction((parsed, cancellation) =>
        {
            var order = new ReplayOrder(parsed.GetRequiredValue(channel))
            {
                Lead = parsed.GetValue(lead),
                GivenUp = parsed.GetValue(givenUp),
            };
            if (parsed.GetValue(since) is not { } text)
                return ReplayAsync(parsed.GetRequiredValue(data), parsed.GetRequiredValue(agreement), order, cancellation);
            return InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var from }
                ? ReplayAsync(
                    parsed.GetRequiredValue(data), parsed.GetRequiredValue(agreement), order with { Since = from }, cancellation)
                : Task.FromResult(Tell.Refusal($"'{text}' is no instant such as 2026-12-01T00:00:00Z."));
        });
        return replay;
    }

    internal static Task<int> ReplayAsync(string data, string agreement, ReplayOrder order, CancellationToken cancellation) =>
        StoreVerbs.OnStoreAsync(data, agreement, async services =>
        {
            if (await services.GetRequiredService<ChannelReplay>().ReplayAsync(order, cancellation) is not { } count)
                return Tell.Refusal($"channels.yaml has no channel {order.Channel}.");
            await services.GetRequiredService<AuditLog>().KeepAsync(
                Acts.ReplayChannel, AuditLog.CommandLine, order.Channel, AuditLog.Done);
            Console.WriteLine($"The channel {order.Channel} is on; {count} events are sent again once a host serves the folder.");
            return 0;
        }, cancellation);
}
