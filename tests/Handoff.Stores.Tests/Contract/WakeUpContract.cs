using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>What every store promises of wake-ups and of listing (design section 3, promises 1 and 3).</summary>
public abstract class WakeUpContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static Instant At(int minute) => Monday + Duration.FromMinutes(minute);

    private async Task<string[]> DueAsync(Instant now, int limit = 100) =>
        [.. (await Store.Streams.FindDueAsync(now, limit, default)).Select(d => d.Stream.Id)];

    [StoreFact]
    public async Task What_is_due_comes_earliest_first_and_what_is_not_does_not_come()
    {
        await GivenAsync(
            Given.Turn("third") with { NextWakeUp = At(3) },
            Given.Turn("first") with { NextWakeUp = At(1) },
            Given.Turn("never"),
            Given.Turn("later") with { NextWakeUp = At(4) + Duration.FromNanoseconds(1) },
            Given.Turn("second") with { NextWakeUp = At(2) },
            Given.Turn("exactly") with { NextWakeUp = At(4) });

        Assert.Equal(["first", "second", "third", "exactly"], await DueAsync(At(4)));
        Assert.Equal(At(1), await Store.Streams.FindNextWakeUpAsync(default));
    }

    [StoreFact]
    public async Task No_more_come_than_were_asked_for()
    {
        await GivenAsync([.. Enumerable.Range(0, 10).Select(n => Given.Turn($"lead-{n}") with { NextWakeUp = At(n) })]);

        Assert.Equal(["lead-0", "lead-1", "lead-2"], await DueAsync(At(60), limit: 3));
    }

    [StoreFact]
    public async Task At_once_is_before_every_time_and_comes_back_exactly()
    {
        await GivenAsync(
            Given.Turn("timed") with { NextWakeUp = Instant.FromUtc(1970, 1, 1, 0, 0) },
            Given.Turn("now") with { NextWakeUp = Instant.MinValue });

        Assert.Equal(["now", "timed"], await DueAsync(Monday));
        Assert.Equal(Instant.MinValue, await Store.Streams.FindNextWakeUpAsync(default));
        Assert.Equal(Instant.MinValue, (await Store.Streams.FindAsync(Given.Lead("now"), default))!.NextWakeUp);
    }

    [StoreFact]
    public async Task A_wake_up_is_kept_to_the_nanosecond()
    {
        var wakeUp = Monday + Duration.FromNanoseconds(123_456_789);
        await GivenAsync(Given.Turn("a") with { NextWakeUp = wakeUp });

        Assert.Equal(wakeUp, (await Store.Streams.FindAsync(Given.Lead("a"), default))!.NextWakeUp);
        Assert.Empty(await DueAsync(wakeUp - Duration.FromNanoseconds(1)));
        Assert.Equal(wakeUp, (await Store.Streams.FindDueAsync(wakeUp, 1, default)).Single().WakeUp);
    }

    [StoreFact]
    public async Task A_turn_moves_the_wake_up_on_or_ends_it()
    {
        await GivenAsync(
            Given.Turn("moved") with { NextWakeUp = At(1) },
            Given.Turn("ended") with { NextWakeUp = At(1) },
            Given.Turn("moved", 1) with { NextWakeUp = At(9) },
            Given.Turn("ended", 1));

        Assert.Empty(await DueAsync(At(8)));
        Assert.Equal(["moved"], await DueAsync(At(9)));
    }

    [StoreFact]
    public async Task Waking_brings_a_wake_up_forward_and_never_puts_it_off()
    {
        await GivenAsync(
            Given.Turn("later") with { NextWakeUp = At(9) },
            Given.Turn("none"),
            Given.Turn("earlier") with { NextWakeUp = At(1) });

        foreach (var id in new[] { "later", "none", "earlier", "absent" })
            await Store.Streams.WakeAsync(Given.Lead(id), At(5), default);

        Assert.Equal(At(5), (await Store.Streams.FindAsync(Given.Lead("later"), default))!.NextWakeUp);
        Assert.Equal(At(5), (await Store.Streams.FindAsync(Given.Lead("none"), default))!.NextWakeUp);
        Assert.Equal(At(1), (await Store.Streams.FindAsync(Given.Lead("earlier"), default))!.NextWakeUp);
        Assert.Null(await Store.Streams.FindAsync(Given.Lead("absent"), default));
    }

    [StoreFact]
    public async Task Waking_appends_no_event_and_changes_no_version()
    {
        await GivenAsync(Given.Turn("a", events: 2));

        await Store.Streams.WakeAsync(Given.Lead("a"), Instant.MinValue, default);

        Assert.Equal(2, (await Store.Streams.FindAsync(Given.Lead("a"), default))!.Version);
        Assert.Equal(CommitResult.Committed, await CommitAsync(Given.Turn("a", 2)));
    }

    [StoreTheory]
    [InlineData(9)]
    [InlineData(1)]
    public async Task A_turn_that_did_not_see_a_wake_up_conflicts_and_the_wake_up_stays(int wakeUpBefore)
    {
        await GivenAsync(Given.Turn("a") with { NextWakeUp = At(wakeUpBefore) });
        var read = (await Store.Streams.FindAsync(Given.Lead("a"), default))!;

        await Store.Streams.WakeAsync(Given.Lead("a"), At(5), default);

        Assert.Equal(CommitResult.Conflict, await CommitAsync(Given.Turn("a", 1) with { ExpectedTag = read.Tag, NextWakeUp = At(20) }));
        Assert.False(await Store.Streams.RewriteHeadAsync(read, read.State, At(20), row: null, default));
        var again = (await Store.Streams.FindAsync(Given.Lead("a"), default))!;
        Assert.Equal(At(Math.Min(5, wakeUpBefore)), again.NextWakeUp);
        Assert.Equal(CommitResult.Committed, await CommitAsync(Given.Turn("a", 1) with { ExpectedTag = again.Tag, NextWakeUp = At(20) }));
        Assert.Equal(At(20), (await Store.Streams.FindAsync(Given.Lead("a"), default))!.NextWakeUp);
    }

    [StoreFact]
    public async Task All_streams_of_a_kind_are_listed()
    {
        await GivenAsync(Given.Turn("a"), Given.Turn(new StreamId(StreamKind.Alerts, "p1")), Given.Turn("b"));

        Assert.Equal(["a", "b"], (await ToListAsync(Store.Streams.ListAsync(StreamKind.Lead, default))).Order(StringComparer.Ordinal));
        Assert.Equal(["p1"], await ToListAsync(Store.Streams.ListAsync(StreamKind.Alerts, default)));
    }
}
