using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Handoff.Figures;
using Handoff.Leads;
using Handoff.Service.Figures;
using Handoff.Service.Intake;
using Xunit.Abstractions;

namespace Handoff.Stores.Tests.Contract;

/// <summary>
/// The scorecard of many leads in a process that starts, on every store: from rows alone, and from what was kept.
/// <c>HANDOFF_REACH=10000</c> measures so many; figures are the same, however many.
/// </summary>
public abstract class FigureReach(IStoreFixture fixture, ITestOutputHelper output) : StoreContract(fixture)
{
    private static readonly int Leads =
        int.Parse(Environment.GetEnvironmentVariable("HANDOFF_REACH") ?? "100", CultureInfo.InvariantCulture);

    // More than come between a stop and the next start.
    private static readonly int Changed = 1 + (Leads / 500);

    [StoreFact]
    public async Task A_process_that_starts_reads_the_scorecard_of_many_leads()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using (var company = await CompanyOnStore.OpenAsync(Store, Clock))
        {
            await AddAsync(company, 1, Leads);
            Clock.AdvanceMinutes(10);
            Assert.Equal(
                (Leads + FactsOfAPiece - 1) / FactsOfAPiece, await company.Get<FactKeeping>().KeepAsync(evenUnread: true, default));
            Clock.AdvanceMinutes(10);
            await AddAsync(company, Leads + 1, Changed);
            Clock.AdvanceMinutes(10);
        }

        var (ofKept, next) = await StartAsync($"from what was kept, and {Changed} that came since");
        foreach (var kept in await Store.Snapshots.ListSnapshotsAsync(default))
            await Store.Snapshots.DropSnapshotAsync(kept, default);
        var (ofRows, first) = await StartAsync("from rows alone");
        Assert.Equal(ofRows, ofKept);
        if (Leads >= 10_000)
            Assert.True(next < TimeSpan.FromSeconds(2), $"{first} from rows, {next} from what was kept");
    }

    private const int FactsOfAPiece = 4096;

    private async Task<(string Figures, TimeSpan Took)> StartAsync(string how)
    {
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        var watch = Stopwatch.StartNew();
        var card = await company.Get<ScorecardReading>().ReadAsync(FigureSight.Everything, null, default);
        var took = watch.Elapsed;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Leads} leads {how}: {took.TotalMilliseconds:F0} ms"));
        return (JsonSerializer.Serialize(card.Slices), took);
    }

    private static Task AddAsync(CompanyOnStore company, int first, int leads)
    {
        var (number, last) = (first - 1, first - 1 + leads);
        return Task.WhenAll(Enumerable.Range(0, Math.Min(16, leads)).Select(async _ =>
        {
            while (Interlocked.Increment(ref number) is var next && next <= last)
                await AddAsync(company, next);
        }));
    }

    private static async Task AddAsync(CompanyOnStore company, int number)
    {
        var stored = Assert.IsType<IntakeAnswer.Stored>(await company.PostAsync(
            $"ada@{number.ToString(CultureInfo.InvariantCulture)}.example", null, null, ("utm_campaign", $"campaign-{number % 20}")));
        // As a wake-up does within seconds.
        await company.TurnAsync(stored.Id, new TakeTurn());
    }
}
