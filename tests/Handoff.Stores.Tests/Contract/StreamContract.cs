using Handoff.Rows;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>What every store promises of streams (design section 4: one atomic write per turn).</summary>
public abstract class StreamContract(IStoreFixture fixture) : StoreContract(fixture)
{
    [StoreFact]
    public async Task A_stream_that_was_never_written_is_not_found()
    {
        Assert.Null(await Store.Streams.FindAsync(Given.Lead("a"), default));
        Assert.Empty(await Store.Streams.ReadEventsAsync(Given.Lead("a"), default));
        Assert.Null(await Store.Streams.FindRecordAsync("a", default));
        Assert.Null(await Store.Streams.FindNextWakeUpAsync(default));
    }

    [StoreFact]
    public async Task A_created_stream_is_found_as_it_was_written()
    {
        await GivenAsync(Given.Turn("a", events: 2) with { NextWakeUp = Monday, Record = Given.Utf8("sealed") });

        var head = await Store.Streams.FindAsync(Given.Lead("a"), default);

        Assert.NotNull(head);
        Assert.Equal((Given.Lead("a"), 2, Monday), (head.Stream, head.Version, head.NextWakeUp));
        Assert.Equal(Given.Utf8("state-2"), head.State.ToArray());
        Assert.Equal(Given.Utf8("sealed"), await Store.Streams.FindRecordAsync("a", default));
    }

    [StoreFact]
    public async Task Events_come_back_in_order_and_as_they_were()
    {
        var second = new NewEvent(Monday + Duration.FromNanoseconds(7), "declined", Given.Utf8("""{"why":"très loin"}"""));
        await GivenAsync(Given.Turn("a"), Given.Turn("b"), Given.Turn("a", 1) with { Events = [second] }, Given.Turn("a", 2, events: 20));

        var events = await Store.Streams.ReadEventsAsync(Given.Lead("a"), default);

        Assert.Equal(Enumerable.Range(1, 22).Select(n => (long)n), events.Select(e => e.Sequence));
        Assert.Equal((second.At, second.Type), (events[1].At, events[1].Type));
        Assert.Equal(second.Json.ToArray(), events[1].Json.ToArray());
        Assert.Equal("event-22", events[21].Type);
    }

    [StoreFact]
    public async Task Events_are_read_from_one_on_however_many_a_turn_had()
    {
        await GivenAsync(Given.Turn("a", events: 200), Given.Turn("a", 200, events: 3));

        Assert.Equal(152, (await Store.Streams.ReadEventsAsync(Given.Lead("a"), 151, default))[0].Sequence);
        Assert.Equal(203 - 151, (await Store.Streams.ReadEventsAsync(Given.Lead("a"), 151, default)).Count);
        Assert.Empty(await Store.Streams.ReadEventsAsync(Given.Lead("a"), 203, default));
    }

    [StoreFact]
    public async Task The_first_few_events_after_one_are_read_wherever_a_turn_ends()
    {
        await GivenAsync(Given.Turn("a", events: 200), Given.Turn("a", 200, events: 3));

        var few = await Store.Streams.ReadEventsAsync(Given.Lead("a"), 198, 4, default);

        Assert.Equal([199, 200, 201, 202], few.Select(e => e.Sequence));
        Assert.Equal(152, Assert.Single(await Store.Streams.ReadEventsAsync(Given.Lead("a"), 151, 1, default)).Sequence);
        Assert.Single(await Store.Streams.ReadEventsAsync(Given.Lead("a"), 202, 9, default));
    }

    [StoreFact]
    public async Task A_turn_on_an_old_version_conflicts_and_writes_nothing()
    {
        await GivenAsync(Given.Turn("a") with { Record = Given.Utf8("first") }, Given.Turn("a", 1));

        var result =
            await CommitAsync(Given.Turn("a", 1) with { State = Given.Utf8("late"), Record = Given.Utf8("late"), NextWakeUp = Monday });

        Assert.Equal(CommitResult.Conflict, result);
        var head = await Store.Streams.FindAsync(Given.Lead("a"), default);
        Assert.Equal((2, null), (head!.Version, head.NextWakeUp));
        Assert.Equal(Given.Utf8("state-2"), head.State.ToArray());
        Assert.Equal(2, (await Store.Streams.ReadEventsAsync(Given.Lead("a"), default)).Count);
        Assert.Equal(Given.Utf8("first"), await Store.Streams.FindRecordAsync("a", default));
    }

