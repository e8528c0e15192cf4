using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>What every store promises of the copies of messages.</summary>
public abstract class MailCopyContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static Instant At(int minute) => Monday + Duration.FromMinutes(minute);

    [StoreFact]
    public async Task A_copy_comes_back_as_it_was_sent()
    {
        await GivenAsync(Given.Turn("a") with { Copies = [Given.Copy("m1", At(1), "b", "a")] });

        var copy = await Store.Copies.FindCopyAsync("m1", default);

        Assert.Equal(("m1", "offer", At(1)), (copy!.Id, copy.Kind, copy.At));
        Assert.Equal(["b", "a"], copy.LeadIds.AsEnumerable());
        Assert.Equal(Given.Utf8("sealed m1"), copy.Sealed);
        Assert.Null(await Store.Copies.FindCopyAsync("m2", default));
    }

    [StoreFact]
    public async Task The_newest_come_first_and_no_more_than_asked_for()
    {
        await GivenAsync(
            Given.Turn("a") with { Copies = [Given.Copy("old", At(1), "a"), Given.Copy("newest", At(3), "a")] },
            Given.Turn("b") with { Copies = [Given.Copy("middle", At(2), "b")] });

        Assert.Equal(["newest", "middle", "old"], (await Store.Copies.ListCopiesAsync(null, 10, default)).Select(c => c.Id));
        Assert.Equal(["newest", "middle"], (await Store.Copies.ListCopiesAsync(null, 2, default)).Select(c => c.Id));
    }

    [StoreFact]
    public async Task A_leads_copies_are_those_that_name_it()
    {
        await GivenAsync(Given.Turn("a") with
        {
            Copies = [Given.Copy("m1", At(1), "a"), Given.Copy("m2", At(2), "b"), Given.Copy("m3", At(3), "b", "a")],
        });

        Assert.Equal(["m3", "m1"], (await Store.Copies.ListCopiesAsync("a", 10, default)).Select(c => c.Id));
        Assert.Equal(["m3"], (await Store.Copies.ListCopiesAsync("a", 1, default)).Select(c => c.Id));
        Assert.Empty(await Store.Copies.ListCopiesAsync("c", 10, default));
    }

    [StoreFact]
    public async Task A_message_sent_again_has_one_copy_the_last()
    {
        await GivenAsync(
            Given.Turn("a") with { Copies = [Given.Copy("m1", At(1), "a", "b")] },
            Given.Turn("a", 1) with { Copies = [Given.Copy("m1", At(2), "a")] });

        Assert.Equal(At(2), (await Store.Copies.ListCopiesAsync("a", 10, default)).Single().At);
        Assert.Empty(await Store.Copies.ListCopiesAsync("b", 10, default));
    }
}
