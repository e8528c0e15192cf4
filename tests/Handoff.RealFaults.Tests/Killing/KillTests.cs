using System.Diagnostics;
using System.Globalization;
using Handoff.Benchmarks.Hosting;
using Handoff.Delivery.Tests.Smtp;
using Handoff.Leads;
using Handoff.RealFaults.Tests.Hosting;
using Handoff.RealFaults.Tests.Mails;
using Xunit.Abstractions;

namespace Handoff.RealFaults.Tests.Killing;

/// <summary>Promises 1 to 3 against SIGKILL: nothing acknowledged is lost, whatever is due arrives, and what arrives twice is counted.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    /// <summary>A host works on so many streams at once; of each it may have sent what it has not yet recorded.</summary>
    private const int MostInFlight = 32;

    private static readonly TimeSpan LongestDrain = TimeSpan.FromMinutes(3);

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
            await ComeToRestAsync(client, mails, load, folder.Data);
            await CheckAsync(client, mails, load, folder.Data, options.Kills);
            Say(options, took, starts, client, load, mails);
            var (_, exitCode) = await host.StopAsync();
            Assert.Equal(0, exitCode);
        }

        var rebuild = await HandoffCommand.RunAsync("rebuild", "--data", folder.Data, "--agreement", folder.Agreement);
        Assert.Contains(" 0 heads mended", rebuild.Output, StringComparison.Ordinal);
    }

    /// <summary>Waits until every offer has arrived, every rep has his answer, and nothing is overdue.</summary>
    private static async Task ComeToRestAsync(LeadClient client, ArrivedMails mails, Load load, string data)
    {
        using var ledger = new StoredLedger(data);
        await Patience.UntilAsync(
            () => Task.FromResult(client.Acknowledged.Keys.All(mails.Offered.ContainsKey)), LongestDrain,
            () => $"offers arrived of {mails.Offered.Count} of {client.Acknowledged.Count} leads");
        await load.EndAcceptingAsync();
        await Patience.UntilAsync(
            () => Task.FromResult(ledger.OverdueAt(StoredLedger.Ago(TimeSpan.FromSeconds(5))) == 0 && ledger.Sent().IsSubsetOf(mails.Copies.Keys)), LongestDrain,
            () => $"{ledger.OverdueAt(StoredLedger.Ago(TimeSpan.FromSeconds(5)))} streams are overdue; of {ledger.Sent().Count} mails sent {mails.Copies.Count} arrived");
    }

    private static async Task CheckAsync(LeadClient client, ArrivedMails mails, Load load, string data, int kills)
    {
        using var ledger = new StoredLedger(data);
        var events = ledger.Events();
        // One lead a key, however often it was posted: so no more leads than acknowledged.
        Assert.Equal(client.Acknowledged.Keys.Order(StringComparer.Ordinal), events.Keys.Order(StringComparer.Ordinal));
        foreach (var id in client.Acknowledged.Keys)
        {
            var lead = await client.LeadAsync(id);
            Assert.True(lead is { Owner.Length: > 0 }, $"{id} has no owner.");
        }

        foreach (var (id, rep) in load.Accepted)
            Assert.Equal(rep, Assert.Single(events[id].OfType<OfferAccepted>()).By.Address);
        foreach (var own in events.Values)
            CheckRungs(own);
        // What is recorded as sent has arrived; what has arrived is recorded, or was answered before it could be, and is recorded as overtaken.
        var overtaken = events.SelectMany(own => own.Value.OfType<MessageOvertaken>().Select(message => $"{own.Key}-{message.Number}"));
        Assert.Subset(mails.Copies.Keys.ToHashSet(StringComparer.Ordinal), ledger.Sent());
        Assert.Subset(ledger.Sent().Concat(overtaken).ToHashSet(StringComparer.Ordinal), mails.Copies.Keys.ToHashSet(StringComparer.Ordinal));
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
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"seed {options.Seed}: {options.Kills} kills in {took.TotalSeconds:F0} s; start to ready {starts[starts.Count / 2].TotalSeconds:F2} s (median), {starts[^1].TotalSeconds:F2} s (longest)"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{client.Acknowledged.Count} leads acknowledged, 0 lost; {load.Accepted.Count} acceptances acknowledged, 0 lost; {mails.Copies.Count} mails, {mails.Twice} arrived twice"));
    }
}
