using System.Net;
using Handoff.Acceptance.Hosting;
using Handoff.People;
using Xunit;

namespace Handoff.Acceptance.Desk;

/// <summary>Signing in by a link sent to an address in <c>people.yaml</c>.</summary>
public abstract class SignInTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Anna = "anna.greco@acme.example";
    private const string Bruno = "bruno.riva@acme.example";

    [HostFact]
    public async Task A_link_signs_in_once_by_the_button_and_never_by_looking_at_it()
    {
        await using var host = await THost.StartAsync();
        var reader = new Reader(host);
        var link = await reader.LinkAsync(Anna);

        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(link)).Status);
        Assert.Null(reader.Session);
        var entered = await reader.PostAsync(link);

        Assert.Equal((HttpStatusCode.SeeOther, "/board"), (entered.Status, entered.Location));
        Assert.Contains("Anna Greco", (await reader.GetAsync("/board")).Main, StringComparison.Ordinal);
        var other = new Reader(host);
        Assert.Equal(HttpStatusCode.Gone, (await other.PostAsync(link)).Status);
        Assert.Null(other.Session);
    }

    [HostFact]
    public async Task Of_two_who_press_at_once_one_is_signed_in()
    {
        await using var host = await THost.StartAsync();
        var link = await new Reader(host).LinkAsync(Anna);
        var readers = Enumerable.Range(0, 8).Select(_ => new Reader(host)).ToArray();

        await Task.WhenAll(readers.Select(reader => reader.PostAsync(link)));

        Assert.Single(readers, reader => reader.Session is not null);
    }

    [HostFact]
    public async Task A_link_is_over_after_a_quarter_of_an_hour()
    {
        await using var host = await THost.StartAsync();
        var reader = new Reader(host);
        var link = await reader.LinkAsync(Anna);

        await host.AdvanceMinutesAsync(15);

        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await reader.PostAsync(link)).Status);
        Assert.DoesNotContain(await host.MailsAsync(), mail => mail.Kind == "signin");
    }

    [HostFact]
    public async Task An_altered_link_or_one_of_another_kind_signs_nobody_in()
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        var reader = new Reader(host);
        var offer = (await host.LastMailAsync("offer")).Offer;
        var link = await reader.LinkAsync(Anna);

        Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsync(link[..^4] + "AAAA")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsync("/signin/" + offer["/r/".Length..])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsync("/r/" + link["/signin/".Length..], ("action", "away"))).Status);
        Assert.Null(reader.Session);
    }

    [HostFact]
    public async Task An_unknown_address_gets_the_same_answer_and_no_mail()
    {
        await using var host = await THost.StartAsync();
        var reader = new Reader(host);

        var known = await reader.PostAsync("/signin", ("address", Anna));
        var unknown = await reader.PostAsync("/signin", ("address", "nobody@elsewhere.example"));
        var odd = await reader.PostAsync("/signin", ("address", "<script>alert(1)</script>"));

        Assert.All(
            new[] { unknown, odd }, page =>
            Assert.Equal((known.Status, known.Document.DocumentElement.OuterHtml), (page.Status, page.Document.DocumentElement.OuterHtml)));
        await reader.LinkAsync(Bruno);
        Assert.DoesNotContain(await host.MailsAsync(), mail => mail.To.Contains("elsewhere", StringComparison.Ordinal));
        Assert.DoesNotContain("anna.greco", host.Log.Text, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task Posts_of_a_stranger_keep_no_link_from_anybody_behind_the_same_sender()
    {
        await using var host = await THost.StartAsync();
        var stranger = new Reader(host);

        for (var asked = 0; asked < 5; asked++)
            await stranger.PostAsync("/signin", ("address", Anna));
        Assert.NotNull((await Reader.SignedInAsync(host, Anna)).Session);
        for (var asked = 0; asked < 60; asked++)
        {
            var address = asked % 2 == 0 ? Anna : $"x{asked}@elsewhere.example";
            Assert.Equal(HttpStatusCode.OK, (await stranger.PostAsync("/signin", ("address", address))).Status);
        }


        Assert.NotNull((await Reader.SignedInAsync(host, Bruno)).Session);
        var kept = (await host.MailsAsync()).Where(mail => mail.Kind == "signin" && mail.To == Anna).ToArray();
        Assert.InRange(kept.Length, 1, 8);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(kept[^1].Link("signin"))).Status);
        await host.AdvanceMinutesAsync(5);
        Assert.NotNull((await Reader.SignedInAsync(host, Anna)).Session);
    }

    [HostFact]
    public async Task The_cookie_is_for_this_site_and_no_script()
    {
        await using var host = await THost.StartAsync();
        var reader = new Reader(host);

        var entered = await reader.PostAsync(await reader.LinkAsync(Anna));

        var cookie = entered.Answer.Headers.GetValues("Set-Cookie").Single().ToLowerInvariant();
        Assert.All(
            new[] { "; httponly", "; secure", "; samesite=lax", "; path=/" }, part =>
            Assert.Contains(part, cookie, StringComparison.Ordinal));
        Assert.DoesNotContain("anna", cookie, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_session_ends_when_the_person_leaves_the_files_after_two_weeks_and_by_signing_out()
    {
        await using var host = await THost.StartAsync();
        var (anna, bruno, phone) =
            (await Reader.SignedInAsync(host, Anna), await Reader.SignedInAsync(host, Bruno), await Reader.SignedInAsync(host, Bruno));
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        await host.ChangeStaffAsync(staff => staff with { People = staff.People.Remove(PersonId.Of(Anna)) });
        Assert.Equal("/signin", (await anna.GetAsync("/board")).Location);

        var out1 = await bruno.PostAsync("/signout", ("token", (await bruno.GetAsync("/board")).Token));
        Assert.Equal("/signin?out", out1.Location);
        Assert.Null(bruno.Session);
        Assert.Equal("/signin", (await phone.GetAsync("/board")).Location);

        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        var again = await Reader.SignedInAsync(host, Bruno);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/board")).Status);
        await host.AdvanceAsync(TimeSpan.FromDays(14), TimeSpan.FromDays(1));
        Assert.Equal("/signin", (await again.GetAsync("/board")).Location);
    }

    [HostFact]
    public async Task A_forged_session_is_none()
    {
        await using var host = await THost.StartAsync();
        var anna = await Reader.SignedInAsync(host, Anna);
        var forged = new Reader(host, anna.Session![..^6] + "AAAAAA");

        Assert.Equal("/signin", (await forged.GetAsync("/board")).Location);
        Assert.Equal(
            "/signin",
            (await new Reader(host, (await host.LastMailAsync("signin")).Link("signin")["/signin/".Length..]).GetAsync("/board")).Location);
    }

    [HostTheory]
    [InlineData("/board")]
    [InlineData("/team")]
    [InlineData("/agreement")]
    [InlineData("/leads")]
    [InlineData("/leads.csv")]
    [InlineData("/scorecard.csv")]
    [InlineData("/scorecard")]
    [InlineData("/status")]
    [InlineData("/leads/0123456789abcdef")]
    [InlineData("/leads/0123456789abcdef/mail/0123456789abcdef-1")]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in(string path)
    {
        await using var host = await THost.StartAsync();

        var sent = await new Reader(host).GetAsync(path);

        var back = path == "/board" ? "" : $"?to={Uri.EscapeDataString(path)}";
        Assert.Equal((HttpStatusCode.SeeOther, $"/signin{back}"), (sent.Status, sent.Location));
        Assert.Equal(HttpStatusCode.SeeOther, (await new Reader(host).PostAsync("/leads", ("q", "ada"))).Status);
    }

    [HostFact]
    public async Task Signing_in_leads_back_to_the_page_that_asked_for_it()
    {
        await using var host = await THost.StartAsync();
        var reader = new Reader(host);
        var form = await reader.GetAsync((await reader.GetAsync("/scorecard?period=2026-W48")).Location!);

        var to = form.Document.QuerySelector("input[name=to]")!.GetAttribute("value")!;
        var entered = await reader.PostAsync(await reader.LinkAsync(Anna, ("to", to)));

        Assert.Equal("/scorecard?period=2026-W48", entered.Location);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(entered.Location!)).Status);
    }

    [HostFact]
    public async Task A_post_without_the_pages_token_or_from_another_site_does_nothing()
    {
        await using var host = await THost.StartAsync();
        var (anna, bruno) = (await Reader.SignedInAsync(host, Anna), await Reader.SignedInAsync(host, Bruno));
        var (token, others) = ((await anna.GetAsync("/board")).Token, (await bruno.GetAsync("/board")).Token);

        Assert.Equal(HttpStatusCode.Forbidden, (await anna.PostAsync("/signout")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await anna.PostAsync("/signout", ("token", others))).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden, (await anna.PostAsync("/signout", [("token", token)], [("Sec-Fetch-Site", "cross-site")])).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden, (await anna.PostAsync("/signout", [("token", token)], [("Origin", "https://evil.example")])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await anna.PostAsync("/leads", ("q", "ada"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync("/board")).Status);

        await host.AdvanceAsync(TimeSpan.FromDays(1), TimeSpan.FromHours(6));
        Assert.Equal(HttpStatusCode.Forbidden, (await anna.PostAsync("/leads", ("q", "ada"), ("token", token))).Status);
        Assert.Equal(
            HttpStatusCode.OK,
            (await anna.PostAsync(
            "/leads", [("q", "ada"), ("token", (await anna.GetAsync("/board")).Token)], [("Sec-Fetch-Site", "same-origin")])).Status);
    }
}
