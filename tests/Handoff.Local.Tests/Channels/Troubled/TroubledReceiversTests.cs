using System.Diagnostics;
using System.Globalization;
using Handoff.Local.Tests.Hosting;
using Handoff.Local.Verbs;
using Handoff.Service.News;
using NodaTime;
using Xunit;
using Xunit.Abstractions;

namespace Handoff.Local.Tests.Channels.Troubled;

/// <summary>
/// A receiver that is dead for three days, one that answers nothing while the clock stands, one that says 200 and throws away, and one that
/// floods us with 429, while leads pass through the real host. <c>HANDOFF_TROUBLED_LEADS=10000</c> has so many pass.
/// </summary>
public sealed class TroubledReceiversTests(ITestOutputHelper output)
{
    private static readonly int Leads =
        int.Parse(Environment.GetEnvironmentVariable("HANDOFF_TROUBLED_LEADS") ?? "80", CultureInfo.InvariantCulture);

    private static readonly TimeSpan DeadFor = TimeSpan.FromHours(72);

    /// <summary>The last attempt is at most so long after the one before: 24 hours and a tenth.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(27);

    [Fact]
    public async Task Every_event_arrives_once_they_live_in_order_by_the_same_ids_and_no_lead_has_another_minute_for_it()
    {
        var alone = await AloneAsync();
        await using var receivers = await FourReceivers.StartAsync(mostInAMoment: Math.Max(20, Leads / 10));
        using var folder = new EvenFolder(receivers.File);
        await using var host = await ServeAsync(folder);
        var began = Stopwatch.GetTimestamp();
        var days = new CrowdedDays(host, Leads, receivers.PassMoment);
        var start = host.Now;
        await days.ReceiveAllAsync();
        receivers.IsSlow = false;
        await days.PassAsync(start + DeadFor - host.Now, TimeSpan.FromHours(1));
        Assert.Equal(0, receivers.Dead.Count);
        var among = await days.InstantsAsync();
        Say("three days with four receivers in trouble", began);

        // Nothing of a lead's life is at another instant, or is missing, or is there besides.
        Assert.Equal(alone, among);

        receivers.IsDead = false;
        var told = await ArriveAsync(host, days, receivers);
        foreach (var (name, receiver) in receivers.All.Where(one => one.Receiver != receivers.Lying))
        {
            Assert.Equal((name, told.Count), (name, receiver.Count));
            AssertIsWhole(name, receiver, told);
        }

        AssertIsOrdered(receivers.Lying);
        var lost = told.Except(receivers.Lying.Has.Select(one => one.Id)).ToList();
        Assert.NotEmpty(lost);
        Assert.Superset(told.ToHashSet(), receivers.Lying.Asked.ToHashSet());
        Assert.Equal(told.Count, receivers.Lying.Asked.Count);
        foreach (var (name, receiver) in receivers.All)
            output.WriteLine($"{name}: {receiver.Requests} requests, {receiver.Count} of {told.Count} events");

        // 200 is all that can be known of a receiver; what it threw away it is given again by the same ids, when somebody asks.
        receivers.Lies = false;
        var now = host.Now;
        await host.StopAsync();
        Assert.Equal(0, await ReplayVerb.ReplayAsync(
            host.Folder, folder.Path, new ReplayOrder("lying") { Since = Instant.FromDateTimeOffset(start) }, default));
        await using var again = await RunningHost.StartAsync(host.Folder, now.AddHours(1), agreement: folder.Path);
        await SettleAsync(again, receivers);
        AssertIsWhole("lying", receivers.Lying, await new CrowdedDays(again, 0, receivers.PassMoment).ToBeToldAsync());
    }

    /// <summary>The same days without any receiver.</summary>
    private async Task<IReadOnlyList<string>> AloneAsync()
    {
        using var folder = new EvenFolder(channels: null);
        await using var host = await ServeAsync(folder);
        var began = Stopwatch.GetTimestamp();
        var days = new CrowdedDays(host, Leads, static () => { });
        var start = host.Now;
        await days.ReceiveAllAsync();
        await days.PassAsync(start + DeadFor - host.Now, TimeSpan.FromHours(1));
        Say("three days without a receiver", began);
        return await days.InstantsAsync();
    }

    /// <summary>Lets time pass until everything that is to be told has arrived where it is taken; then it says what that is.</summary>
    private static async Task<IReadOnlySet<string>> ArriveAsync(RunningHost host, CrowdedDays days, FourReceivers receivers)
    {
        var (until, told) = (host.Now + LongestPause, await days.ToBeToldAsync());
        while (host.Now < until && receivers.All.Any(one => one.Receiver != receivers.Lying && one.Receiver.Count < told.Count))
        {
            await days.PassAsync(TimeSpan.FromMinutes(20));
            await SettleAsync(host, receivers);
            told = await days.ToBeToldAsync();
        }

        return told;
    }

    /// <summary>Waits until nothing is sent any more, however long it takes as long as it goes on.</summary>
    private static async Task SettleAsync(RunningHost host, FourReceivers receivers)
    {
        for (var before = -1; ;)
        {
            try
            {
                await host.SettleAsync();
                return;
            }
            catch (TimeoutException) when (receivers.All.Sum(one => one.Receiver.Requests) is var now && now > before)
            {
                before = now;
            }
        }
    }

    private static void AssertIsWhole(string name, Receiver receiver, IReadOnlySet<string> told)
    {
        Assert.Equal((name, ""), (name, string.Join(' ', told.Except(receiver.Has.Select(one => one.Id)).Take(5))));
        Assert.Equal((name, ""), (name, string.Join(' ', receiver.Asked.Except(told).Take(5))));
        if (name != "lying")
            AssertIsOrdered(receiver);
    }

    /// <summary>What a receiver has of each stream stands in the order in which it happened there.</summary>
    private static void AssertIsOrdered(Receiver receiver)
    {
        foreach (var stream in receiver.Has.GroupBy(one => one.Of, StringComparer.Ordinal))
        {
            var sequences = stream.Select(one => one.Sequence).ToList();
            Assert.Equal(sequences.Order(StringComparer.Ordinal), sequences);
        }
    }

    private static Task<RunningHost> ServeAsync(EvenFolder folder) =>
        RunningHost.StartAsync(Directory.CreateTempSubdirectory("handoff-").FullName, RunningHost.MondayAtTen, agreement: folder.Path);

    private void Say(string what, long began) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{Leads} leads, {what}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"));
}
