using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>What every store promises to a board, which keeps what it has read.</summary>
public abstract class BoardContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    [StoreFact]
    public async Task Open_leads_are_listed_with_their_states_and_others_are_not()
    {
        await GivenAsync(
            Given.Turn("open") with { IsOpen = true, NextWakeUp = Monday },
            Given.Turn("asleep") with { IsOpen = true },
            Given.Turn("ended"),
            Given.Turn(new StreamId(StreamKind.Alerts, "person")) with { NextWakeUp = Monday });

        Assert.Equal(["asleep state-1", "open state-1"], await LookAsync());
    }

    [StoreFact]
    public async Task A_state_that_is_known_is_not_read_again_until_the_lead_is_written()
    {
        await GivenAsync(Given.Turn("a") with { IsOpen = true, NextWakeUp = Monday }, Given.Turn("b") with { IsOpen = true });
        await LookAsync();

        Assert.Equal(["a known", "b known"], await LookAsync());
        await GivenAsync(Given.Turn("a", 1) with { IsOpen = true, NextWakeUp = Monday + Duration.FromHours(1) });

        Assert.Equal(["a state-2", "b known"], await LookAsync());
    }

    [StoreFact]
    public async Task A_lead_that_ends_is_gone_and_one_that_begins_is_there()
    {
        await GivenAsync(Given.Turn("a") with { IsOpen = true, NextWakeUp = Monday });
        await LookAsync();

        await GivenAsync(Given.Turn("a", 1), Given.Turn("b") with { IsOpen = true });

        Assert.Equal(["b state-1"], await LookAsync());
    }

    [StoreFact]
    public async Task A_head_that_is_written_anew_is_read_anew()
    {
        await GivenAsync(Given.Turn("a") with { IsOpen = true, NextWakeUp = Monday });
        await LookAsync();
        var head = await Store.Streams.FindAsync(Given.Lead("a"), default);

        Assert.True(await Store.Streams.RewriteHeadAsync(head!, Given.Utf8("anew"), null, isOpen: true, default));

        Assert.Equal(["a anew"], await LookAsync());
    }

    [StoreFact]
    public async Task More_open_leads_than_are_read_at_once_are_all_listed()
    {
        await Task.WhenAll(Enumerable.Range(0, Many).Select(n => CommitAsync(Given.Turn($"lead-{n:D5}") with { IsOpen = true, NextWakeUp = Monday })));

        Assert.Equal(Many, (await LookAsync()).Count);
    }

    [StoreFact]
    public async Task The_newest_leads_are_listed_first_as_far_as_the_lowest_id()
    {
        await GivenAsync([.. new[] { "1a", "1b", "2a", "2b", "2c" }.Select(id => Given.Turn(id)), Given.Turn(new StreamId(StreamKind.Alerts, "2d"))]);

        Assert.Equal(["2c", "2b", "2a", "1b", "1a"], await Store.Streams.ListNewestAsync("", 10, default));
        Assert.Equal(["2c", "2b"], await Store.Streams.ListNewestAsync("", 2, default));
        Assert.Equal(["2c", "2b", "2a"], await Store.Streams.ListNewestAsync("2", 10, default));
    }

    private async Task<IReadOnlyList<string>> LookAsync()
    {
        List<string> seen = [];
        await foreach (var lead in Store.Streams.ListOpenLeadsAsync((id, mark) => _known.GetValueOrDefault(id) == mark, default))
        {
            _known[lead.Id] = lead.Mark;
            seen.Add($"{lead.Id} {(lead.State is { } state ? System.Text.Encoding.UTF8.GetString(state.Span) : "known")}");
        }

        return [.. seen.Order(StringComparer.Ordinal)];
    }
}
