using System.Text;
using Azure;
using Azure.Data.Tables;
using Handoff.AzureTables;
using Handoff.Rows;
using Handoff.Service.Storage;
using Handoff.Stores.Tests.Contract;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.AzureTables;

/// <summary>
/// A process that dies anywhere in a turn leaves the rows of leads as the heads say: none of a turn that was not written, none twice.
/// </summary>
[NeedsAzurite]
public sealed class RowFaultTests : IDisposable
{
    private readonly string _prefix = Wire.NewPrefix();
    private readonly List<AzureTablesStore> _opened = [];
    private TableClient _index = null!;

    public void Dispose() => _opened.ForEach(store => store.Dispose());

    private async Task<AzureTablesStore> OpenAsync(Wire? wire = null, TimeSpan later = default)
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow() + later);
        var store = await (wire ?? new Wire()).OpenAsync(await Azurite.Shared, _prefix, new FakeClock(Given.At), time);
        _opened.Add(store);
        _index ??= new((await Azurite.Shared).ConnectionString, $"{_prefix}index");
        return store;
    }

    private static Turn Lead(long version, LeadShelf shelf) => Given.Turn("a", version) with
    {
        NextWakeUp = Given.At,
        Row = Given.Row(shelf, $"a-{version + 1}", Given.At, Changed(version)),
    };

    private static Instant Changed(long version) => Given.At + Duration.FromMinutes(version + 1);

    [StoreTheory]
    [InlineData(0, LeadShelf.Open)]
    [InlineData(1, LeadShelf.Open)]
    [InlineData(1, LeadShelf.Ended)]
    public async Task Whichever_request_is_the_last_of_a_process_the_next_reads_the_row_of_the_head(int written, LeadShelf shelf)
    {
        for (var last = 1; last <= 6; last++)
        {
            var wire = new Wire();
            var dying = await OpenAsync(wire);
            var lead = $"lead-{last}";
            Turn Of(Turn turn) => turn with { Stream = Given.Lead(lead) };
            if (written == 1)
                await dying.Streams.CommitAsync(Of(Lead(0, LeadShelf.Open)), default);
            wire.Take();
            wire.Decide = (number, _) => Task.FromResult(number >= last ? Fault.BeforeSending : Fault.None);
            try
            {
                await dying.Streams.CommitAsync(Of(Lead(written, shelf)), default);
            }
            catch (StoreUnavailableException)
            {
                // It died.
            }

            foreach (var later in new[] { TimeSpan.Zero, TimeSpan.FromHours(2), TimeSpan.FromHours(2) })
            {
                var store = await OpenAsync(later: later);
                var head = await store.Streams.FindAsync(Given.Lead(lead), default);
                var expected = head is null ? Array.Empty<string>() : [$"a-{head.Version}"];
                var onShelf = head?.Version > written ? shelf : LeadShelf.Open;

                Assert.Equal(expected, await ReadAsync(store, lead, RowQuery.All));
                Assert.Equal(onShelf == LeadShelf.Open ? expected : [], await ReadAsync(store, lead, RowQuery.WithClocks));
                Assert.Equal(
                    onShelf == LeadShelf.Ended ? expected : [], await ReadAsync(store, lead, new() { Shelves = [LeadShelf.Ended] }));
                Assert.Equal(expected, await ReadAsync(store, lead, new() { ChangedFrom = Given.At }));
                Assert.Equal(
                    head?.Version > written ? expected : [], await ReadAsync(store, lead, new() { ChangedFrom = Changed(written) }));
                Assert.True(later == TimeSpan.Zero || await ChangesOf(lead).CountAsync() == expected.Length);
            }
        }
    }

    [StoreFact]
    public async Task A_lead_with_one_row_is_read_without_a_look_at_its_head_once_it_is_known_to_be()
    {
        var wire = new Wire();
        var store = await OpenAsync(wire);
        foreach (var id in new[] { "a", "b", "c" })
            await store.Streams.CommitAsync(Given.Turn(id) with { Row = Given.Row(LeadShelf.Ended, id) }, default);
        await ReadAsync(store, "a", RowQuery.All);
        wire.Take();

        await ReadAsync(store, "a", RowQuery.All);

        Assert.NotEmpty(wire.Seen);
        Assert.DoesNotContain(wire.Seen, request => request.Contains("streams", StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task What_has_changed_costs_a_request_for_each_partition_and_two_for_each_lead_however_many_leads_there_are()
    {
        var wire = new Wire();
        var store = await OpenAsync(wire);
        for (var n = 0; n < 60; n++)
            await store.Streams.CommitAsync(Given.Turn($"lead-{n}") with { Row = Given.Row(LeadShelf.Ended, $"{n}") }, default);
        var later = Given.At + Duration.FromMinutes(5);
        foreach (var n in new[] { 3, 4, 5 })
            await store.Streams.CommitAsync(
                Given.Turn($"lead-{n}", 1) with { Row = Given.Row(LeadShelf.Open, $"{n} anew", Given.At, later) }, default);
        wire.Take();

        Assert.Equal(["4 anew"], await ReadAsync(store, "lead-4", new() { ChangedFrom = later }));

        Assert.Equal(8 + 2 * 3, wire.Take());
    }

    [StoreFact]
    public async Task What_more_leads_have_changed_than_are_looked_at_one_by_one_is_found_among_all()
    {
        var wire = new Wire();
        var store = await OpenAsync(wire);
        await store.Streams.CommitAsync(Given.Turn("a") with { Row = Given.Row(LeadShelf.Ended, "a") }, default);
        // In one partition, as if it were of as many leads: there the limit is.
        var change = await ChangesOf("a").SingleAsync();
        foreach (var some in Enumerable.Range(0, 1_100).Chunk(100))
        {
            await _index.SubmitTransactionAsync(some.Select(n => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity(change) { RowKey = $"{change.RowKey}{n}" })));
        }

        wire.Take();

        Assert.Equal(["a"], await ReadAsync(store, "a", new() { ChangedFrom = Given.At }));

        // Two pages of it, one of the others, each shelf's rows in each partition, and a head.
        Assert.Equal(2 + 7 + (5 * 8) + 1, wire.Take());
    }

    private AsyncPageable<TableEntity> ChangesOf(string lead) =>
        _index.QueryAsync<TableEntity>($"RowKey ge 'M' and RowKey lt 'N' and Id eq '{lead}'");

    private static async Task<IReadOnlyList<string>> ReadAsync(AzureTablesStore store, string lead, RowQuery query)
    {
        List<string> rows = [];
        await foreach (var row in store.Streams.ReadRowsAsync(query, default))
        {
            if (row.LeadId == lead)
                rows.Add(Encoding.UTF8.GetString(row.Bytes.Span));
        }

        return rows;
    }
}
