using Handoff.Local.Agreements;
using Handoff.Local.Tests.Hosting;
using Handoff.Local.Verbs;
using Parquet;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary><c>handoff export --parquet</c>: what another program reads.</summary>
public sealed class ExportVerbTests
{
    [Fact]
    public async Task Every_lead_stands_in_the_file_of_its_month_in_figures_and_without_the_person()
    {
        await using var host = await RunningHost.StartAsync();
        var lead = (await host.ReceiveAsync(new
        {
            email = "ada@analytical.example", name = "Ada Lovelace", company = "Analytical Engines", country = "IT", form = "demo",
            utm_campaign = "loom-2026",
        })).Id;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        await host.TellOutcomeAsync(lead, new { outcome = "won", amount = 1200.5, currency = "EUR" });
        await host.AdvanceAsync(TimeSpan.FromHours(20), TimeSpan.FromHours(20));
        var erased = (await host.ReceiveAsync(Calls.Sam)).Id;
        await host.OpenAsync($"/api/leads/{erased}", "DELETE");
        await host.SettleAsync();
        await host.StopAsync();
        var folder = Path.Combine(host.Folder, "parquet");

        using var said = new StringWriter();
        Assert.Equal(0, await ExportVerb.RunAsync(host.Folder, FolderLoader.Sample, folder, said, said, default));

        Assert.Contains("2 leads are in 2 files", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            ["leads-2026-11.parquet", "leads-2026-12.parquet"],
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        await using (var november = await ParquetReader.CreateAsync(Path.Combine(folder, "leads-2026-11.parquet")))
        {
            Assert.Equal((lead, "won", "EUR", "loom-2026", "met"), (
                await TextAsync(november, "id"), await TextAsync(november, "status"), await TextAsync(november, "currency"),
                await TextAsync(november, "dimension_campaign"), await TextAsync(november, "accept_state")));
            Assert.Equal(1200.5m, await ValueAsync<decimal>(november, "amount"));
            Assert.Equal(RunningHost.MondayAtTen.UtcDateTime, await ValueAsync<DateTime>(november, "received_at"));
            Assert.Null(await ValueAsync<DateTime>(november, "ended_at"));
        }

        await using (var december = await ParquetReader.CreateAsync(Path.Combine(folder, "leads-2026-12.parquet")))
            Assert.Equal((erased, "erased"), (await TextAsync(december, "id"), await TextAsync(december, "status")));
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var text = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            foreach (var personal in new[] { "Lovelace", "ada@", "Analytical", "acme.example" })
                Assert.DoesNotContain(personal, text, StringComparison.Ordinal);
        }

        Directory.Delete(host.Folder, recursive: true);
    }

    [Fact]
    public async Task A_folder_without_data_is_told_and_none_is_made()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        using var said = new StringWriter();

        Assert.Equal(1, await ExportVerb.RunAsync(nowhere, FolderLoader.Sample, Path.Combine(nowhere, "parquet"), said, said, default));

        Assert.Contains("There is no data in", said.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(nowhere));
    }

    private static async Task<string?> TextAsync(ParquetReader reader, string column)
    {
        using var group = reader.OpenRowGroupReader(0);
        var values = new string?[group.RowCount];
        await group.ReadAsync(reader.Schema.FindDataField(column), values);
        return values[0];
    }

    private static async Task<T?> ValueAsync<T>(ParquetReader reader, string column)
        where T : struct
    {
        using var group = reader.OpenRowGroupReader(0);
        var values = new T?[group.RowCount];
        await group.ReadAsync<T>(reader.Schema.FindDataField(column), values.AsMemory());
        return values[0];
    }
}
