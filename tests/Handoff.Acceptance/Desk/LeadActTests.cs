using System.Net;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Desk;

/// <summary>People act where they look: on the lead's page and on its row of the board, by the rules of the links in their mails.</summary>
public abstract class LeadActTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Anna = "anna.greco@acme.example";
    private const string Bruno = "bruno.riva@acme.example";
    private const string Marta = "marta.villa@acme.example";
    private const string Giulia = "giulia.ferri@acme.example";

    [HostFact]
    public async Task A_rep_answers_records_the_contact_and_tells_the_outcome_on_the_page_of_the_lead()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var rep = await Reader.SignedInAsync(host, (await host.LeadAsync(id)).Owner!);

        Assert.Equal(["accept", "decline"], await OffersAsync(rep, id));
        var accepted = await ActAsync(rep, id, ("action", "accept"));
        Assert.Equal("accepted", (await host.LeadAsync(id)).Status);
        Assert.Contains("Hai accettato questo lead. Registra il primo contatto", accepted.Main, StringComparison.Ordinal);
        Assert.Contains("undo", Offered(accepted));
        await ActAsync(rep, id, ("action", "contacted"), ("how", "called"), ("note", "Calls back at four"));
        Assert.Equal("contacted", (await host.LeadAsync(id)).Status);
        var page = await ActAsync(rep, id, ("action", "feedback"), ("outcome", "qualified"));

        Assert.Equal((HttpStatusCode.OK, "sales_qualified"), (page.Status, (await host.LeadAsync(id)).Status));
        Assert.Contains("Calls back at four", page.Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task Who_names_the_day_of_the_next_contact_sees_it_and_is_reminded_on_it()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var owner = (await host.LeadAsync(id)).Owner!;
        var rep = await Reader.SignedInAsync(host, owner);
        await ActAsync(rep, id, ("action", "accept"));

        var past = await ActAsync(rep, id, ("action", "contacted"), ("how", "called"), ("next", "2034-11-26"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "accepted"), (past.Status, (await host.LeadAsync(id)).Status));
        await ActAsync(rep, id, ("action", "contacted"), ("how", "called"), ("next", "2034-11-28"));
        var taken = await ActAsync(rep, id, ("action", "unplan"));
        Assert.Contains("non ricevi alcun promemoria", taken.Main, StringComparison.Ordinal);
        Assert.Null((await host.LeadAsync(id)).Next);
        var later = await ActAsync(rep, id, ("action", "later"), ("next", "2034-11-29"));

        Assert.Contains("ricevi un promemoria", later.Main, StringComparison.Ordinal);
        Assert.Equal("2034-11-29", (await host.LeadAsync(id)).Next);
        Assert.Contains("mercoledì 29 novembre", (await rep.GetAsync($"/leads/{id}")).Main, StringComparison.Ordinal);
        Assert.Contains("prossimo contatto: mercoledì 29 novembre", (await rep.GetAsync("/board")).Main, StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromHours(47), step: TimeSpan.FromMinutes(30));
        var reminder = await host.LastMailAsync("follow_up", owner);
        Assert.Contains("da risentire oggi", reminder.Subject, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(reminder.Link("feedback"), "feedback", ("outcome", "qualified"))).Status);
        var ended = await host.LeadAsync(id);
        Assert.Equal(("sales_qualified", null), (ended.Status, ended.Next));
    }

    [HostFact]
    public async Task Each_act_can_be_taken_back_for_ten_minutes()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var owner = (await host.LeadAsync(id)).Owner!;
        var rep = await Reader.SignedInAsync(host, owner);

        var declined = await ActAsync(rep, id, ("action", "decline"), ("reason", "no_capacity"));
        Assert.Contains("passa a un collega", declined.Main, StringComparison.Ordinal);
        Assert.Equal(["undo"], Offered(declined));
        Assert.NotEqual(owner, (await host.LeadAsync(id)).Owner);
        var undone = await rep.PostAsync($"/leads/{id}", ("token", declined.Token), ("action", "undo"));
        await host.SettleAsync();
        Assert.Equal((HttpStatusCode.OK, owner), (undone.Status, (await host.LeadAsync(id)).Owner));
        await ActAsync(rep, id, ("action", "accept"));
        await host.AdvanceMinutesAsync(11);

        Assert.DoesNotContain("undo", await OffersAsync(rep, id));
        var late = await ActAsync(rep, id, ("action", "undo"));
        Assert.Equal((HttpStatusCode.Conflict, "accepted"), (late.Status, (await host.LeadAsync(id)).Status));
    }

    [HostFact]
    public async Task A_manager_takes_gives_away_and_takes_that_back()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var manager = await Reader.SignedInAsync(host, Marta);

        Assert.Equal(["take", "acknowledge", "assign", "snooze"], await OffersAsync(manager, id));
        await ActAsync(manager, id, ("action", "take"));
        Assert.Equal(Marta, (await host.LeadAsync(id)).Owner);
        var given = await ActAsync(manager, id, ("action", "assign"), ("rep", Bruno), ("note", "She is in your street"));
        Assert.Equal(Bruno, (await host.LeadAsync(id)).Owner);
        Assert.Contains("Il lead è assegnato a Bruno Riva", SeenPage.Words(given.Main), StringComparison.Ordinal);
        await ActAsync(manager, id, ("action", "assign"), ("rep", Anna));
        var page = await manager.GetAsync($"/leads/{id}");
        Assert.Contains("Annulla: restituiscilo a Bruno Riva", SeenPage.Words(page.Main), StringComparison.Ordinal);
        await host.AdvanceMinutesAsync(11);

        var later = await manager.GetAsync($"/leads/{id}");
        Assert.DoesNotContain("Annulla: restituiscilo", SeenPage.Words(later.Main), StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_silence_is_marked_on_the_board_and_ended_by_a_button()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var manager = await Reader.SignedInAsync(host, Marta);

        await ActAsync(manager, id, ("action", "snooze"), ("until", "2034-11-27T12:00"));
        var board = await manager.GetAsync("/board");
        Assert.Contains("Avvisi silenziati fino alle 12:00", SeenPage.Words(board.Main), StringComparison.Ordinal);
        Assert.Contains("unsnooze", await OffersAsync(manager, id));
        await host.AdvanceMinutesAsync(6);
        Assert.DoesNotContain(await host.MailsAsync(), mail => mail.Kind == "breach" && mail.To == Marta);
        await ActAsync(manager, id, ("action", "unsnooze"));

        Assert.DoesNotContain("silenziati", (await manager.GetAsync("/board")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("unsnooze", await OffersAsync(manager, id));
        var events = (await host.LeadAsync(id)).Events;
        Assert.Contains(events, one => one.Says.Contains("hears alerts about this lead again", StringComparison.Ordinal));
    }

    [HostFact]
    public async Task Whoever_only_looks_finds_nothing_to_press_and_is_refused()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var owner = (await host.LeadAsync(id)).Owner!;
        var colleague = await Reader.SignedInAsync(host, owner == Anna ? Bruno : Anna);
        var head = await Reader.SignedInAsync(host, Giulia);

        Assert.Empty(await OffersAsync(head, id));
        var token = (await head.GetAsync($"/leads/{id}")).Token;
        foreach (var action in new[] { "accept", "take", "snooze", "contacted" })
        {
            var refused = await head.PostAsync($"/leads/{id}", ("token", token), ("action", action), ("how", "called"));
            Assert.Contains(refused.Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.Conflict });
        }

        var other = await colleague.PostAsync(
            $"/leads/{id}", ("token", (await colleague.GetAsync("/board")).Token), ("action", "accept"));
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        var strange = await head.PostAsync($"/leads/{id}", ("action", "accept"));
        Assert.Equal(HttpStatusCode.Forbidden, strange.Status);
        Assert.Equal("offered", (await host.LeadAsync(id)).Status);
    }

    [HostFact]
    public async Task An_act_on_a_row_leads_back_to_the_same_board_with_what_was_done_and_its_undo()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var manager = await Reader.SignedInAsync(host, Marta);
        var board = await manager.GetAsync("/board?team=italy&sort=newest");
        var button = board.Document.QuerySelector($"[data-row='{id}'] button[value=take]")!;
        Assert.Equal($"/leads/{id}", button.GetAttribute("formaction"));

        var back = board.Document.QuerySelector("#act input[name=back]")!.GetAttribute("value")!;
        var done = await manager.PostAsync($"/leads/{id}", ("token", board.Token), ("back", back), ("action", "take"));
        await host.SettleAsync();

        Assert.Equal((HttpStatusCode.SeeOther, $"/board?team=italy&sort=newest&did={id}&done=take"), (done.Status, done.Location));
        var after = await manager.GetAsync(done.Location!);
        Assert.Contains("Ada Lovelace Hai preso questo lead.", SeenPage.Words(after.Main), StringComparison.Ordinal);
        Assert.Equal("undo", after.Document.QuerySelector(".acted button")!.GetAttribute("value"));
        var elsewhere = await manager.PostAsync(
            $"/leads/{id}", ("token", after.Token), ("back", "//evil.example/?x=1"), ("action", "undo"));
        Assert.Equal($"/board?did={id}&done=undo", elsewhere.Location);
        Assert.Empty((await manager.GetAsync($"/board?did={id}&done=take")).Document.QuerySelectorAll(".acted"));
    }

    [HostFact]
    public async Task The_board_stands_in_the_order_that_its_address_says()
    {
        await using var host = await THost.StartAsync();
        var first = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.AdvanceMinutesAsync(1);
        var second = (await host.ReceiveAsync(Calls.Sam)).Id;
        var reader = await host.WatcherAsync();

        Assert.Equal([first, second], await RowsAsync("/board"));
        Assert.Equal([second, first], await RowsAsync("/board?sort=newest"));
        Assert.Equal([first, second], await RowsAsync("/board?sort=oldest"));
        Assert.Equal([first, second], await RowsAsync("/board?sort=team"));
        Assert.Equal([first, second], await RowsAsync("/board?sort=nonsense"));

        async Task<IEnumerable<string?>> RowsAsync(string path) =>
            (await reader.GetAsync(path)).Document.QuerySelectorAll("[data-row]").Select(row => row.GetAttribute("data-row"));
    }

    private static async Task<SeenPage> ActAsync(Reader reader, string id, params (string, string)[] fields)
    {
        var token = (await reader.GetAsync("/board")).Token;
        var page = await reader.PostAsync($"/leads/{id}", [("token", token), .. fields]);
        return page;
    }

    private static async Task<string[]> OffersAsync(Reader reader, string id) => Offered(await reader.GetAsync($"/leads/{id}"));

    /// <summary>The actions whose forms stand on a page, in their order.</summary>
    private static string[] Offered(SeenPage page) =>
        [.. page.Document.QuerySelectorAll("main form:not(.search):not(.session) [name=action]").Select(one => one.GetAttribute("value")!)
            .Distinct(StringComparer.Ordinal)];
}
