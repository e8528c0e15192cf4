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

    [StoreFact]
    public async Task A_process_that_starts_reads_the_scorecard_of_many_leads()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using (var company = await CompanyOnStore.OpenAsync(Store, Clock))
        {
            var number = 0;
            await Task.WhenAll(Enumerable.Range(0, Math.Min(16, Leads)).Select(async _ =>
            {
                while (Interlocked.Increment(ref number) is var next && next <= Leads)
                    await AddAsync(company, next);
            }));
        }

        var (ofRows, first) = await StartAsync("from rows alone");
        await using (var keeper = await CompanyOnStore.OpenAsync(Store, Clock))
            Assert.Equal((Leads + FactsOfAPiece - 1) / FactsOfAPiece, await keeper.Get<FactKeeping>().KeepAsync(evenUnread: true, default));
        // What was changed within two minutes is read again.
        Clock.AdvanceMinutes(10);
        var (ofKept, next) = await StartAsync("from what was kept");
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

    private static async Task AddAsync(CompanyOnStore company, int number)
    {
        var stored = Assert.IsType<IntakeAnswer.Stored>(await company.PostAsync(
            $"ada@{number.ToString(CultureInfo.InvariantCulture)}.example", null, null, ("utm_campaign", $"campaign-{number % 20}")));
        if (number % 5 == 0)
            await company.TurnAsync(stored.Id, new TakeTurn());
    }
}