    [StoreTheory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Creating_what_exists_and_appending_to_what_does_not_conflict(long expected)
    {
        await GivenAsync(Given.Turn("a"));

        Assert.Equal(CommitResult.Conflict, await CommitAsync(Given.Turn("a", expected)));
        Assert.Equal(CommitResult.Conflict, await CommitAsync(Given.Turn("absent", 1)));
        Assert.Null(await Store.Streams.FindAsync(Given.Lead("absent"), default));
    }

    [StoreTheory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Of_64_racing_commits_exactly_one_wins(long expected)
    {
        if (expected == 1)
            await GivenAsync(Given.Turn("a"));

        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(n => Task.Run(async () =>
            await CommitAsync(Given.Turn("a", expected) with { State = Given.Utf8($"by {n}") }))));

        Assert.Single(results, CommitResult.Committed);
        var winner = Array.IndexOf(results, CommitResult.Committed);
        var head = await Store.Streams.FindAsync(Given.Lead("a"), default);
        Assert.Equal(Given.Utf8($"by {winner}"), head!.State.ToArray());
        Assert.Equal(expected + 1, (await Store.Streams.ReadEventsAsync(Given.Lead("a"), default)).Count);
    }

    [StoreFact]
    public async Task One_conflict_does_not_disturb_the_commits_beside_it()
    {
        await GivenAsync(Given.Turn("taken"));

        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => CommitAsync(Given.Turn(n % 4 == 0 ? "taken" : $"free-{n}"))));

