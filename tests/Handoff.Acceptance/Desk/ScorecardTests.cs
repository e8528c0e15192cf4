using System.Globalization;
using System.Net;
using System.Text.Json;
using Handoff.Acceptance.Hosting;
using Handoff.Service.Figures;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handoff.Acceptance.Desk;

/// <summary>The scorecard: what both sides promised and how it stands, and every number opens to its leads.</summary>
public abstract class ScorecardTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Giulia = "giulia.ferri@acme.example";

    [HostFact]
    public async Task Every_number_opens_to_as_many_leads_as_it_says()
    {
        await using var host = await THost.StartAsync();
        await SomeLeadsAsync(host);
        var reader = await Reader.SignedInAsync(host, Giulia);

        var card = await reader.GetAsync("/scorecard");

        Assert.Equal(HttpStatusCode.OK, card.Status);
        var numbers = card.Document.QuerySelectorAll("a[href^='/leads?figure=']")
            .Where(link => int.TryParse(link.TextContent.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(link => (Number: link.TextContent.Trim(), Href: link.GetAttribute("href")!)).Distinct().ToList();
        Assert.Contains(numbers, one => one.Number == "3");
        foreach (var (number, href) in numbers)
        {
            var list = await reader.GetAsync(href);
            var listed = list.Document.QuerySelectorAll(".listed tbody tr").Length.ToString(CultureInfo.InvariantCulture);
            Assert.Equal((href, number), (href, listed));
        }
    }

    [HostFact]
    public async Task A_test_of_a_vendor_is_handed_over_as_any_lead_and_is_in_no_figure()
    {
        await using var host = await THost.StartAsync();
        await SomeLeadsAsync(host);
        var reader = await Reader.SignedInAsync(host, Giulia);
        var before = (await reader.GetAsync("/scorecard")).Document.QuerySelectorAll(".tile .figure").Select(figure => figure.TextContent);

        var test = await host.ReceiveAsync(new { email = "test@vendor.example", country = "GB", form = "demo", is_test = true });

        Assert.Equal("qualified", test.Status);
        var after = (await reader.GetAsync("/scorecard")).Document.QuerySelectorAll(".tile .figure").Select(figure => figure.TextContent);
        Assert.Equal(before, after);
    }

    [HostFact]
    public async Task Below_30_won_or_accepted_leads_the_customer_both_look_for_is_not_told_and_the_page_says_how_many_are_missing()
    {
        await using var host = await THost.StartAsync();
        await SomeLeadsAsync(host);
        var reader = await Reader.SignedInAsync(host, Giulia);

        var card = await reader.GetAsync("/scorecard");

        Assert.Contains("from 30 won or accepted leads of the period on: 29 are missing.", card.Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task What_those_say_who_were_asked_stands_against_all_who_were_asked()
    {
        await using var host = await THost.StartAsync();
        foreach (var email in (string[])["ada@first.example", "bea@second.example", "cleo@third.example", "dora@fourth.example"])
        {
            await host.ReceiveAsync(new { email, name = "Ada", company = email, country = "GB", form = "demo", consent_contact = "yes" });
            await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        }

        await host.AdvanceAsync(TimeSpan.FromHours(26), TimeSpan.FromHours(1));
        var asked = (await host.MailsAsync()).Where(mail => mail.Kind == "ask_lead").ToList();
        Assert.Equal(4, asked.Count);
        foreach (var (mail, says) in asked.Zip((string[])["yes", "no", "no"]))
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("answer", says)]);
            using var answer = await host.Visitor.PostAsync(new Uri(mail.Link("ask"), UriKind.Relative), form);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await host.AdvanceMinutesAsync(5);
        var giulia = await Reader.SignedInAsync(host, Giulia);
        var card = await giulia.GetAsync("/scorecard");
        var file = await (await giulia.GetAsync("/scorecard.csv")).Answer.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse((await host.OpenAsync("/api/scorecard")).Page);

        (string, string, int, string)[] expected = [("leads_saying_yes", "yes", 1, "25 %"), ("leads_saying_no", "no", 2, "50 %")];
        foreach (var (metric, says, number, percent) in expected)
        {
            var link = card.Document.QuerySelector($"a[href*='figure={metric}']")!;
            Assert.Equal(percent, SeenPage.Read(link));
            Assert.StartsWith($"{percent} {number} of 4", SeenPage.Read(link.ParentElement!), StringComparison.Ordinal);
            Assert.Equal(
                number, (await giulia.GetAsync(link.GetAttribute("href")!)).Document.QuerySelectorAll(".listed tbody tr").Length);
            Assert.Contains($"asked,{metric},,2034-11,{number},4,", file, StringComparison.Ordinal);
            var share = json.RootElement.GetProperty("asked").GetProperty(says);
            Assert.Equal((number, 4), (share.GetProperty("s").GetInt32(), share.GetProperty("n").GetInt32()));
        }

        Assert.Contains("1 did not answer.", SeenPage.Words(card.Main), StringComparison.Ordinal);
    }

    [HostFact]
    public async Task Both_sides_stand_side_by_side_with_their_promises_and_definitions()
    {
        await using var host = await THost.StartAsync();
        await SomeLeadsAsync(host);
        var reader = await Reader.SignedInAsync(host, Giulia);

        var card = await reader.GetAsync("/scorecard");

        Assert.Equal(
            ["Marketing owes sales", "Sales owes marketing"],
            card.Document.QuerySelector(".sides")!.QuerySelectorAll("section > h2").Select(heading => heading.TextContent));
        Assert.Contains("at least 120", card.Main, StringComparison.Ordinal);
        Assert.Contains("Leads that qualified in the period; erasing one changes nothing.", card.Main, StringComparison.Ordinal);
        Assert.All(card.Document.QuerySelectorAll("svg[role=img]"), chart => Assert.NotEmpty(chart.QuerySelector("title")!.TextContent));
        Assert.DoesNotContain("Anna Greco", card.Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_number_that_changed_since_it_was_reported_opens_to_the_leads_that_did_with_the_event()
    {
        await using var host = await THost.StartAsync();
        await SomeLeadsAsync(host);
        await host.AdvanceAsync(TimeSpan.FromDays(4), TimeSpan.FromHours(1));
        await host.Services.GetRequiredService<FrozenFigures>().FreezeAsync(default);
        await host.AdvanceMinutesAsync(60);
        var reader = await Reader.SignedInAsync(host, Giulia);
        var queue = await reader.GetAsync("/feedback");
        await reader.PostAsync(
            "/feedback", [("token", queue.Token), ("lead", queue.Leads.First()), ("action", "contest"), ("note", "It was a fit.")]);
        await host.AdvanceMinutesAsync(5);

        var card = await reader.GetAsync("/scorecard?period=2034-11");

        var changed = card.Document.QuerySelector("a[href*='figure=acceptance_rate'][href*='changed=1']")!;
        Assert.Contains("As of now: 100 % (1 of 1)", changed.TextContent, StringComparison.Ordinal);
        var list = await reader.GetAsync(changed.GetAttribute("href")!);
        var lead = Assert.Single(list.Document.QuerySelectorAll(".listed tbody tr"));
        Assert.EndsWith("in the total only → contested", lead.QuerySelectorAll("td")[2].TextContent, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_rep_sees_the_own_figures_with_their_leads_and_nobody_else_sees_them()
    {
        await using var host = await THost.StartAsync();
        await SomeLeadsAsync(host);
        var accepted = (await host.ReceiveAsync(Calls.Demo("dan@fourth.example"))).Id;
        var offer = await host.LastMailAsync("offer");
        await host.PressAsync(offer.Offer, "accept");
        await host.AdvanceMinutesAsync(5);
        var rep = await Reader.SignedInAsync(host, offer.To);

        var own = await rep.GetAsync("/scorecard");
        var theirs = await (await Reader.SignedInAsync(host, Giulia)).GetAsync("/scorecard");

        Assert.Contains("Le tue cifre", own.Main, StringComparison.Ordinal);
        var link = own.Document.QuerySelector("a[href*='figure=rep.accepted_in_time']")!.GetAttribute("href")!;
        Assert.Contains(accepted, (await rep.GetAsync(link)).Leads);
        Assert.DoesNotContain("By person", theirs.Main, StringComparison.Ordinal);
        var asked = await (await Reader.SignedInAsync(host, Giulia)).GetAsync(link);
        Assert.Contains("is not yours to ask", asked.Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_download_of_the_scorecard_has_what_the_page_shows_and_is_in_the_audit_log()
    {
        await using var host = await THost.StartAsync();
        await SomeLeadsAsync(host);
        var reader = await Reader.SignedInAsync(host, Giulia);

        var file = (await reader.GetAsync(
            (await reader.GetAsync("/scorecard")).Document.QuerySelector("a[href^='/scorecard.csv']")!.GetAttribute("href")!)).Answer;

        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("commitment,qualified_leads,marketing,2034-11,3", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("export scorecard", (await host.OpenAsync("/api/audit")).Page, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_rep_reads_the_figures_of_the_team_and_opens_the_own_leads_of_them()
    {
        await using var host = await THost.StartAsync();
        await SomeLeadsAsync(host);
        var foreign =
            (await host.ReceiveAsync(new { email = "sam@elsewhere.example", name = "Sam Smith", country = "GB", form = "demo" })).Id;
        var italian = (await host.ReceiveAsync(Calls.Demo("last@one.example"))).Id;
        var reader = await Reader.SignedInAsync(host, (await host.LeadAsync(italian)).Owner!);

        var card = await reader.GetAsync("/scorecard");

        Assert.Equal(HttpStatusCode.OK, card.Status);
        Assert.Contains("Italia", card.Main, StringComparison.Ordinal);
        var list = await reader.GetAsync(
            card.Document.QuerySelector("a[href^='/leads?figure=stage.qualified']")!.GetAttribute("href")!);
        Assert.Contains(italian, list.Leads);
        Assert.DoesNotContain(foreign, list.Leads);
        Assert.DoesNotContain("Sam Smith", list.Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_period_is_named_in_the_address_and_one_that_is_none_is_not_there()
    {
        await using var host = await THost.StartAsync();
        var reader = await Reader.SignedInAsync(host, Giulia);

        Assert.Contains("week 47 of 2026", (await reader.GetAsync("/scorecard?period=2026-W47")).Main, StringComparison.Ordinal);
        foreach (var none in new[] { "2026-13", "yesterday", "2026-W54" })
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/scorecard?period={none}")).Status);
    }

    /// <summary>One that is returned, one that is won, and one that waits.</summary>
    private static async Task SomeLeadsAsync(ProductHost host)
    {
        await host.ReceiveAsync(Calls.Ada);
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "decline", ("reason", "not_a_fit"));
        var won = (await host.ReceiveAsync(Calls.Demo("bea@other.example"))).Id;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        await host.TellOutcomeAsync(won, new { outcome = "won", amount = 1250.5, currency = "EUR" });
        await host.ReceiveAsync(Calls.Demo("cleo@third.example"));
    }
}
