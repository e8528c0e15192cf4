using System.Collections.Concurrent;
using Handoff.Benchmarks.Hosting;
using Handoff.Delivery.Tests.Smtp;
using Handoff.RealFaults.Tests.Hosting;

namespace Handoff.RealFaults.Tests.Mails;

/// <summary>A mail server that takes a message and never answers.</summary>
public sealed class HangingServerTests : IDisposable
{
    private const string Hanging = "hang@acme.example";

    private readonly FaultFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SmtpFact]
    public async Task Mails_over_which_the_server_hangs_hold_up_neither_the_others_nor_the_intake_nor_a_stop()
    {
        // Anna Greco, who gets every other lead, has an address over which the test server hangs.
        var people = Path.Combine(_folder.Agreement, "people.yaml");
        File.WriteAllText(people, File.ReadAllText(people).Replace("anna.greco@acme.example", Hanging, StringComparison.Ordinal));
        var reps = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await using var mails = await ArrivedMails.StartAsync(offer => Task.FromResult(reps[offer.Lead] = offer.To));
        var how = _folder.Start with
        {
            Variables =
            new Dictionary<string, string>(mails.Variables, StringComparer.Ordinal) { ["HANDOFF_MAIL_TIMEOUT"] = "2s" }
        };
        await using var host = await HostProcess.StartAsync(how, default);
        using var client = new LeadClient(host);

        for (var number = 0; number < 16; number++)
            await client.PostAsync($"lead{number}");

        // Each hanging attempt blocks one of four connections for two seconds; the others' mails go between.
        using var ledger = new StoredLedger(_folder.Data);
        await Patience.UntilAsync(
            () => Task.FromResult(
                client.Acknowledged.Keys.All(reps.ContainsKey)
                && reps.All(one => one.Value == Hanging || ledger.Sent().Contains(one.Key + "-1"))),
            TimeSpan.FromMinutes(1), () => $"every offer is at the server; there are {reps.Count}, sent are {ledger.Sent().Count}");
        Assert.Contains(Hanging, reps.Values);
        Assert.Contains(reps.Values, static rep => rep != Hanging);
        var (took, exitCode) = await host.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.True(took < TimeSpan.FromSeconds(30), $"It took {took} to stop.");
    }
}
