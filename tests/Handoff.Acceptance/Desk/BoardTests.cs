using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Desk;

/// <summary>The board: what it filters and counts, and its wall, which names nobody who asked.</summary>
public abstract class BoardTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostFact]
    public async Task The_board_filters_by_its_address_and_counts()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        await host.AdvanceMinutesAsync(6);
        await host.ReceiveAsync(Calls.Sam);
        var reader = await host.WatcherAsync();

        var late = await reader.GetAsync("/board?state=late");

        Assert.Single(late.Leads);
        Assert.Contains("1 min 00 s late", late.Main, StringComparison.Ordinal);
        Assert.Single((await reader.GetAsync("/board?team=world")).Leads);
        Assert.Empty((await reader.GetAsync("/board?team=nowhere&page=7")).Leads);
        Assert.Contains("Nothing matches", (await reader.GetAsync("/board?tier=cold")).Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_board_that_nothing_can_filter_offers_no_filter()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        var reader = await host.WatcherAsync();

        Assert.Null((await reader.GetAsync("/board")).Document.QuerySelector(".filters"));
        Assert.Empty((await reader.GetAsync("/board?state=late")).Document.QuerySelectorAll(".filters button"));
        await host.ReceiveAsync(Calls.Sam);
        Assert.NotNull((await reader.GetAsync("/board")).Document.QuerySelector(".filters button"));
    }

    [HostFact]
    public async Task An_empty_board_says_what_would_bring_something()
    {
        await using var host = await THost.StartAsync();

        Assert.Contains("Nothing is open", (await (await host.WatcherAsync()).GetAsync("/board")).Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task The_wall_names_companies_and_colleagues_but_no_person_who_asked()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);

        var wall = await (await host.WatcherAsync()).GetAsync("/board?wall=1");

        Assert.Contains("Analytical Engines", wall.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Lovelace", wall.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task The_wall_reads_as_words_and_says_where_no_company_was_given()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        await host.ReceiveAsync(new { email = "sam@other.example", name = "Sam Smith", country = "US", form = "demo" });

        var wall = await (await host.WatcherAsync()).GetAsync("/board?wall=1");
        var rows = wall.Document.QuerySelectorAll(".what").Select(SeenPage.Read).Order();

        Assert.Equal(["Analytical Engines hot", "no company given hot"], rows);
    }

    [HostFact]
    public async Task A_state_that_the_board_does_not_know_is_told()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        var reader = await host.WatcherAsync();

        var unknown = await reader.GetAsync("/board?state=returned");

        Assert.Contains("The board knows no state of this name", unknown.Main, StringComparison.Ordinal);
        Assert.Single(unknown.Leads);
        Assert.DoesNotContain("knows no state", (await reader.GetAsync("/board?state=late")).Main, StringComparison.Ordinal);
    }
}
