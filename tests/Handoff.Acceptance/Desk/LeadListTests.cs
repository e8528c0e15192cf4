using System.Net;
using Handoff.Acceptance.Hosting;
using Handoff.People;
using Xunit;

namespace Handoff.Acceptance.Desk;

/// <summary>Lists of leads, whatever became of them: each shows what its reader may see, page by page, and the same as CSV.</summary>
public abstract class LeadListTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Marta = "marta.villa@acme.example";
    private const string Giulia = "giulia.ferri@acme.example";
    private const string Mona = "mona.market@acme.example";
    private const string Dana = "dana.lee@acme.example";

    [HostFact]
    public async Task Leads_that_are_closed_have_their_lists_with_what_became_of_them()
    {
        await using var host = await THost.StartAsync();
        var returned = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "decline", ("reason", "not_a_fit"), ("note", "Sells no engines."));
        var nurtured = (await host.ReceiveAsync(new { email = "low@score.example", name = "Low Score", country = "IT" })).Id;
        var won = (await host.ReceiveAsync(Calls.Demo("bea@other.example"))).Id;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        Assert.Equal(HttpStatusCode.OK, await host.TellOutcomeAsync(won, new { outcome = "won", amount = 1250.5, currency = "EUR" }));
        var reader = await Reader.SignedInAsync(host, Giulia);

        var back = await reader.GetAsync("/leads?status=returned");

        Assert.Equal([returned], back.Leads);
        Assert.Contains("Not our kind of customer", back.Main, StringComparison.Ordinal);
        Assert.Contains("Sells no engines.", back.Main, StringComparison.Ordinal);
        Assert.Equal([nurtured], (await reader.GetAsync("/leads?status=nurture")).Leads);
        var sold = await reader.GetAsync("/leads?status=won");
        Assert.Equal([won], sold.Leads);
        Assert.Contains("1,250.5 EUR", sold.Main, StringComparison.Ordinal);
        Assert.Empty((await reader.GetAsync("/leads?status=discarded")).Leads);
        Assert.Equal(new[] { returned, nurtured, won }.Order(), (await reader.GetAsync("/leads")).Leads.Order());
        Assert.Equal(1, (await reader.GetAsync("/leads?status=lost&from=2030-01-01")).Document.QuerySelectorAll(".state").Length);
    }

    [HostFact]
    public async Task A_list_is_filtered_by_source_tier_team_dimension_owner_and_day_of_reception()
    {
        await using var host = await THost.StartAsync();
        var spring = (await host.ReceiveAsync(
            new { email = "a@one.example", name = "One", country = "IT", form = "demo", utm_campaign = "spring" })).Id;
        var none = (await host.ReceiveAsync(new { email = "b@two.example", name = "Two", country = "GB", form = "demo" })).Id;
        var reader = await Reader.SignedInAsync(host, Giulia);
        var received = (await host.LeadAsync(spring)).Events[0].At;
        var (day, before) = ($"{received:yyyy-MM-dd}", $"{received.AddDays(-1):yyyy-MM-dd}");

        foreach (var (query, found) in new[]
        {
            ("dimension=campaign&value=spring", new[] { spring }), ("dimension=campaign&value=none", [none]), ("team=world", [none]),
            ("tier=hot&source=website", [spring, none]), ("source=elsewhere", []), ($"from={day}&to={day}", [spring, none]),
            ($"to={before}", []), ("owner=queue&status=won", []),
        })
        {
            var leads = (await reader.GetAsync($"/leads?{query}")).Leads;
            Assert.Equal((query, string.Join(' ', found.Order())), (query, string.Join(' ', leads.Order())));
        }

        Assert.Contains("means nothing", (await reader.GetAsync("/leads?status=sold&from=yesterday")).Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_list_shows_what_its_reader_may_open_and_how_many_more_there_are()
    {
        await using var host = await THost.StartAsync();
        var italian = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.ReceiveAsync(new { email = "sam@other.example", name = "Sam Smith", country = "GB", form = "demo" });
        var owner = (await host.LeadAsync(italian)).Owner!;

        var managers = await (await Reader.SignedInAsync(host, Marta)).GetAsync("/leads");
        var own = await (await Reader.SignedInAsync(host, owner)).GetAsync("/leads");
        var others = await (await Reader.SignedInAsync(host, Dana)).GetAsync("/leads?team=italy");

        Assert.Equal([italian], managers.Leads);
        Assert.Contains("altro che non spetta a te", managers.Main, StringComparison.Ordinal);
        Assert.Equal([italian], own.Leads);
        Assert.Empty(others.Leads);
        Assert.DoesNotContain("Lovelace", others.Main, StringComparison.Ordinal);
        Assert.Contains("1 more", others.Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task Marketing_sees_what_came_back_without_who_in_sales_had_it()
    {
        await using var host = await THost.StartAsync();
        await host.ChangeStaffAsync(staff => staff with
        {
            People = staff.People.Add(
                PersonId.Of(Mona),
                staff.People[PersonId.Of(Giulia)] with
                {
                    Id = PersonId.Of(Mona),
                    Address = Mona,
                    Name = "Mona Market",
                    Role = Role.Marketing,
                }),
        });
        var returned = (await host.ReceiveAsync(Calls.Ada)).Id;
        var offer = await host.LastMailAsync("offer");
        await host.PressAsync(offer.Offer, "decline", ("reason", "not_a_fit"));
        await host.ReceiveAsync(new { email = "sam@other.example", name = "Sam Smith", country = "IT", form = "demo" });
        var mona = await Reader.SignedInAsync(host, Mona);

        var list = await mona.GetAsync("/leads");
        var csv = await TextAsync(mona, "/leads.csv");

        Assert.Contains("Lovelace", list.Main, StringComparison.Ordinal);
        Assert.Contains("Not our kind of customer", list.Main, StringComparison.Ordinal);
        Assert.Empty(list.Leads);
        Assert.DoesNotContain("Sam Smith", list.Main, StringComparison.Ordinal);
        foreach (var name in new[] { "Anna Greco", "Bruno Riva" })
        {
            Assert.DoesNotContain(name, list.Main, StringComparison.Ordinal);
            Assert.DoesNotContain(name, csv, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await mona.GetAsync($"/leads/{returned}")).Status);
        Assert.Contains("Lovelace", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam Smith", csv, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_long_list_is_read_page_by_page_and_each_lead_stands_on_one()
    {
        await using var host = await THost.StartAsync();
        var ids = new List<string>();
        for (var number = 0; number < 60; number++)
            ids.Add((await host.ReceiveAsync(new { email = $"n{number}@many.example", name = "Many", country = "IT" })).Id);
        var reader = await Reader.SignedInAsync(host, Giulia);

        var first = await reader.GetAsync("/leads?status=nurture");
        var second = await reader.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal((50, 10), (first.Leads.Count(), second.Leads.Count()));
        Assert.Equal(ids.Order(), first.Leads.Concat(second.Leads).Order());
        Assert.Contains("60 leads", first.Main, StringComparison.Ordinal);
        Assert.Null(second.Document.QuerySelector("a[rel=next]"));
        Assert.Equal(
            61, (await TextAsync(reader, "/leads.csv?status=nurture")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [HostFact]
    public async Task A_file_of_a_list_is_one_for_every_spreadsheet_runs_no_formula_and_is_in_the_audit_log()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(
            new
            {
                email = "x@evil.example",
                name = "=HYPERLINK(\"http://evil.example\")",
                company = "Semi; colon, \"Inc\"",
                country = "IT"
            });
        var reader = await Reader.SignedInAsync(host, Giulia);

        var answer = (await reader.GetAsync("/leads.csv")).Answer;
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = System.Text.Encoding.UTF8.GetString(bytes);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\",\"Semi; colon, \"\"Inc\"\"\"", text, StringComparison.Ordinal);
        Assert.Contains("export leads", (await host.OpenAsync("/api/audit")).Page, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task The_columns_of_a_file_are_ids_whatever_the_files_call_a_dimension_and_whoever_takes_it()
    {
        await using var host = await THost.StartAsync();
        await host.ChangeFilesAsync(files => files.SetItem("agreement.yaml", files["agreement.yaml"].Replace(
            "agreement: 2026-11\n",
            "agreement: named\ndimensions: [campaign, { name: line, from: product, says: { en: product line, it: linea } }]\n",
            StringComparison.Ordinal)));

        foreach (var address in new[] { Giulia, Marta })
        {
            var text = await TextAsync(await Reader.SignedInAsync(host, address), "/leads.csv");
            Assert.Contains(",currency,dimension_campaign,dimension_line\r\n", text, StringComparison.Ordinal);
        }
    }

    private static async Task<string> TextAsync(Reader reader, string path) =>
        await (await reader.GetAsync(path)).Answer.Content.ReadAsStringAsync();
}
