using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Desk;

/// <summary>
/// A company whose ids are words that mean nothing, and whose files say what each is called: no mail and no page shows an id to a reader.
/// Addresses, and the code that a web page is given, keep them.
/// </summary>
public abstract partial class NamesTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private static readonly ImmutableArray<string> Everybody =
        ["giulia.ferri@acme.example", "paolo.conti@acme.example", "marta.villa@acme.example", "anna.greco@acme.example"];

    /// <summary>Ids of the sample, each by one that means nothing: in the order in which they are replaced.</summary>
    private static readonly ImmutableArray<(string File, string Text, string By)> Ids =
    [
        ("agreement.yaml", "agreement: 2026-11\n", "agreement: nonsense\n" +
            "dimensions: [campaign, { name: d1x, from: product, says: { en: product line, it: linea di prodotto } }]\n"),
        ("agreement.yaml", "name: hot", "name: t1x"), ("agreement.yaml", "name: warm", "name: t2x"),
        ("agreement.yaml", "name: standard", "name: t3x"), ("agreement.yaml", "metric: email_open_rate", "metric: m1x"),
        ("people.yaml", "  office:", "  c1x:"), ("people.yaml", "calendar: office", "calendar: c1x"),
        ("people.yaml", "[office, phone_desk]", "[c1x, c2x]"), ("people.yaml", "  phone_desk:", "  c2x:"),
        ("people.yaml", "calendar: phone_desk", "calendar: c2x"), ("people.yaml", "  new_york:", "  c3x:"),
        ("people.yaml", "calendar: new_york", "calendar: c3x"), ("people.yaml", "  london:", "  c4x:"),
        ("people.yaml", "calendar: london", "calendar: c4x"), ("people.yaml", "[london, new_york]", "[c4x, c3x]"),
        ("people.yaml", "  always:", "  c5x:"), ("people.yaml", "name: italy", "name: k1x"), ("people.yaml", "name: world", "name: k2x"),
        ("sources.yaml", "name: website", "name: s1x"), ("sources.yaml", "name: demo-form", "name: s2x"),
    ];

    [HostFact]
    public async Task No_reader_of_a_mail_or_a_page_sees_an_id()
    {
        await using var host = await THost.StartAsync();
        await host.ChangeFilesAsync(files => Ids.Aggregate(files, (all, id) =>
        {
            Assert.Contains(id.Text, all[id.File], StringComparison.Ordinal);
            return all.SetItem(id.File, all[id.File].Replace(id.Text, id.By, StringComparison.Ordinal));
        }));
        var leads = await LiveAsync(host);

        foreach (var address in Everybody)
            await LooksAsync(host, address, leads);
        await host.AdvanceAsync(TimeSpan.FromDays(8), step: TimeSpan.FromHours(2));

        foreach (var address in Everybody)
            await LooksAsync(host, address, leads);
        var mails = await host.MailsAsync();
        Assert.Superset(
            new HashSet<string>
            {
                "offer", "accepted", "give_feedback", "breach", "returned", "contested", "report", "meeting_invitation",
            }, mails.Select(mail => mail.Kind).ToHashSet());
        foreach (var mail in mails)
        {
            Shows($"{mail.Kind} to {mail.To}: subject", mail.Subject);
            // An address keeps the id.
            var lines = mail.Text.Split('\n').Where(line => !line.StartsWith("http", StringComparison.Ordinal));
            Shows($"{mail.Kind} to {mail.To}: text", string.Join('\n', lines));
            Shows($"{mail.Kind} to {mail.To}: HTML", Seen(new HtmlParser().ParseDocument(await host.HtmlOfAsync(mail))));
        }

        Assert.Contains(mails, mail => mail.To == Everybody[2] && mail.Text.Contains("Italia", StringComparison.Ordinal));
        Assert.Contains(mails, mail => mail.Kind == "returned" && mail.Text.Contains("no campaign", StringComparison.Ordinal));
    }

    /// <summary>Leads that are accepted, missed, declined, returned and contested.</summary>
    private static async Task<ImmutableArray<string>> LiveAsync(ProductHost host)
    {
        var back = await SendAsync(host, "ada@analytical.example", campaign: null);
        var offer = (await host.LastMailAsync("offer")).Offer;
        Shows("offer link", Calls.Read((await host.OpenAsync(offer)).Page));
        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(offer, "accept")).Status);
        await host.PressAsync((await host.LastMailAsync("accepted")).Link("contacted"), "contacted", ("how", "called"));
        await host.PressAsync(
            (await host.LastMailAsync("give_feedback")).Link("feedback"), "feedback", ("outcome", "returned"), ("reason", "not_a_fit"));
        var declined = await SendAsync(host, "grace@hopper.example", "spring");
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "decline", ("reason", "spam"));
        var giulia = await Reader.SignedInAsync(host, Everybody[0]);
        var contested = await giulia.PostAsync(
            "/feedback", ("lead", back), ("action", "contest"), ("note", "They are"),
            ("token", (await giulia.GetAsync("/feedback")).Token));
        Assert.Equal(HttpStatusCode.SeeOther, contested.Status);
        Assert.Equal(HttpStatusCode.OK, await host.TellMetricAsync(new { metric = "m1x", value = 21.5 }));
        var missed = await SendAsync(host, "kay@mcnulty.example", campaign: null);
        await host.AdvanceMinutesAsync(10);
        var manage = (await host.MailsAsync()).Last(mail => mail.To == Everybody[2] && mail.Kind is "breach" or "digest");
        Shows("manage link", Seen(new HtmlParser().ParseDocument(
            (await host.OpenAsync(manage.Links.Last(link => link.Rel == "manage").Path)).Page)));
        return [back, declined, missed];
    }

    private static async Task<string> SendAsync(ProductHost host, string email, string? campaign)
    {
        var fields = new
        {
            email, name = "Ada Lovelace", company = "Engines", country = "IT", form = "demo", product = "lathes", utm_campaign = campaign,
        };
        using var body = new StringContent(JsonSerializer.Serialize(fields), System.Text.Encoding.UTF8, "application/json");
        using var answer = await host.PostBodyAsync(body, "s1x");
        return (await host.ReceiptAsync(answer)).Id;
    }

    private static async Task LooksAsync(ProductHost host, string address, ImmutableArray<string> leads)
    {
        var reader = await Reader.SignedInAsync(host, address);
        string[] pages =
        [
            "/board", "/board?team=k1x", "/board?wall=1&team=k1x", "/leads",
            "/leads?team=k1x&tier=t1x&source=s1x&dimension=d1x&value=lathes",
            "/scorecard", "/scorecard?period=2034-W48", "/leads?figure=qualified_leads&period=2034-11&dimension=tier&value=t1x",
            "/leads?figure=qualified_leads&period=2034-11&dimension=campaign&value=none", "/team", "/agreement", "/meeting", "/status",
            "/route", "/sources", "/feedback", "/reports", "/reports/1", .. leads.Select(lead => $"/leads/{lead}"),
            .. leads.SelectMany(lead => new[] { "assign", "decline", "snooze" }.Select(act => $"/leads/{lead}?act={act}")),
        ];
        var seen = 0;
        foreach (var path in pages)
        {
            var page = await reader.GetAsync(path);
            if (page.Status != HttpStatusCode.OK)
                continue;
            seen++;
            Shows($"{path} to {address}", Seen(page.Document));
        }

        Assert.True(seen > 8, $"{address} saw {seen} pages");
        var token = (await reader.GetAsync("/board")).Token;
        var tried = await reader.PostAsync("/route", ("source", "s1x"), ("email", "ada@analytical.example"), ("token", token));
        Shows($"/route tried by {address}", Seen(tried.Document));
    }

    /// <summary>All that a reader sees or hears of a page: its text, its title, and what is said in the place of a picture.</summary>
    private static string Seen(IDocument page)
    {
        foreach (var code in page.QuerySelectorAll("script, style, code").ToArray())
            code.Remove();
        var said = page.All.SelectMany(element => new[] { "aria-label", "alt", "title", "placeholder" }.Select(element.GetAttribute));
        return string.Join(' ', said.OfType<string>().Prepend(page.Title ?? "").Prepend(page.Body?.TextContent ?? ""));
    }

    private static void Shows(string where, string text)
    {
        var ids = Nonsense().Matches(text).Select(found => text[Math.Max(0, found.Index - 40)..Math.Min(text.Length, found.Index + 40)]);
        Assert.True(!ids.Any(), $"{where}: {SeenPage.Words(string.Join(" | ", ids))}");
    }

    [GeneratedRegex(@"\b[tcksdm][1-5]x\b", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Nonsense();
}
