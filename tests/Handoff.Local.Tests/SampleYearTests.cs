using System.Globalization;
using Handoff.Figures;
using Handoff.Leads;
using Handoff.Local.Agreements;
using Handoff.Local.Clocks;
using Handoff.Local.SampleData;
using Handoff.Local.Serving;
using Handoff.Meetings;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Meetings;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Handoff.Sqlite;
using Handoff.Tests.Figures;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary>
/// Weeks of the sample's leads: each has its one report, which tells what its leads' events add up to. <c>HANDOFF_WEEKS</c> says how many
/// (3; 52 are a year, and take some minutes).
/// </summary>
public sealed class SampleYearTests
{
    private static readonly int Weeks =
        int.TryParse(Environment.GetEnvironmentVariable("HANDOFF_WEEKS"), CultureInfo.InvariantCulture, out var weeks) ? weeks : 3;

    private static readonly Instant End = Instant.FromUtc(2026, 11, 30, 9, 0);
    private static readonly DateTimeZone Rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];

    // The sample's holidays begin with 2026.
    private static readonly HashSet<LocalDate> Closed =
    [
        new(2026, 1, 1), new(2026, 1, 6), new(2026, 4, 6), new(2026, 5, 1), new(2026, 6, 2),
        .. Enumerable.Range(10, 12).Select(day => new LocalDate(2026, 8, day)),
    ];

    [Fact]
    public async Task Each_week_has_one_report_at_its_time_which_tells_what_the_events_of_its_leads_add_up_to()
    {
        var folder = Directory.CreateTempSubdirectory("handoff-").FullName;
        var clock = new StoreClock(TimeProvider.System);
        await using (var store = await SqliteStore.OpenAsync(folder, clock, NullLogger<SqliteStore>.Instance, default))
        {
            var acme = ((FolderReading.Loaded)FolderLoader.Read(FolderLoader.Sample, End)).Folder;
            var options = new ServeOptions("http://127.0.0.1:0", folder, FolderLoader.Sample, End, null, SampleData: true);
            Assert.Null(await Sample.FillAsync(options, acme, store, clock, default, Weeks));

            var made = (await ReadAsync(store, ReportProcess.Stream)).Select(json => LedgerJson.ReadProcessEvent(json.Span))
                .OfType<ReportMade>().ToList();
            var lives = await LivesAsync(store);

            Assert.Equal(Expected(), made.Select(one => one.Due.InZone(Rome).LocalDateTime));
            var told = made.SelectMany(
                one => one.Content.Promises.Where(promise => promise is { IsOver: true, Judged: not null }),
                (one, promise) => (one.At, Promise: promise)).ToList();
            Assert.InRange(told.Count, Weeks, int.MaxValue);
            Assert.All(told, one => Assert.Equal(
                (one.Promise.Metric, one.Promise.Period, one.Promise.Good, one.Promise.Judged), Count(lives, one.At, one.Promise)));
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Half past eight of each Monday, or of the first day after it on which the office works; of two on one day one.</summary>
    private static IEnumerable<LocalDateTime> Expected() => Enumerable.Range(0, Weeks)
        .Select(week => new LocalDate(2026, 11, 30).PlusWeeks(week + 1 - Weeks))
        .Select(monday => Enumerable.Range(0, 15).Select(monday.PlusDays)
            .First(day => day.DayOfWeek < IsoDayOfWeek.Saturday && !Closed.Contains(day)).At(new(8, 30))).Distinct();

    private static (string, string, int?, int?) Count(List<List<LeadEvent>> lives, Instant at, ReportedPromise promise)
    {
        var period = FigurePeriod.Named(promise.Period, Rome, 1)!;
        var counted = lives.Select(life => life.TakeWhile(one => one.At <= at).ToList()).Where(life => life.Count > 0)
            .Select(life => NaiveCount.Of(promise.Metric, life)).OfType<(Instant At, bool IsGood)>()
            .Where(one => period.Contains(one.At)).ToList();
        return (promise.Metric, promise.Period, counted.Count(one => one.IsGood), counted.Count);
    }

    private static async Task<List<List<LeadEvent>>> LivesAsync(SqliteStore store)
    {
        var lives = new List<List<LeadEvent>>();
        await foreach (var id in ((IStreamStore)store).ListAsync(StreamKind.Lead, default))
            lives.Add([.. (await ReadAsync(store, new(StreamKind.Lead, id))).Select(json => LedgerJson.ReadLeadEvent(json.Span))]);
        return lives;
    }

    private static async Task<IEnumerable<ReadOnlyMemory<byte>>> ReadAsync(SqliteStore store, StreamId stream) =>
        (await ((IStreamStore)store).ReadEventsAsync(stream, 0, default)).Select(stored => stored.Json);
}