        for (var n = 0; n < 40; n++)
            Assert.Equal(n % 4 == 0 ? CommitResult.Conflict : CommitResult.Committed, results[n]);
        Assert.Equal(31, (await ToListAsync(Store.Streams.ListAsync(StreamKind.Lead, default))).Count);
    }

    [StoreFact]
    public async Task A_lead_and_a_persons_alerts_may_have_the_same_id()
    {
        var alerts = new StreamId(StreamKind.Alerts, "same");
        await GivenAsync(Given.Turn("same"), Given.Turn(alerts, events: 3));

        Assert.Equal(1, (await Store.Streams.FindAsync(Given.Lead("same"), default))!.Version);
        Assert.Equal(3, (await Store.Streams.FindAsync(alerts, default))!.Version);
    }

    [StoreTheory]
    [InlineData("")]
    [InlineData("'; DROP TABLE streams; --")]
    [InlineData("a/b\\c?d#e%")]
    [InlineData("line\nbreak\tand\0nul")]
    [InlineData("Zoë 山田 😀 \u202Eright-to-left")]
    [InlineData("UPPER and lower")]
    public async Task Ids_and_texts_may_hold_any_character(string odd)
    {
        await GivenAsync(Given.Turn(odd) with
        {
            Events = [new NewEvent(Monday, odd, Given.Utf8(odd))],
            Lookups = [new LookupWrite("person:" + odd, odd, odd, 0, null)],
            Row = Given.Row(LeadShelf.Open),
        });

        Assert.Equal(odd, (await Store.Streams.ReadEventsAsync(Given.Lead(odd), default)).Single().Type);
        Assert.Equal(new Lookup("person:" + odd, odd, odd, 1), await Store.Lookups.FindLookupAsync("person:" + odd, Monday, default));
        Assert.Equal([odd], await ListOpenAsync());
        Assert.Null(await Store.Streams.FindAsync(Given.Lead(odd + "x"), default));
    }

    [StoreFact]
    public async Task Ids_that_differ_only_in_case_are_two()
    {
        await GivenAsync(Given.Turn("abc"), Given.Turn("ABC", events: 2));

        Assert.Equal(1, (await Store.Streams.FindAsync(Given.Lead("abc"), default))!.Version);
    }

    [StoreFact]
    public async Task A_record_of_a_megabyte_comes_back_whole()
    {
        var record = new byte[1 << 20];
        for (var i = 0; i < record.Length; i++)
            record[i] = (byte)(i * 31);

        await GivenAsync(Given.Turn("a") with { Record = record });

        Assert.Equal(record, await Store.Streams.FindRecordAsync("a", default));
    }

    [StoreFact]
    public async Task A_turn_without_a_record_leaves_the_one_there_is()
    {
        await GivenAsync(Given.Turn("a") with { Record = Given.Utf8("kept") }, Given.Turn("a", 1));

        Assert.Equal(Given.Utf8("kept"), await Store.Streams.FindRecordAsync("a", default));
    }

    [StoreFact]
    public async Task A_cancelled_commit_that_was_not_handed_over_writes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.Streams.CommitAsync(Given.Turn("a"), cancelled.Token));

        Assert.Null(await Store.Streams.FindAsync(Given.Lead("a"), default));
    }

    [StoreFact]
    public async Task A_turn_without_an_event_is_a_mistake_of_the_caller()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(Given.Turn("a", events: 0)));
    }

    [StoreFact]
    public async Task A_head_is_written_anew_only_as_it_was_read()
    {
        await GivenAsync(Given.Turn("a", events: 2));
        var former = (await Store.Streams.FindAsync(Given.Lead("a"), default))!;
        await GivenAsync(Given.Turn("a", 2));
        var read = (await Store.Streams.FindAsync(Given.Lead("a"), default))!;

        Assert.False(await Store.Streams.RewriteHeadAsync(former, Given.Utf8("old"), null, Given.Row(LeadShelf.Open), default));
        Assert.True(await Store.Streams.RewriteHeadAsync(read, Given.Utf8("new"), Monday, Given.Row(LeadShelf.Open), default));

        var head = await Store.Streams.FindAsync(Given.Lead("a"), default);
        Assert.Equal((3, Monday), (head!.Version, head.NextWakeUp));
        Assert.Equal(Given.Utf8("new"), head.State.ToArray());
        Assert.Equal(["a"], await ListOpenAsync());
    }

    [StoreFact]
    public async Task A_store_opened_again_has_everything_that_was_acknowledged()
    {
        await GivenAsync(Given.Turn("a", events: 2) with
        {
            NextWakeUp = Monday,
            Row = Given.Row(LeadShelf.Open),
            NewKey = new byte[32],
            Record = Given.Utf8("sealed"),
            Lookups = [Given.Lookup("person:1", "a")],
            Rota = [Given.Gives("sales", "ann@example.com")],
            Copies = [Given.Copy("m1", Monday, "a")],
        });
        var secret = await Store.Keys.SecretAsync("lookups", default);

        await ReopenAsync();

        Assert.Equal(2, (await Store.Streams.FindAsync(Given.Lead("a"), default))!.Version);
        Assert.Equal(2, (await Store.Streams.ReadEventsAsync(Given.Lead("a"), default)).Count);
        Assert.Equal(Given.Utf8("sealed"), await Store.Streams.FindRecordAsync("a", default));
        Assert.Equal(new byte[32], await Store.Keys.FindKeyAsync("a", default));
        Assert.Equal(secret, await Store.Keys.SecretAsync("lookups", default));
        Assert.Equal(1, (await Store.Lookups.FindLookupAsync("person:1", Monday, default))!.Version);
        Assert.Equal(1, (await Store.Rotas.ReadRotaAsync("sales", default)).Rota.Turns);
        Assert.NotNull(await Store.Copies.FindCopyAsync("m1", default));
        Assert.Single(await Store.Streams.FindDueAsync(Monday, 10, default));
        Assert.Equal(["a"], await ListOpenAsync());
    }

    private async Task<IReadOnlyList<string>> ListOpenAsync() =>
        [.. (await ToListAsync(Store.Streams.ReadRowsAsync(RowQuery.WithClocks, default))).Select(row => row.LeadId)];
}
