using System.Net;
using Handoff.Acceptance.Hosting;
using Handoff.Service.Processes;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handoff.Acceptance.Desk;

/// <summary>What became of an opportunity, and that somebody has what a manager gave, where the agreement promises it.</summary>
public abstract class OptionalClockTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Anna = "anna.greco@acme.example";
    private const string Bruno = "bruno.riva@acme.example";
    private const string Marta = "marta.villa@acme.example";

    [HostFact]
    public async Task The_owner_of_an_opportunity_is_reminded_and_says_it_by_the_link_or_on_the_page()
    {
        await using var host = await THost.StartAsync();
        await PromiseAsync(host, "outcome:       { within: 2h,  ladder: patient }");
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var owner = (await host.LeadAsync(id)).Owner!;
        var rep = await Reader.SignedInAsync(host, owner);
        await ActAsync(rep, id, ("action", "accept"));
        await ActAsync(rep, id, ("action", "contacted"), ("how", "called"));
        var qualified = await ActAsync(rep, id, ("action", "feedback"), ("outcome", "qualified"));
        Assert.Contains("com'è finita", qualified.Main, StringComparison.Ordinal);
        Assert.Contains("Vinto o perso", (await rep.GetAsync("/board?state=sales_qualified")).Main, StringComparison.Ordinal);

        await host.AdvanceAsync(TimeSpan.FromHours(24), step: TimeSpan.FromMinutes(30));
        var reminder = await host.LastMailAsync("reminder", owner);
        Assert.Contains("racconta com'è finita", reminder.Subject, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(reminder.Link("outcome"), "outcome", ("outcome", "open"))).Status);
        var open = await host.LeadAsync(id);
        Assert.Equal(
            ("sales_qualified", "breached running"),
            (open.Status, string.Join(' ', open.Clocks.Where(clock => clock.Name == "outcome").Select(clock => clock.State))));

        await host.AdvanceMinutesAsync(2);
        await ActAsync(rep, id, ("action", "outcome"), ("outcome", "open"), ("next", "2034-12-05"));
        Assert.Equal("2034-12-05", (await host.LeadAsync(id)).Next);
        var taken = await host.PressAsync(reminder.Link("outcome"), "unplan");
        Assert.Contains("non ricevi alcun promemoria", taken.Page, StringComparison.Ordinal);
        Assert.Null((await host.LeadAsync(id)).Next);
        await ActAsync(rep, id, ("action", "later"), ("next", "2034-12-06"));
        Assert.Contains("nessun promemoria per mercoledì 6 dicembre", (await rep.GetAsync($"/leads/{id}")).Main, StringComparison.Ordinal);
        await ActAsync(rep, id, ("action", "unplan"));
        Assert.Null((await host.LeadAsync(id)).Next);

        foreach (var (amount, currency) in new[] { ("12.500,50", "EUR"), ("-1", "EUR"), ("1e5", "EUR"), ("100", "€"), ("100", "") })
        {
            var wrong = await ActAsync(
                rep, id, ("action", "outcome"), ("outcome", "won"), ("amount", amount), ("currency", currency));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "sales_qualified"), (wrong.Status, (await host.LeadAsync(id)).Status));
        }

        var won = await ActAsync(
            rep, id, ("action", "outcome"), ("outcome", "won"), ("amount", "12500.50"), ("currency", "eur"));
        Assert.Contains("12.500,5 EUR", won.Main, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "won"), (won.Status, (await host.LeadAsync(id)).Status));
        Assert.Contains("Registrato come vinto", won.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync(rep, id, ("action", "outcome"), ("outcome", "lost"))).Status);
    }

    [HostFact]
    public async Task Who_gets_an_accepted_lead_from_a_manager_confirms_it_by_the_mail_that_tells_them()
    {
        await using var host = await THost.StartAsync();
        await PromiseAsync(host, "confirm:       { within: 15m, ladder: patient }");
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var owner = (await host.LeadAsync(id)).Owner!;
        await ActAsync(await Reader.SignedInAsync(host, owner), id, ("action", "accept"));
        var other = owner == Anna ? Bruno : Anna;
        var manager = await Reader.SignedInAsync(host, Marta);
        await ActAsync(manager, id, ("action", "assign"), ("rep", other));
        await host.SettleAsync();

        Assert.Contains("conferma entro", (await manager.GetAsync("/board")).Main, StringComparison.Ordinal);
        Assert.Contains("conferma entro", (await manager.GetAsync($"/leads/{id}")).Main, StringComparison.Ordinal);
        var told = await host.LastMailAsync("assigned", other);
        Assert.Contains("che te ne occupi", told.Text, StringComparison.Ordinal);
        var (status, page) = await host.PressAsync(told.Link("confirm"), "confirm");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("questo lead lo segui tu", page, StringComparison.Ordinal);
        Assert.Equal(
            ("met", "running"),
            ((await host.LeadAsync(id)).Clock("confirm").State, (await host.LeadAsync(id)).Clock("first_contact").State));
        Assert.DoesNotContain("conferma ", (await manager.GetAsync("/board")).Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_confirmation_that_is_overdue_is_late_on_the_board_the_team_page_and_the_status()
    {
        await using var host = await THost.StartAsync();
        await PromiseAsync(host, "confirm:       { within: 15m, ladder: patient }");
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var owner = (await host.LeadAsync(id)).Owner!;
        await ActAsync(await Reader.SignedInAsync(host, owner), id, ("action", "accept"));
        var manager = await Reader.SignedInAsync(host, Marta);
        await ActAsync(manager, id, ("action", "assign"), ("rep", owner == Anna ? Bruno : Anna));
        await host.AdvanceMinutesAsync(16);

        Assert.Contains("conferma scadeva", (await manager.GetAsync("/board?state=late")).Main, StringComparison.Ordinal);
        Assert.Contains("1 in ritardo", (await manager.GetAsync("/team")).Main, StringComparison.Ordinal);
        Assert.Contains("1, come sul tabellone", SeenPage.Words((await manager.GetAsync("/status")).Main), StringComparison.Ordinal);
    }

    private static async Task PromiseAsync(THost host, string clock)
    {
        await host.ChangeFilesAsync(files => files.SetItem("agreement.yaml", files["agreement.yaml"]
            .Replace("agreement: 2026-11", "agreement: 2034-12", StringComparison.Ordinal)
            .Replace(
                "first_contact: { within: 30m, ladder: fast }", $"first_contact: {{ within: 30m, ladder: fast }}\n      {clock}",
                StringComparison.Ordinal)));
        await host.Services.GetRequiredService<FilesFollowing>().LookAsync(default);
    }

    private static async Task<SeenPage> ActAsync(Reader reader, string id, params (string, string)[] fields) =>
        await reader.PostAsync($"/leads/{id}", [("token", (await reader.GetAsync("/board")).Token), .. fields]);
}
