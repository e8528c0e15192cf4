using System.Diagnostics;
using System.Globalization;
using Handoff.Benchmarks.Hosting;
using Handoff.Delivery.Tests.Smtp;
using Handoff.Leads;
using Handoff.RealFaults.Tests.Hosting;
using Handoff.RealFaults.Tests.Mails;
using Xunit.Abstractions;

namespace Handoff.RealFaults.Tests.Killing;

/// <summary>
/// Promises 1 to 3 against SIGKILL: nothing acknowledged is lost, whatever is due arrives, and what arrives twice is counted.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    /// <summary>
    /// Of the streams that a host works on at once (64) so many may be between sending and recording, over all kills in the mean; 21 were
    /// seen.
    /// </summary>
    private const int MostInFlight = 32;

    [SmtpFact]
    public async Task A_host_killed_at_random_under_load_loses_nothing_that_it_acknowledged()
    {
        var options = KillingOptions.Read();
        var random = new Random(options.Seed);
        using var folder = new FaultFolder();
        var starts = new List<TimeSpan>();
        Load? load = null;
        await using var mails = await ArrivedMails.StartAsync(offer => load!.OnOfferAsync(offer));
        var how = folder.Start with { Variables = mails.Variables };
        var host = await HostProcess.StartAsync(how, default);
        how = how with { Port = host.Port };
        using var client = new LeadClient(host);
        await using var working = load = new Load(client, options);
        var watch = Stopwatch.StartNew();
        load.Begin();

        for (var kill = 0; kill < options.Kills; kill++)
        {
            await Task.Delay(KillingOptions.LongestLife * random.NextDouble(), TimeProvider.System);
            await host.KillAsync();
            await host.DisposeAsync();
            host = await HostProcess.StartAsync(how, default);
            starts.Add(host.StartTime);
        }

        await load.EndPostingAsync();
        var took = watch.Elapsed;
        await using (host)
        {
            await ComeToRestAsync(client, mails, load, folder.Data, options.LongestRest);
            foreach (var id in client.Acknowledged.Keys)
                Assert.True(await client.LeadAsync(id) is { Owner.Length: > 0 }, $"{id} has no owner.");
            Assert.Equal(0, (await host.StopAsync()).ExitCode);
        }

        // Nothing moves any more but what is on its way from the mail server.
        using (var ledger = new StoredLedger(folder.Data))
        {
            await Patience.UntilAsync(
                () => Task.FromResult(ledger.Sent().IsSubsetOf(mails.Copies.Keys)), options.LongestRest, () => "what was sent arrives");
            Check(ledger, client, mails, load, options.Kills);
        }

        Say(options, took, starts, client, load, mails);
        var rebuild = await HandoffCommand.RunAsync("rebuild", "--data", folder.Data, "--agreement", folder.Agreement);
        Assert.Contains(" 0 heads mended", rebuild.Output, StringComparison.Ordinal);
    }

    /// <summary>Waits until every offer has arrived, every rep has his answer, and nothing is overdue.</summary>
    private static async Task ComeToRestAsync(LeadClient client, ArrivedMails mails, Load load, string data, TimeSpan longest)
    {
        using var ledger = new StoredLedger(data);
        await Patience.UntilAsync(
            () => Task.FromResult(ledger.OverdueAt(StoredLedger.Ago(TimeSpan.FromSeconds(5))) == 0 && Unsettled(ledger) == 0), longest,
            () => $"{Unsettled(
                ledger)} leads owe a message; of {client.Acknowledged.Count} leads {mails.Offered.Count} have an offer that arrived");
        await load.EndAcceptingAsync();
    }

    /// <summary>How many leads owe a message that was neither sent, nor overtaken, nor given up.</summary>
    private static int Unsettled(StoredLedger ledger) =>
        ledger.Events().Values.Count(events => events.OfType<MessageOwed>().Select(owed => owed.Message.Number)
        .Except(events.SelectMany(Settled)).Any());

    private static IEnumerable<int> Settled(LeadEvent happened) => happened switch
    {
        MessageSent sent => [sent.Number],
        MessageOvertaken overtaken => [overtaken.Number],
        MessageParked parked => [parked.Number],
        _ => [],
    };

    private static void Check(StoredLedger ledger, LeadClient client, ArrivedMails mails, Load load, int kills)
    {
        var events = ledger.Events();
        // One lead a key, however often it was posted: so no more leads than acknowledged.
        Assert.Equal(client.Acknowledged.Keys.Order(StringComparer.Ordinal), events.Keys.Order(StringComparer.Ordinal));
        var addresses = ledger.Addresses();
        foreach (var (id, rep) in load.Accepted)
            Assert.Equal(rep, addresses[Assert.Single(events[id].OfType<OfferAccepted>()).By]);
        foreach (var own in events.Values)
            CheckRungs(own);
        // What is recorded as sent has arrived; what has arrived is recorded, or was answered before it could be, and is recorded as
        // overtaken.
        var overtaken = events.SelectMany(own => own.Value.OfType<MessageOvertaken>().Select(message => $"{own.Key}-{message.Number}"))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Subset(mails.Copies.Keys.ToHashSet(StringComparer.Ordinal), ledger.Sent());
        Assert.Subset(
            ledger.Sent().Concat(overtaken).ToHashSet(StringComparer.Ordinal), mails.Copies.Keys.ToHashSet(StringComparer.Ordinal));
        // A lead of which no offer arrived was passed on before one could be sent: on a machine so slow that its rungs came first.
        Assert.All(
            events.Keys.Except(mails.Offered.Keys), id =>
            Assert.Contains(overtaken, name => name.StartsWith(id + "-", StringComparison.Ordinal)));
        Assert.InRange(mails.Twice, 0, kills * MostInFlight);
    }

    /// <summary>Each rung once, and none left out: those of a clock that ran its minute, at 50 % and at 100 %.</summary>
    private static void CheckRungs(List<LeadEvent> events)
    {
        var passed = events.OfType<RungPassed>().ToList();
        Assert.Equal(passed.Count, passed.DistinctBy(rung => (rung.Clock, rung.Index)).Count());
        foreach (var breach in events.OfType<ClockBreached>())
            Assert.Equal([0, 1], passed.Where(rung => rung.Clock == breach.Clock && rung.Index < 2).Select(rung => rung.Index));
    }

    private void Say(KillingOptions options, TimeSpan took, List<TimeSpan> starts, LeadClient client, Load load, ArrivedMails mails)
    {
        starts.Sort();
        var (median, longest) = (starts[starts.Count / 2].TotalSeconds, starts[^1].TotalSeconds);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"seed {options.Seed}: {options.Kills} kills in {took.TotalSeconds:F0} s; start to ready {median:F2} s " +
            $"(median), {longest:F2} s (longest)"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"acknowledged and lost: 0 of {client.Acknowledged.Count} leads ({mails.Offered.Count} with an offer that arrived), 0 " +
            $"of {load.Accepted.Count} acceptances"));
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"mails: {mails.Copies.Count}; copies beyond the first: {mails.Twice}"));
    }
}
