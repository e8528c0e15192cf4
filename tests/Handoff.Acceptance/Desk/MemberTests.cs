using System.Net;
using AngleSharp.Dom;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Desk;

/// <summary>A manager notes an absence for somebody, told before and after what moves, and gives several leads away at once.</summary>
public abstract class MemberTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Anna = "anna.greco@acme.example";
    private const string Bruno = "bruno.riva@acme.example";
    private const string Marta = "marta.villa@acme.example";

    [HostFact]
    public async Task An_absence_says_what_would_move_before_it_is_noted_and_what_has_moved_after()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var owner = (await host.LeadAsync(id)).Owner!;
        var (other, name) = owner == Anna ? (Bruno, "Bruno Riva") : (Anna, "Anna Greco");
        var manager = await Reader.SignedInAsync(host, Marta);
        var path = await PathAsync(host, owner);

        var before = await manager.GetAsync($"{path}?when=today");

        Assert.Contains($"passa ad {name}".Replace("ad B", "a B", StringComparison.Ordinal), Told(before), StringComparison.Ordinal);
        Assert.Equal(owner, (await host.LeadAsync(id)).Owner);
        var after = await manager.PostAsync(path, ("token", before.Token), ("action", "away"), ("when", "today"));
        await host.SettleAsync();
        Assert.Contains("L'assenza è annotata.", Told(after), StringComparison.Ordinal);
        Assert.Contains(name, Told(after), StringComparison.Ordinal);
        Assert.Equal(other, (await host.LeadAsync(id)).Owner);
        var back = await manager.PostAsync(path, ("token", before.Token), ("action", "back"));
        Assert.Equal(HttpStatusCode.OK, back.Status);
        Assert.DoesNotContain(await host.PeopleAsync(), person => person.Email == owner && person.IsAway);
    }

    [HostFact]
    public async Task Days_that_make_no_sense_are_told_and_nothing_is_noted()
    {
        await using var host = await THost.StartAsync();
        var manager = await Reader.SignedInAsync(host, Marta);
        var path = await PathAsync(host, Anna);
        var token = (await manager.GetAsync(path)).Token;

        var wrong = await manager.PostAsync(
            path, ("token", token), ("action", "away"), ("when", "dates"), ("from", "2034-12-05"), ("until", "2034-12-01"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Non è stato annotato nulla", Told(wrong), StringComparison.Ordinal);
        Assert.DoesNotContain(await host.PeopleAsync(), person => person.IsAway);
    }

    [HostFact]
    public async Task One_day_off_in_new_york_is_one_day_to_a_director_in_rome()
    {
        await using var host = await THost.StartAsync();
        var director = await Reader.SignedInAsync(host, "paolo.conti@acme.example");
        var path = await PathAsync(host, "frank.moore@acme.example");

        var noted = await director.PostAsync(
            path, ("token", (await director.GetAsync(path)).Token), ("action", "away"), ("when", "dates"), ("from", "2034-12-05"),
            ("until", "2034-12-05"));

        Assert.Equal(HttpStatusCode.OK, noted.Status);
        var days = (await director.GetAsync("/team")).Document.QuerySelectorAll("td[data-label='Absences'] > div");
        Assert.Contains("Tuesday 5 December 2034", days.Select(day => day.TextContent));
    }

    [HostFact]
    public async Task The_board_of_a_reps_leads_leads_to_where_several_are_given_away()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        var path = await PathAsync(host, Anna);
        var owner = path["/team/".Length..];

        var hers = await (await Reader.SignedInAsync(host, Marta)).GetAsync($"/board?owner={owner}");
        var all = await (await Reader.SignedInAsync(host, Marta)).GetAsync("/board");
        var own = await (await Reader.SignedInAsync(host, Anna)).GetAsync($"/board?owner={owner}");

        Assert.NotNull(hers.Document.QuerySelector($"a[href='{path}#leads']"));
        Assert.All([all, own], page => Assert.Null(page.Document.QuerySelector("a[href$='#leads']")));
    }

    [HostFact]
    public async Task Several_leads_of_a_rep_go_to_somebody_else_at_once_and_come_back()
    {
        await using var host = await THost.StartAsync();
        var manager = await Reader.SignedInAsync(host, Marta);
        var ids = new List<string>();
        foreach (var email in new[] { "ada@analytical.example", "bea@other.example" })
        {
            var id = (await host.ReceiveAsync(Calls.Demo(email))).Id;
            var token = (await manager.GetAsync("/board")).Token;
            await manager.PostAsync($"/leads/{id}", ("token", token), ("action", "assign"), ("rep", Anna));
            await host.SettleAsync();
            ids.Add(id);
        }

        var people = await host.PeopleAsync();
        string IdOf(string email) => people.Single(person => person.Email == email).Id;
        var page = await manager.GetAsync(await PathAsync(host, Anna));
        Assert.Equal(ids.Order(), Named(page.Document.QuerySelectorAll("input[type=checkbox]")));
        var given = await manager.PostAsync(
            await PathAsync(host, Anna),
            [("token", page.Token), ("action", "give"), ("rep", IdOf(Bruno)), .. ids.Select(id => ($"lead-{id}", "1"))]);

        Assert.Contains("2 lead assegnati a Bruno Riva.", Told(given), StringComparison.Ordinal);
        foreach (var id in ids)
            Assert.Equal(Bruno, (await host.LeadAsync(id)).Owner);
        var undo = given.Document.QuerySelector($"form[action='/team/{IdOf(Bruno)}']")!;
        Assert.Equal(ids.Order(), Named(undo.QuerySelectorAll("[name^=lead-]")));
    }

    [HostFact]
    public async Task A_rep_has_no_page_for_whoever_does_not_answer_for_the_team()
    {
        await using var host = await THost.StartAsync();
        var path = await PathAsync(host, Anna);
        var rep = await Reader.SignedInAsync(host, Bruno);

        Assert.Equal(HttpStatusCode.NotFound, (await rep.GetAsync(path)).Status);
        var posted = await rep.PostAsync(path, ("token", (await rep.GetAsync("/board")).Token), ("action", "away"), ("when", "today"));
        Assert.Equal(HttpStatusCode.NotFound, posted.Status);
        Assert.DoesNotContain(await host.PeopleAsync(), person => person.IsAway);
    }

    private static IEnumerable<string> Named(IEnumerable<IElement> fields) =>
        fields.Select(one => one.GetAttribute("name")!["lead-".Length..]).Order();

    private static string Told(SeenPage page) => SeenPage.Words(page.Main);

    private static async Task<string> PathAsync(ProductHost host, string email) =>
        $"/team/{(await host.PeopleAsync()).Single(person => person.Email == email).Id}";
}
