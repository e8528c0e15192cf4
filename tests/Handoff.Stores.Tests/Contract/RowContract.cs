using System.Text;
using Handoff.Rows;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>What every store promises to lists and figures: the row of every lead as its newest turn wrote it.</summary>
public abstract class RowContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static readonly RowQuery Open = new() { Shelves = [LeadShelf.Open] };

    private static Instant At(int minutes) => Given.At + Duration.FromMinutes(minutes);

    private static Turn Lead(string id, int received, LeadShelf shelf = LeadShelf.Ended, long version = 0, int? changed = null) =>
        Given.Turn(id, version) with { Row = Given.Row(shelf, $"{id}-{version + 1}", At(received), At(changed ?? received)) };

    [StoreFact]
    public async Task Rows_come_with_the_lead_received_last_first()
    {
        await GivenAsync(Lead("b", 2), Lead("a", 1, LeadShelf.Open), Lead("d", 3, LeadShelf.Waiting), Lead("c", 2, LeadShelf.Unsettled));

        Assert.Equal(["d-1", "b-1", "c-1", "a-1"], await ReadAsync(RowQuery.All));
    }

    [StoreFact]
    public async Task A_turn_replaces_the_row()
    {
        await GivenAsync(Lead("a", 1, LeadShelf.Open), Lead("b", 2, LeadShelf.Open), Lead("a", 1, LeadShelf.Open, version: 1));

        Assert.Equal(["b-1", "a-2"], await ReadAsync(RowQuery.All));
        Assert.Equal(["b-1", "a-2"], await ReadAsync(Open));
    }

    [StoreFact]
    public async Task A_lead_stands_on_the_shelf_of_its_newest_turn_and_on_no_other()
    {
        await GivenAsync(Lead("a", 1, LeadShelf.Open), Lead("b", 2, LeadShelf.Open), Lead("c", 3, LeadShelf.Waiting));
        Assert.Equal(["c-1", "b-1", "a-1"], await ReadAsync(RowQuery.WithClocks));

        await GivenAsync(
            Lead("a", 1, LeadShelf.Ended, version: 1), Lead("c", 3, LeadShelf.Open, version: 1),
            Lead("b", 2, LeadShelf.Unsettled, version: 1));

        Assert.Equal(["c-2"], await ReadAsync(Open));
        Assert.Equal(["a-2"], await ReadAsync(new() { Shelves = [LeadShelf.Ended] }));
        Assert.Equal(["b-2"], await ReadAsync(new() { Shelves = [LeadShelf.Unsettled] }));
        Assert.Empty(await ReadAsync(new() { Shelves = [LeadShelf.Waiting] }));
        Assert.Equal(["c-2", "b-2", "a-2"], await ReadAsync(RowQuery.All));
    }

    [StoreFact]
    public async Task A_turn_that_conflicts_leaves_the_row_as_it_was()
    {
        await GivenAsync(Lead("a", 1, LeadShelf.Open), Lead("a", 1, LeadShelf.Open, version: 1));

        Assert.Equal(
            CommitResult.Conflict,
            await CommitAsync(Lead("a", 1, LeadShelf.Ended, version: 1) with { Events = [new(Given.At, "late", Given.Utf8("{}"))] }));
        Assert.Equal(CommitResult.Conflict, await CommitAsync(Lead("a", 9)));

        Assert.Equal(["a-2"], await ReadAsync(RowQuery.All));
        Assert.Equal(["a-2"], await ReadAsync(Open));
    }

    [StoreFact]
    public async Task A_wake_up_leaves_the_row_and_a_head_that_is_written_anew_brings_its_own()
    {
        await GivenAsync(Lead("a", 1, LeadShelf.Open));
        await Store.Streams.WakeAsync(Given.Lead("a"), At(5), default);
        Assert.Equal(["a-1"], await ReadAsync(Open));

        var head = (await Store.Streams.FindAsync(Given.Lead("a"), default))!;
        Assert.True(await Store.Streams.RewriteHeadAsync(head, head.State, At(9), row: null, default));
        Assert.Equal(["a-1"], await ReadAsync(Open));

        head = (await Store.Streams.FindAsync(Given.Lead("a"), default))!;
        Assert.True(
            await Store.Streams.RewriteHeadAsync(head, head.State, null, Given.Row(LeadShelf.Ended, "anew", At(1), At(9)), default));
        Assert.Equal(["anew"], await ReadAsync(RowQuery.All));
        Assert.Empty(await ReadAsync(Open));

        await GivenAsync(Lead("a", 1, LeadShelf.Open, version: 1));
        Assert.Equal(["a-2"], await ReadAsync(RowQuery.All));
    }

    [StoreFact]
    public async Task An_interval_of_reception_includes_its_beginning_and_not_its_end()
    {
        await GivenAsync(Lead("a", 1), Lead("b", 2, LeadShelf.Open), Lead("c", 3), Lead("d", 4, LeadShelf.Open));

        Assert.Equal(["c-1", "b-1"], await ReadAsync(new() { ReceivedFrom = At(2), ReceivedBefore = At(4) }));
        Assert.Equal(["d-1", "c-1"], await ReadAsync(new() { ReceivedFrom = At(3) }));
        Assert.Equal(["a-1"], await ReadAsync(new() { ReceivedBefore = At(2) }));
        Assert.Empty(await ReadAsync(new() { ReceivedFrom = At(5) }));
    }

    [StoreFact]
    public async Task What_has_changed_since_an_instant_is_found_whenever_it_was_received()
    {
        await GivenAsync(Lead("a", 1), Lead("b", 2), Lead("c", 3, changed: 8), Lead("a", 1, version: 1, changed: 7));

        Assert.Equal(["c-1", "a-2"], await ReadAsync(new() { ChangedFrom = At(7) }));
        Assert.Equal(["c-1"], await ReadAsync(new() { ChangedFrom = At(8) }));
    }

    [StoreFact]
    public async Task Rows_that_the_reader_knows_need_no_bytes_and_what_was_written_since_is_not_known()
    {
        await GivenAsync(Lead("a", 1, LeadShelf.Open), Lead("b", 2, LeadShelf.Open), Lead("c", 3, LeadShelf.Open));
        var tags = (await ToListAsync(Store.Streams.ReadRowsAsync(RowQuery.WithClocks with { IsKnown = static (_, _) => false }, default)))
            .ToDictionary(row => row.LeadId, row => row.Tag, StringComparer.Ordinal);
        await GivenAsync(Lead("b", 2, LeadShelf.Open, version: 1), Lead("d", 4, LeadShelf.Open), Lead("a", 1, version: 1));
        var head = (await Store.Streams.FindAsync(Given.Lead("c"), default))!;
        Assert.True(await Store.Streams.RewriteHeadAsync(head, head.State, null, Given.Row(LeadShelf.Open, "anew", At(3), At(3)), default));
        bool IsKnown(string lead, string tag) => tag.Length > 0 && tags.GetValueOrDefault(lead) == tag;

        var read = await ToListAsync(Store.Streams.ReadRowsAsync(RowQuery.WithClocks with { IsKnown = IsKnown }, default));
        Assert.Equal(["d-1", "anew", "b-2"], read.Select(row => Encoding.UTF8.GetString(row.Bytes.Span)));

        foreach (var row in read)
            tags[row.LeadId] = row.Tag;
        read = await ToListAsync(Store.Streams.ReadRowsAsync(RowQuery.WithClocks with { IsKnown = IsKnown }, default));
        Assert.Equal(["d", "c", "b"], read.Select(row => row.LeadId));
        Assert.DoesNotContain(read, row => row.Bytes.IsEmpty && !IsKnown(row.LeadId, row.Tag));
    }

    [StoreFact]
    public async Task What_has_changed_since_an_instant_is_asked_by_shelf_interval_and_cursor()
    {
        await GivenAsync(
            Lead("a", 1, LeadShelf.Open, changed: 9), Lead("b", 2, changed: 8), Lead("c", 3, LeadShelf.Open), Lead("d", 3, changed: 7),
            Lead("e", 3, LeadShelf.Open, changed: 7), Lead("d-e", 3, LeadShelf.Waiting, changed: 9), Lead("f", 4, changed: 7),
            Lead("b", 2, LeadShelf.Open, version: 1, changed: 9));
        var changed = new RowQuery { ChangedFrom = At(7) };
        var all = await ReadAsync(changed);

        Assert.Equal(["f-1", "b-2", "a-1"], all.Except(["d-1", "e-1", "d-e-1"], StringComparer.Ordinal));
        Assert.Equal(6, all.Count);
        Assert.Equal(["e-1", "b-2", "a-1"], await ReadAsync(changed with { Shelves = [LeadShelf.Open] }));
        Assert.Equal(["b-2"], await ReadAsync(changed with { ReceivedFrom = At(2), ReceivedBefore = At(3) }));
        Assert.Equal(["f-1"], await ReadAsync(changed with { ReceivedFrom = At(4) }));
        foreach (var (n, cursor) in (await CursorsAsync(changed)).Index())
            Assert.Equal(all.Skip(n + 1), await ReadAsync(changed with { After = cursor }));
    }

    [StoreFact]
    public async Task What_has_changed_is_found_however_much_it_is()
    {
        await Task.WhenAll(
            Enumerable.Range(0, Many).Select(n => CommitAsync(Lead($"lead-{n:D5}", n % 50, (LeadShelf)(n % 4), changed: n))));

        Assert.Equal(Many - 10, (await ReadAsync(new() { ChangedFrom = At(10) })).Count);
        Assert.Equal(10, (await ReadAsync(new() { ChangedFrom = At(Many - 10) })).Count);
    }

    [StoreFact]
    public async Task A_head_that_is_written_anew_keeps_when_its_lead_changed()
    {
        await GivenAsync(Lead("a", 1, changed: 5), Lead("b", 2, changed: 5));
        var head = (await Store.Streams.FindAsync(Given.Lead("a"), default))!;
        Assert.True(await Store.Streams.RewriteHeadAsync(head, head.State, null, row: null, default));
        Assert.Equal(["b-1", "a-1"], await ReadAsync(new() { ChangedFrom = At(5) }));

        head = (await Store.Streams.FindAsync(Given.Lead("a"), default))!;
        Assert.True(
            await Store.Streams.RewriteHeadAsync(head, head.State, null, Given.Row(LeadShelf.Open, "anew", At(1), At(5)), default));
        await Store.Streams.WakeAsync(Given.Lead("a"), At(7), default);
        Assert.Equal(["b-1", "anew"], await ReadAsync(new() { ChangedFrom = At(5) }));

        head = (await Store.Streams.FindAsync(Given.Lead("a"), default))!;
        Assert.True(
            await Store.Streams.RewriteHeadAsync(head, head.State, null, Given.Row(LeadShelf.Open, "told", At(1), At(4)), default));
        Assert.Equal(["b-1"], await ReadAsync(new() { ChangedFrom = At(5) }));
    }

    [StoreFact]
    public async Task A_turn_that_lands_while_rows_are_read_hides_no_lead()
    {
        foreach (var query in new[] { RowQuery.All, new() { ChangedFrom = At(0) }, new() { Shelves = [LeadShelf.Ended] } })
        {
            var ids = Enumerable.Range(0, 40).Select(n => $"{Guid.NewGuid():N}-{n}").ToList();
            await GivenAsync([.. ids.Select(id => Lead(id, 1))]);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var left = new Queue<string>(ids.OrderDescending(StringComparer.Ordinal));
            await foreach (var row in Store.Streams.ReadRowsAsync(query, default))
            {
                seen.Add(row.LeadId);
                // Twice, for what the first leaves behind is dropped with the second.
                if (left.TryDequeue(out var id))
                    await GivenAsync(Lead(id, 1, version: 1, changed: 2), Lead(id, 1, version: 2, changed: 2));
            }

            Assert.Empty(ids.Except(seen, StringComparer.Ordinal));
        }
    }

    [StoreFact]
    public async Task A_cursor_goes_on_after_its_row_even_if_that_lead_has_moved_meanwhile()
    {
        await GivenAsync([.. Enumerable.Range(0, 9).Select(n => Lead($"lead-{n}", n / 3, (LeadShelf)(n % 4)))]);
        var all = await ReadAsync(RowQuery.All);
        var cursors = await CursorsAsync(RowQuery.All);
        await GivenAsync(Lead("lead-3", 1, LeadShelf.Ended, version: 1));

        for (var n = 0; n < all.Count; n++)
        {
            var rest = all.Skip(n + 1).Select(row => row == "lead-3-1" ? "lead-3-2" : row);
            Assert.Equal(rest, await ReadAsync(new() { After = cursors[n] }));
        }
    }

    [StoreFact]
    public async Task Streams_that_are_no_leads_have_no_row()
    {
        await GivenAsync(Given.Turn(new StreamId(StreamKind.Alerts, "person")) with { NextWakeUp = Monday }, Lead("a", 1));

        Assert.Equal(["a-1"], await ReadAsync(RowQuery.All));
    }

    [StoreFact]
    public async Task An_erased_lead_keeps_its_row_which_holds_nothing_personal()
    {
        await GivenAsync(
            Lead("a", 1, LeadShelf.Open) with { NewKey = new byte[32], Record = Given.Utf8("sealed") },
            Lead("a", 1, version: 1) with { Erases = true });

        Assert.Equal(["a-2"], await ReadAsync(RowQuery.All));
    }

    [StoreFact]
    public async Task More_rows_than_are_read_at_once_all_come()
    {
        await Task.WhenAll(Enumerable.Range(0, Many).Select(n => CommitAsync(Lead($"lead-{n:D5}", n % 50, (LeadShelf)(n % 4)))));

        Assert.Equal(Many, (await ReadAsync(RowQuery.All)).Count);
        Assert.Equal(Many, (await CursorsAsync(RowQuery.All)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Enumerable.Range(0, Many).Count(n => n % 4 < 2), (await ReadAsync(RowQuery.WithClocks)).Count);
    }

    [StoreFact]
    public async Task Rows_outlive_the_process_whatever_their_size()
    {
        var large = new string('x', 200_000);
        await GivenAsync(Lead("a", 1) with { Row = Given.Row(LeadShelf.Open, large, At(1), At(1)) });

        await ReopenAsync();

        Assert.Equal([large], await ReadAsync(Open));
    }

    private async Task<IReadOnlyList<string>> ReadAsync(RowQuery query) =>
        [.. (await ToListAsync(Store.Streams.ReadRowsAsync(query, default))).Select(row => Encoding.UTF8.GetString(row.Bytes.Span))];

    private async Task<IReadOnlyList<string>> CursorsAsync(RowQuery query) =>
        [.. (await ToListAsync(Store.Streams.ReadRowsAsync(query, default))).Select(row => row.Cursor)];
}
