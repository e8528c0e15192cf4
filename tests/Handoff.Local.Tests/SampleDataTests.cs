using Handoff.Leads;
using Handoff.Local.Agreements;
using Handoff.Local.Clocks;
using Handoff.Local.SampleData;
using Handoff.Local.Serving;
using Handoff.Meetings;
using Handoff.Processes;
using Handoff.Rows;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Meetings;
using Handoff.Service.Rows;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Handoff.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary><c>handoff serve --sample-data</c>: a quarter of leads that the product's own rules have made.</summary>
public sealed class SampleDataTests : IAsyncLifetime
{
    private const int Weeks = 2;
    private static readonly Instant End = Instant.FromUtc(2026, 11, 30, 9, 0);
    private static readonly AgreementFolder Acme = ((FolderReading.Loaded)FolderLoader.Read(FolderLoader.Sample, End)).Folder;

    private readonly string _folder = Directory.CreateTempSubdirectory("handoff-").FullName;
    private readonly StoreClock _clock = new(TimeProvider.System);
    private SqliteStore _store = null!;

    private ServeOptions Options => new("http://127.0.0.1:0", _folder, FolderLoader.Sample, End, null, SampleData: true);

    public async Task InitializeAsync() => _store = await OpenAsync(_folder);

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Leads_of_every_campaign_come_in_the_weeks_before_and_go_through_every_status()
    {
        Assert.Null(await FillAsync(_store));

        var rows = await RowsAsync(_store);
        Assert.All(rows, row => Assert.InRange(row.ReceivedAt, End - Duration.FromDays(7 * Weeks), End));
        Assert.All(rows, row => Assert.InRange(row.ChangedAt, row.ReceivedAt, End));
        Assert.Contains(rows, row => row.Dimensions["campaign"] == "brand-search");
        Assert.Contains(rows, row => row.Status == LeadStatus.SalesQualified);
        Assert.Contains(rows, row => row.Status == LeadStatus.Returned);
        Assert.Contains(rows.SelectMany(row => row.Clocks), clock => clock.State == ClockState.Breached);
        Assert.Contains(rows.SelectMany(row => row.Clocks), clock => clock.State == ClockState.Met);
    }

    [Fact]
    public async Task The_two_heads_have_had_their_reports_and_are_invited_to_their_meeting()
    {
        Assert.Null(await FillAsync(_store));

        Assert.Equal(
            [Instant.FromUtc(2026, 11, 23, 7, 30), Instant.FromUtc(2026, 11, 30, 7, 30)],
            (await EventsAsync(ReportProcess.Stream)).OfType<ReportMade>().Select(made => made.Due));
        var invited = Assert.Single((await EventsAsync(MeetingProcess.Stream)).OfType<MeetingInvited>());
        Assert.Equal(Instant.FromUtc(2026, 12, 1, 9, 0), invited.Start);
    }

    [Fact]
    public async Task It_is_the_same_quarter_wherever_it_is_filled()
    {
        var other = Directory.CreateTempSubdirectory("handoff-").FullName;
        await using (var store = await OpenAsync(other))
        {
            Assert.Null(await FillAsync(_store));
            Assert.Null(await FillAsync(store));

            Assert.Equal((await RowsAsync(_store)).Select(Lived).Order(), (await RowsAsync(store)).Select(Lived).Order());
        }

        Directory.Delete(other, recursive: true);
    }

    [Fact]
    public async Task A_filled_folder_is_not_filled_again()
    {
        Assert.Null(await FillAsync(_store));
        var count = (await RowsAsync(_store)).Count;
        Assert.Null(await FillAsync(_store));

        Assert.Equal(count, (await RowsAsync(_store)).Count);
    }

    [Fact]
    public async Task A_folder_in_use_is_not_filled()
    {
        await _store.SaveValueAsync(Service.Running.Reconciler.HeartbeatName, "2026-11-30T09:00:00Z", default);

        Assert.Contains("only an empty one is filled", await FillAsync(_store), StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(_store));
    }

    private static string Lived(LeadRow row) => $"{row.ReceivedAt} {row.ChangedAt} {row.Status} {row.Team} {row.Tier}";

    private async Task<IEnumerable<ProcessEvent>> EventsAsync(StreamId stream) =>
        (await ((IStreamStore)_store).ReadEventsAsync(stream, default)).Select(stored => LedgerJson.ReadProcessEvent(stored.Json.Span));

    private static async Task<List<LeadRow>> RowsAsync(SqliteStore store) =>
        await new LeadRowReading(store).ReadAsync(RowQuery.All, default).ToListAsync();

    private Task<string?> FillAsync(SqliteStore store) => Sample.FillAsync(Options, Acme, store, _clock, default, Weeks);

    private async Task<SqliteStore> OpenAsync(string folder) =>
        await SqliteStore.OpenAsync(folder, _clock, NullLogger<SqliteStore>.Instance, default);
}
