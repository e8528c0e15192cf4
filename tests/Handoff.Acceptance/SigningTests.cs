using System.Collections.Immutable;
using System.Net;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>A changed agreement counts once both heads have signed it (design sections 4 and 8).</summary>
public abstract class SigningTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Giulia = "giulia.ferri@acme.example";
    private const string Paolo = "paolo.conti@acme.example";
    private const string Anna = "anna.greco@acme.example";
    private const string Page = "/agreement/sign";

    [HostFact]
    public async Task A_changed_agreement_acts_from_the_midnight_after_both_heads_have_signed_it()
    {
        await using var host = await THost.StartAsync();
        await host.ChangeFilesAsync(files => Named(files, "2034-12", "signing: required"));
        Assert.Contains("Nobody signed this version", (await Watch(host, "/agreement")).Main, StringComparison.Ordinal);

        await host.ChangeFilesAsync(files => Longer(files, "2035-01"));

        var before = (await host.ReceiveAsync(Calls.Ada)).Id;
        Assert.Equal("5m", (await host.LeadAsync(before)).Clock("accept").Within);
        foreach (var page in new[] { "/board", "/status", "/agreement" })
        {
            Assert.Contains(
                "Version 2035-01 is proposed and does not act. Giulia Ferri and Paolo Conti have not signed yet.",
                SeenPage.Words((await Watch(host, page)).Main), StringComparison.Ordinal);
        }

        var mail = await host.LastMailAsync("proposal", Giulia);
        Assert.Equal(Page, mail.Link("sign"));
        Assert.Contains("The accept clock of hot leads: 10 minutes, was 5 minutes", mail.Text, StringComparison.Ordinal);
        var giulia = await Reader.SignedInAsync(host, Giulia);
        var shown = await giulia.GetAsync(mail.Link("sign"));
        Assert.Contains("The accept clock of hot leads: 10 minutes", shown.Main, StringComparison.Ordinal);
        Assert.Contains("fewer than 200 qualified leads", shown.Main, StringComparison.Ordinal);
        Assert.Equal(["Giulia Ferri, head of marketing", "Paolo Conti, head of sales"],
            shown.Document.QuerySelector("dl.terms")!.QuerySelectorAll("dt").Select(SeenPage.Read));

        Assert.Equal(HttpStatusCode.SeeOther, (await SignAsync(giulia)).Status);
        Assert.Contains("Paolo Conti has not signed yet.", (await Watch(host, "/board")).Main, StringComparison.Ordinal);
        var paolo = await Reader.SignedInAsync(host, Paolo);
        Assert.Equal(HttpStatusCode.SeeOther, (await SignAsync(paolo)).Status);
        Assert.Contains(
            "is signed and in force from 00:00 tomorrow. Until then", (await Watch(host, "/status")).Main, StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromHours(13), TimeSpan.FromHours(1));
        Assert.Equal("5m", (await host.LeadAsync((await host.ReceiveAsync(Calls.Sam)).Id)).Clock("accept").Within);
        await host.AdvanceAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(30));

        Assert.Equal("10m", (await host.LeadAsync((await host.ReceiveAsync(Calls.Demo("bea@second.example"))).Id)).Clock("accept").Within);
        Assert.Equal("5m", (await host.LeadAsync(before)).Clock("accept").Within);
        var inForce = SeenPage.Words((await Watch(host, "/agreement")).Main);
        Assert.Contains("Signed by Giulia Ferri (head of marketing,", inForce, StringComparison.Ordinal);
        Assert.Contains("2035-01, in force from Tuesday 28 November 2034, 00:00", inForce, StringComparison.Ordinal);
        Assert.DoesNotContain("is proposed", (await Watch(host, "/board")).Main, StringComparison.Ordinal);
        Assert.Contains("In force: agreement 2035-01", (await host.LastMailAsync("proposal", Paolo)).Subject, StringComparison.Ordinal);
        Assert.Contains("\"act\":\"sign agreement\"", (await host.OpenAsync("/api/audit")).Page, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task Nobody_signs_by_looking_by_somebody_elses_link_or_from_another_site()
    {
        await using var host = await ProposedAsync();
        var (giulia, anna) = (await Reader.SignedInAsync(host, Giulia), await Reader.SignedInAsync(host, Anna));

        await giulia.GetAsync(Page);
        await giulia.HeadAsync(Page);
        var forwarded = await anna.GetAsync(Page);

        Assert.Equal("/signin?to=%2Fagreement%2Fsign", (await new Reader(host).GetAsync(Page)).Location);
        Assert.Null(forwarded.Document.QuerySelector("form[action='/agreement/sign']"));
        var content = (await giulia.GetAsync(Page)).Document.QuerySelector("input[name=content]")!.GetAttribute("value")!;
        var token = (await giulia.GetAsync(Page)).Token;
        Assert.Equal(HttpStatusCode.Forbidden, (await giulia.PostAsync(Page, ("content", content))).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await giulia.PostAsync(Page, [("content", content), ("token", token)], [("Sec-Fetch-Site", "cross-site")])).Status);
        var annas = (await anna.GetAsync("/leads")).Token;
        Assert.Equal(HttpStatusCode.Forbidden, (await anna.PostAsync(Page, ("content", content), ("token", annas))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await anna.PostAsync(Page, ("content", content), ("token", token))).Status);
        Assert.Contains("Giulia Ferri and Paolo Conti have not signed yet.", (await Watch(host, "/board")).Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_newer_proposal_voids_the_older_and_what_somebody_still_sees_of_it_is_not_signed()
    {
        await using var host = await ProposedAsync();
        var giulia = await Reader.SignedInAsync(host, Giulia);
        var seen = await giulia.GetAsync(Page);
        await SignAsync(await Reader.SignedInAsync(host, Paolo));

        await host.ChangeFilesAsync(files => Longer(files, "2035-02"));
        var answer = await giulia.PostAsync(Page, Form(seen));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Nothing was signed", answer.Main, StringComparison.Ordinal);
        Assert.Contains("Version 2035-02 is proposed", answer.Main, StringComparison.Ordinal);
        Assert.Contains("Giulia Ferri and Paolo Conti have not signed yet.", answer.Main, StringComparison.Ordinal);
        Assert.Contains(await host.MailsAsync(), mail => mail.To == Paolo && mail.Subject == "No longer to be signed: agreement 2035-01");
    }

    [HostFact]
    public async Task What_is_taken_back_is_not_proposed_any_more_and_comments_propose_nothing()
    {
        await using var host = await ProposedAsync();

        await host.ChangeFilesAsync(files => Named(files, "2034-12", "signing: required   # both heads sign"));

        Assert.DoesNotContain("is proposed", (await Watch(host, "/board")).Main, StringComparison.Ordinal);
        Assert.Contains("No agreement is proposed", (await Watch(host, Page)).Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task People_change_at_once_whatever_is_proposed()
    {
        await using var host = await ProposedAsync();

        await host.ChangeFilesAsync(files => Longer(files, "2035-01")
            .SetItem("people.yaml", files["people.yaml"].Replace("name: Anna Greco", "name: Anna Verdi", StringComparison.Ordinal)));

        Assert.Contains("Anna Verdi", (await Watch(host, "/team")).Main, StringComparison.Ordinal);
        Assert.Contains("Version 2035-01 is proposed", (await Watch(host, "/board")).Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_head_who_has_not_signed_after_a_week_is_reminded_and_after_thirty_days_nobody_can_sign()
    {
        await using var host = await ProposedAsync();
        await SignAsync(await Reader.SignedInAsync(host, Giulia));

        await host.AdvanceAsync(TimeSpan.FromDays(8), TimeSpan.FromDays(1));
        var reminded = (await host.MailsAsync()).Where(mail => mail.Subject == "Still to be signed: agreement 2035-01");
        Assert.Equal([Paolo], reminded.Select(mail => mail.To));
        await host.AdvanceAsync(TimeSpan.FromDays(23), TimeSpan.FromDays(1));

        Assert.Contains("was not signed within 30 days", (await Watch(host, "/status")).Main, StringComparison.Ordinal);
        Assert.Contains(await host.MailsAsync(), mail => mail.To == Giulia && mail.Subject == "Not signed in time: agreement 2035-01");
        Assert.Null((await (await Reader.SignedInAsync(host, Paolo)).GetAsync(Page)).Document.QuerySelector("input[name=content]"));
    }

    [HostFact]
    public async Task The_administrator_replaces_a_head_who_has_left_and_every_page_says_so()
    {
        await using var host = await ProposedAsync();
        var appointed = new { @for = "sales", address = Anna };
        Assert.Equal(HttpStatusCode.Conflict, await host.AppointAsync(appointed));

        // He leaves, and the agreement names her from now on: until it is signed the one in force still names him.
        await host.ChangeFilesAsync(files => Without(Longer(files, "2035-02"), Paolo));
        Assert.Equal(HttpStatusCode.NotFound, await host.AppointAsync(new { @for = "sales", address = "nobody@acme.example" }));
        Assert.Equal(HttpStatusCode.Conflict, await host.AppointAsync(new { @for = "sales", address = Giulia }));
        Assert.Equal(HttpStatusCode.NoContent, await host.AppointAsync(appointed));

        var giulia = await Reader.SignedInAsync(host, Giulia);
        Assert.Contains("head of sales, appointed by the administrator", (await giulia.GetAsync(Page)).Main, StringComparison.Ordinal);
        foreach (var page in (string[])["/agreement", "/board", "/scorecard", "/meeting", Page])
        {
            Assert.Contains(
                "Anna Greco was appointed head of sales by the administrator.", (await giulia.GetAsync(page)).Main,
                StringComparison.Ordinal);
        }

        await SignAsync(giulia);
        await SignAsync(await Reader.SignedInAsync(host, Anna));
        await host.AdvanceAsync(TimeSpan.FromHours(14), TimeSpan.FromHours(1));
        Assert.Contains("2035-02, in force from", (await giulia.GetAsync("/agreement")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("appointed", (await giulia.GetAsync("/agreement")).Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task Each_signature_is_labelled_by_the_side_for_which_it_was_given_where_another_head_follows()
    {
        await using var host = await ProposedAsync();
        await host.ChangeFilesAsync(files =>
        {
            var longer = Longer(files, "2035-02");
            return longer.SetItem(
                "agreement.yaml", longer["agreement.yaml"].Replace($"marketing: {Giulia}", $"marketing: {Anna}", StringComparison.Ordinal));
        });

        foreach (var head in (string[])[Giulia, Paolo, Anna])
            await SignAsync(await Reader.SignedInAsync(host, head));
        await host.AdvanceAsync(TimeSpan.FromHours(14), TimeSpan.FromHours(1));

        var page = SeenPage.Words((await Watch(host, "/agreement")).Main);
        Assert.Contains("Giulia Ferri (head of marketing,", page, StringComparison.Ordinal);
        Assert.Contains("Paolo Conti (head of sales,", page, StringComparison.Ordinal);
        Assert.Contains("Anna Greco (the next head of marketing,", page, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task Of_a_head_who_signed_and_was_forgotten_a_number_stays()
    {
        await using var host = await ProposedAsync();
        await SignAsync(await Reader.SignedInAsync(host, Paolo));
        var giulia = await Reader.SignedInAsync(host, Giulia);
        await SignAsync(giulia);
        await host.AdvanceAsync(TimeSpan.FromHours(14), TimeSpan.FromHours(1));
        await host.ChangeFilesAsync(files => Without(Longer(files, "2035-02"), Paolo));
        Assert.Equal(HttpStatusCode.NoContent, await host.AppointAsync(new { @for = "sales", address = Anna }));

        var id = (await host.PeopleAsync()).Single(person => person.Email == Paolo).Id;
        Assert.Equal(HttpStatusCode.NoContent, (await host.OpenAsync($"/api/people/{id}", "DELETE")).Status);

        var page = SeenPage.Words((await giulia.GetAsync("/agreement")).Main);
        Assert.Contains("former colleague 1 (head of sales,", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Paolo Conti", page, StringComparison.Ordinal);
        Assert.Contains("Version 2035-02 is proposed", page, StringComparison.Ordinal);
    }

    private static async Task<THost> ProposedAsync()
    {
        var host = await THost.StartAsync();
        await host.ChangeFilesAsync(files => Named(files, "2034-12", "signing: required"));
        await host.ChangeFilesAsync(files => Longer(files, "2035-01"));
        return host;
    }

    private static async Task<SeenPage> Watch(ProductHost host, string path) => await (await host.WatcherAsync()).GetAsync(path);

    private static async Task<SeenPage> SignAsync(Reader head) => await head.PostAsync(Page, Form(await head.GetAsync(Page)));

    private static (string, string)[] Form(SeenPage page) =>
        [("token", page.Token), ("content", page.Document.QuerySelector("input[name=content]")!.GetAttribute("value")!)];

    private static ImmutableDictionary<string, string> Named(
        ImmutableDictionary<string, string> files, string version, string signing) => files.SetItem(
        "agreement.yaml",
        files["agreement.yaml"].Replace("agreement: 2026-11", $"agreement: {version}\n{signing}", StringComparison.Ordinal));

    private static ImmutableDictionary<string, string> Longer(ImmutableDictionary<string, string> files, string version)
    {
        var named = Named(files, version, "signing: required");
        return named.SetItem("agreement.yaml", named["agreement.yaml"].Replace("within: 5m,", "within: 10m,", StringComparison.Ordinal));
    }

    /// <summary>He is in no file any more; Anna signs, and answers for what he did.</summary>
    private static ImmutableDictionary<string, string> Without(ImmutableDictionary<string, string> files, string left) => files
        .SetItem("agreement.yaml", files["agreement.yaml"].Replace($"sales: {left}", $"sales: {Anna}", StringComparison.Ordinal))
        .SetItem("people.yaml", string.Join('\n', files["people.yaml"].Split('\n')
            .Where(line => !line.Contains($"email: {left}", StringComparison.Ordinal))
            .Select(line => line.Replace(left, Giulia, StringComparison.Ordinal))));
}
