using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>What every store promises of lookup keys (design section 4: what crosses leads).</summary>
public abstract class LookupContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static readonly Instant InTenMinutes = Monday + Duration.FromMinutes(10);

    [StoreFact]
    public async Task A_key_is_claimed_with_the_turn()
    {
        Assert.Null(await Store.Lookups.FindLookupAsync("person:1", Monday, default));

        await GivenAsync(Given.Turn("a") with { Lookups = [Given.Lookup("person:1", "a"), Given.Lookup("delivery:1", "a")] });

        Assert.Equal(new Lookup("person:1", "a", "data of a", 1), await Store.Lookups.FindLookupAsync("person:1", Monday, default));
        Assert.Equal("a", (await Store.Lookups.FindLookupAsync("delivery:1", Monday, default))!.LeadId);
    }

    [StoreFact]
    public async Task A_key_that_somebody_has_claimed_conflicts_and_nothing_of_the_turn_is_written()
    {
        await GivenAsync(Given.Turn("a") with { Lookups = [Given.Lookup("person:1", "a")] });

        var result = await CommitAsync(Given.Turn("b") with
        {
            NextWakeUp = Monday,
            NewKey = new byte[32],
            Record = Given.Utf8("sealed"),
            Lookups = [Given.Lookup("company:1", "b"), Given.Lookup("person:1", "b")],
            Rota = [Given.Gives("sales", "ann@example.com")],
            Copies = [Given.Copy("m1", Monday, "b")],
        });

        Assert.Equal(CommitResult.Conflict, result);
        Assert.Null(await Store.Streams.FindAsync(Given.Lead("b"), default));
        Assert.Empty(await Store.Streams.ReadEventsAsync(Given.Lead("b"), default));
        Assert.Null(await Store.Streams.FindRecordAsync("b", default));
        Assert.Null(await Store.Keys.FindKeyAsync("b", default));
        Assert.Null(await Store.Lookups.FindLookupAsync("company:1", Monday, default));
        Assert.Equal("a", (await Store.Lookups.FindLookupAsync("person:1", Monday, default))!.LeadId);
        Assert.Null(await Store.Copies.FindCopyAsync("m1", default));
        Assert.Empty(await Store.Streams.FindDueAsync(Instant.MaxValue, 10, default));
        Assert.Empty((await Store.Rotas.ReadRotaAsync("sales", default)).Rota.Entries);
    }

    [StoreFact]
    public async Task A_key_is_written_again_at_the_version_that_was_read()
    {
        await GivenAsync(
            Given.Turn("a") with { Lookups = [Given.Lookup("person:1", "a")] },
            Given.Turn("b") with { Lookups = [Given.Lookup("person:1", "b", version: 1)] });

        var lookup = await Store.Lookups.FindLookupAsync("person:1", Monday, default);
        Assert.Equal("b", lookup!.LeadId);
        Assert.True(lookup.Version > 1);
        Assert.Equal(
            CommitResult.Conflict, await CommitAsync(Given.Turn("c") with { Lookups = [Given.Lookup("person:1", "c", version: 1)] }));
        Assert.Equal(
            CommitResult.Conflict, await CommitAsync(Given.Turn("c") with { Lookups = [Given.Lookup("person:9", "c", version: 1)] }));
    }

    [StoreTheory]
    [InlineData(StreamKind.Channel, "news:crm-1.lead")]
    [InlineData(StreamKind.Alerts, "alert:crm-1.lead")]
    public async Task What_a_stream_keeps_for_itself_is_written_again_at_the_version_that_was_read(StreamKind kind, string key)
    {
        var stream = new StreamId(kind, "crm-1");
        await GivenAsync(
            Given.Turn(stream) with { Lookups = [Given.Lookup(key, "")] },
            Given.Turn(stream, 1) with { Lookups = [Given.Lookup(key, "", version: 1)] });

        var lookup = await Store.Lookups.FindLookupAsync(key, Monday, default);
        Assert.True(lookup!.Version > 1);
        Assert.Equal(CommitResult.Conflict, await CommitAsync(
            Given.Turn(stream, 2) with { Lookups = [Given.Lookup(key, "", version: 1)] }));
    }

    [StoreFact]
    public async Task Of_64_leads_that_claim_one_key_exactly_one_gets_it()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(n => Task.Run(async () =>
            await CommitAsync(Given.Turn($"lead-{n}") with { Lookups = [Given.Lookup("person:1", $"lead-{n}")] }))));

        Assert.Single(results, CommitResult.Committed);
        var winner = $"lead-{Array.IndexOf(results, CommitResult.Committed)}";
        Assert.Equal(winner, (await Store.Lookups.FindLookupAsync("person:1", Monday, default))!.LeadId);
        Assert.Equal([winner], await ToListAsync(Store.Streams.ListAsync(StreamKind.Lead, default)));
    }

    [StoreFact]
    public async Task A_key_is_found_until_just_before_it_expires()
    {
        await GivenAsync(Given.Turn("a") with { Lookups = [Given.Lookup("delivery:1", "a", expires: InTenMinutes)] });

        Assert.NotNull(await Store.Lookups.FindLookupAsync("delivery:1", InTenMinutes - Duration.FromNanoseconds(1), default));
        Assert.Null(await Store.Lookups.FindLookupAsync("delivery:1", InTenMinutes, default));
    }

    [StoreFact]
    public async Task An_expired_key_counts_as_absent_in_a_commit()
    {
        await GivenAsync(Given.Turn("a") with { Lookups = [Given.Lookup("delivery:1", "a", expires: InTenMinutes)] });
        var takesOver = Given.Turn("b") with { Lookups = [Given.Lookup("delivery:1", "b")] };

        Clock.Reset(InTenMinutes - Duration.FromNanoseconds(1));
        Assert.Equal(CommitResult.Conflict, await CommitAsync(takesOver));
        Clock.Reset(InTenMinutes);
        Assert.Equal(
            CommitResult.Conflict, await CommitAsync(Given.Turn("c") with { Lookups = [Given.Lookup("delivery:1", "c", version: 1)] }));
        Assert.Equal(CommitResult.Committed, await CommitAsync(takesOver));

        Assert.Equal("b", (await Store.Lookups.FindLookupAsync("delivery:1", InTenMinutes, default))!.LeadId);
    }

    [StoreFact]
    public async Task What_counts_for_minutes_is_claimed_once_and_again_when_it_is_over()
    {
        await GivenAsync(Given.Turn("a") with { Lookups = [Given.Lookup("body:1", "a", expires: InTenMinutes)] });

        Assert.Equal(new Lookup("body:1", "a", "data of a", 1), await Store.Lookups.FindLookupAsync("body:1", Monday, default));
        Assert.Equal(
            CommitResult.Conflict,
            await CommitAsync(Given.Turn("b") with { Lookups = [Given.Lookup("body:1", "b", expires: InTenMinutes)] }));
        Assert.Null(await Store.Streams.FindAsync(Given.Lead("b"), default));

        Clock.Reset(InTenMinutes);
        Assert.Null(await Store.Lookups.FindLookupAsync("body:1", InTenMinutes, default));
        Assert.Equal(
            CommitResult.Committed,
            await CommitAsync(
            Given.Turn("b") with { Lookups = [Given.Lookup("body:1", "b", expires: InTenMinutes + Duration.FromHours(1))] }));
        Assert.Equal("b", (await Store.Lookups.FindLookupAsync("body:1", InTenMinutes, default))!.LeadId);
    }

    [StoreFact]
    public async Task One_of_many_who_claim_the_same_short_lived_key_wins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(async n =>
            await CommitAsync(Given.Turn($"lead-{n}") with { Lookups = [Given.Lookup("body:1", $"lead-{n}", expires: InTenMinutes)] })));

        Assert.Single(results, CommitResult.Committed);
    }

    [StoreFact]
    public async Task Erasing_a_lead_forgets_its_short_lived_key_too()
    {
        await GivenAsync(
            Given.Turn("a") with { NewKey = new byte[32], Lookups = [Given.Lookup("body:1", "a", expires: InTenMinutes)] },
            Given.Turn("a", 1) with { Erases = true });

        Assert.Null(await Store.Lookups.FindLookupAsync("body:1", Monday, default));
    }

    [StoreFact]
    public async Task A_key_that_leads_to_no_lead_stands_by_itself()
    {
        await GivenAsync(Given.Turn("a") with { Lookups = [Given.Lookup("queue:italy", "")] });

        Assert.Equal(new Lookup("queue:italy", "", "data of ", 1), await Store.Lookups.FindLookupAsync("queue:italy", Monday, default));
    }
}
