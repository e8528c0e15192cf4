using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Handoff.Benchmarks.Figures;
using Handoff.Benchmarks.Hosting;
using Handoff.Service.Running;
using Handoff.Sqlite;

namespace Handoff.Benchmarks.Scenarios;

/// <summary>The feed of public events over a past of years: what a page costs at its beginning, in its middle and at its end.</summary>
internal static class FeedScenario
{
    private const int PageSize = 500;

    /// <summary>So many public events has a life of the sample, about: the count is said as it was found.</summary>
    private const int EventsOfALife = 6;

    private static readonly string[] Sample = ["--sample-data", "--start", "2026-12-07T07:29:30Z"];

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellation)
    {
        var count = options.Count ?? 100_000;
        Report.Title("feed", string.Create(CultureInfo.InvariantCulture, $"/api/events over {count:N0} events"));
        using var run = new LoadRun(options.Keep);
        var agreement = Path.Combine(AppContext.BaseDirectory, "sample", "acme");
        var start = new HostStart(Path.Combine(run.Folder, "data"), agreement)
        {
            Arguments = ["serve", "--agreement", agreement, .. Sample],
        };
        await (await HostProcess.StartAsync(start, cancellation)).DisposeAsync();
        await using (var store = await SqliteStore.OpenAsync(start.Data, new ProductClock(TimeProvider.System), cancellation: cancellation))
        {
            var lives = new CopiedLives();
            await lives.ReadAsync(store, cancellation);
            await lives.AddAsync(store, count / EventsOfALife, whole: true, cancellation);
        }

        await using var host = await HostProcess.StartAsync(start, cancellation);
        using var http = new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromMinutes(5) };
        List<(string After, TimeSpan Took, int Events)> pages = [];
        var after = "";
        for (var more = true; more;)
        {
            var page = await ReadAsync(http, after, cancellation);
            pages.Add((after, page.Took, page.Events));
            (after, more) = (page.Next, page.More);
        }

        var looks = Report.Microseconds();
        foreach (var page in pages)
            looks.RecordValue((long)page.Took.TotalMicroseconds);
        var (events, seconds) = (pages.Sum(page => page.Events), pages.Sum(page => page.Took.TotalSeconds));
        Report.Fact("the whole", string.Create(
            CultureInfo.InvariantCulture, $"{events:N0} events in {pages.Count} pages of {PageSize}, {seconds:F1} s"));
        Report.Fact("the very first page", Said(pages[0].Took));
        foreach (var (name, number) in new[] { ("beginning", 0), ("middle", pages.Count / 2), ("end", pages.Count - 1) })
        {
            // The page is read again, five times: what is told is the middle one.
            List<TimeSpan> again = [];
            for (var look = 0; look < 5; look++)
                again.Add((await ReadAsync(http, pages[number].After, cancellation)).Took);
            Report.Below($"a page at the {name}", again.Order().ElementAt(2).TotalMilliseconds, 1_000, "ms");
        }

        Report.Fact("a page", Report.Latency(looks));
        Report.Fact("who has seen all and asks again", Said((await ReadAsync(http, after, cancellation)).Took));
    }

    private static string Said(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F0} ms");

    private static async Task<(TimeSpan Took, int Events, string Next, bool More)> ReadAsync(
        HttpClient http, string after, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var path = $"/api/events?limit={PageSize.ToString(CultureInfo.InvariantCulture)}{(after.Length == 0 ? "" : $"&after={after}")}";
        var text = await http.GetStringAsync(new Uri(path, UriKind.Relative), cancellation);
        var took = watch.Elapsed;
        using var page = JsonDocument.Parse(text);
        return (took, page.RootElement.GetProperty("events").GetArrayLength(), page.RootElement.GetProperty("next").GetString()!,
            page.RootElement.GetProperty("more").GetBoolean());
    }
}
