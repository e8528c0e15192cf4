using Handoff.Benchmarks.Hosting;
using Handoff.Delivery.Tests.Smtp;
using Handoff.RealFaults.Tests.Hosting;

namespace Handoff.RealFaults.Tests.Mails;

/// <summary>A mail server that takes a message and never answers.</summary>
public sealed class HangingServerTests : IDisposable
{
    private readonly FaultFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SmtpFact]
    public async Task Mails_over_which_the_server_hangs_hold_up_neither_the_others_nor_the_intake_nor_a_stop()
    {
        // Anna Greco, who gets every other lead, has an address over which the test server hangs.
        var people = Path.Combine(_folder.Agreement, "people.yaml");
        File.WriteAllText(people, File.ReadAllText(people).Replace("anna.greco@acme.example", "hang@acme.example", StringComparison.Ordinal));
        await using var mails = await ArrivedMails.StartAsync(static _ => Task.CompletedTask);
        var how = _folder.Start with { Variables = new Dictionary<string, string>(mails.Variables, StringComparer.Ordinal) { ["HANDOFF_MAIL_TIMEOUT"] = "2s" } };
        await using var host = await HostProcess.StartAsync(how, default);
        using var client = new LeadClient(host);

        for (var number = 0; number < 16; number++)
            await client.PostAsync($"lead{number}");

        // Each hanging attempt blocks one of four connections for two seconds; the others' mails go between.
        using var ledger = new StoredLedger(_folder.Data);
        await Patience.UntilAsync(() => Task.FromResult(ledger.Sent().Count >= 8), TimeSpan.FromMinutes(1), () => $"8 offers are sent; there are {ledger.Sent().Count}");
        Assert.All(client.Acknowledged.Keys.Except(ledger.Sent().Select(name => name.Split('-')[0])), id => Assert.True(mails.Offered.ContainsKey(id), $"The server hangs over {id}."));
        var (took, exitCode) = await host.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.True(took < TimeSpan.FromSeconds(20), $"It took {took} to stop.");
    }
}
