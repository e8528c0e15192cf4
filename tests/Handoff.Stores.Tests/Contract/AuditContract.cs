using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>What every store promises of the audit log.</summary>
public abstract class AuditContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static AuditEntry Entry(int number) =>
        new(Monday + Duration.FromSeconds(number), "read lead", "key 1", $"lead-{number}", "done");

    private async Task<string[]> ListAsync(string? before = null, int limit = 100) =>
        [.. (await Store.Audit.ListAuditAsync(before, limit, default)).Select(row => row.Entry.On)];

    [StoreFact]
    public async Task Entries_come_back_as_they_were_added_the_newest_first_after_a_restart_too()
    {
        AuditEntry[] added =
        [
            Entry(1), new(Monday, "erase lead", "person 0123456789abcdef0123", "", "not there"),
            new(Monday, "note absence", "key 2", "person 0123456789abcdef0123", "refused"),
        ];
        Assert.Empty(await ListAsync());
        // Two of one instant stand in the order in which they were added.
        foreach (var entry in added.Reverse())
            await Store.Audit.AppendAsync(entry, default);
        await ReopenAsync();

        Assert.Equal([added[0], added[1], added[2]], (await Store.Audit.ListAuditAsync(null, 100, default)).Select(row => row.Entry));
    }

    [StoreFact]
    public async Task Pages_go_on_where_the_one_before_ended_whatever_is_added_meanwhile()
    {
        foreach (var number in Enumerable.Range(1, 7))
            await Store.Audit.AppendAsync(Entry(number), default);

        var first = await Store.Audit.ListAuditAsync(null, 3, default);
        await Store.Audit.AppendAsync(Entry(8), default);

        Assert.Equal(["lead-7", "lead-6", "lead-5"], first.Select(row => row.Entry.On));
        Assert.Equal(["lead-4", "lead-3"], await ListAsync(first[^1].Place, 2));
        Assert.Equal(["lead-8"], await ListAsync(limit: 1));
        Assert.Empty(await ListAsync((await Store.Audit.ListAuditAsync(null, 100, default))[^1].Place));
    }

    [StoreFact]
    public async Task A_place_that_is_none_begins_nowhere_in_particular_and_breaks_nothing()
    {
        await Store.Audit.AppendAsync(Entry(1), default);

        foreach (var before in new[] { "0", "99999999999999999999", "zzz" })
            Assert.InRange((await ListAsync(before)).Length, 0, 1);
    }

    [StoreFact]
    public async Task Erasing_a_lead_leaves_its_entries_as_they_are()
    {
        await GivenAsync(Given.Turn("lead-1"));
        await Store.Audit.AppendAsync(Entry(1), default);

        await GivenAsync(Given.Turn("lead-1", 1) with { Erases = true });

        Assert.Equal(["lead-1"], await ListAsync());
    }
}
