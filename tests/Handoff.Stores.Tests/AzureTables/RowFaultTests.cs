using System.Text;
using Handoff.AzureTables;
using Handoff.Rows;
using Handoff.Service.Storage;
using Handoff.Stores.Tests.Contract;
using Microsoft.Extensions.Time.Testing;
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

    public void Dispose() => _opened.ForEach(store => store.Dispose());

    private async Task<AzureTablesStore> OpenAsync(Wire? wire = null, TimeSpan later = default)
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow() + later);
        var store = await (wire ?? new Wire()).OpenAsync(await Azurite.Shared, _prefix, new FakeClock(Given.At), time);
        _opened.Add(store);
        return store;
    }

    private static Turn Lead(long version, LeadShelf shelf) =>
        Given.Turn("a", version) with { NextWakeUp = Given.At, Row = Given.Row(shelf, $"a-{version + 1}") };

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
