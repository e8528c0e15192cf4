using System.Net;
using System.Text;
using Handoff.Acceptance.Hosting;
using Handoff.People;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Handoff.Acceptance.Security;

/// <summary>Signing in by the company's provider of identities, against one on this machine that signs real tokens.</summary>
public abstract class OpenIdTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Anna = "anna.greco@acme.example";

    private static OpenIdProvider Provider => OpenIdProvider.Shared;

    private static readonly Dictionary<string, OpenIdAccount> Forged = new(StringComparer.Ordinal)
    {
        ["another nonce"] = new(Anna) { Nonce = "another" },
        ["no nonce"] = new(Anna) { Nonce = "" },
        ["expired"] = new(Anna) { Lasts = TimeSpan.FromMinutes(-10) },
        ["for another client"] = new(Anna) { Audience = "another" },
        ["of another issuer"] = new(Anna) { Issuer = "https://elsewhere.example" },
        ["signed by another key"] = new(Anna) { Sign = static _ => new(OpenIdProvider.NewKey(), SecurityAlgorithms.RsaSha256) },
        ["signed by another key of that name"] = new(Anna)
        {
            Sign = static key => new(new RsaSecurityKey(OpenIdProvider.NewKey().Rsa) { KeyId = key.KeyId }, SecurityAlgorithms.RsaSha256),
        },
        ["not signed"] = new(Anna) { Sign = static _ => null },
        ["signed by the client's secret"] = new(Anna)
        {
            Sign = static key => new(
                new SymmetricSecurityKey(Encoding.UTF8.GetBytes(OpenIdProvider.Secret + OpenIdProvider.Secret)) { KeyId = key.KeyId },
                SecurityAlgorithms.HmacSha256),
        },
    };

    public static TheoryData<string> Forgeries => [.. Forged.Keys];

    [HostFact]
    public async Task Whoever_the_provider_answers_for_is_signed_in_as_by_a_link()
    {
        await using var host = await THost.StartAsync();
        var anna = new OpenIdTraveller(host);
        var button = (await new Reader(host).GetAsync("/signin?to=%2Fteam")).Document.QuerySelector("a.button.main")!;
        Assert.Equal("Sign in with Acme", SeenPage.Read(button));

        var entered = await anna.SignInAsync(Provider, new(Anna.ToUpperInvariant()), "?to=%2Fteam");

        Assert.Equal("/signin/openid?to=%2Fteam", button.GetAttribute("href"));
        Assert.Equal((HttpStatusCode.SeeOther, "/team"), (entered.Status, entered.Location));
        var reader = new Reader(host, anna.Session);
        var board = await reader.GetAsync("/board");
        Assert.Contains("Anna Greco", board.Main, StringComparison.Ordinal);
        var audit = await (await host.Http.GetAsync(new Uri("/api/audit", UriKind.Relative))).Content.ReadAsStringAsync();
        Assert.Contains("\"sign in by provider\"", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("anna", audit, StringComparison.OrdinalIgnoreCase);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("/signin?out", (await reader.PostAsync("/signout", ("token", board.Token))).Location);
        Assert.Equal("/signin", (await new Reader(host, anna.Session).GetAsync("/board")).Location);
    }

    [HostFact]
    public async Task The_way_there_asks_for_a_code_with_state_nonce_and_proof_and_comes_back_to_the_public_address()
    {
        await using var host = await THost.StartAsync();
        var anna = new OpenIdTraveller(host, "10.0.0.7:8080");

        var asked = await anna.SetOutAsync();

        var query = QueryHelpers.ParseQuery(asked.Query);
        string[] names = ["response_type", "response_mode", "scope", "code_challenge_method", "client_id"];
        Assert.Equal(
            ["code", "form_post", "openid email", "S256", OpenIdProvider.Client], names.Select(name => query[name].ToString()));
        Assert.All(new[] { "state", "nonce", "code_challenge" }, name => Assert.True(query[name].ToString().Length > 40));
        Assert.StartsWith(host.PublicUrl, query["redirect_uri"].ToString(), StringComparison.Ordinal);
        Assert.EndsWith("/signin/openid", query["redirect_uri"].ToString(), StringComparison.Ordinal);
        Assert.Equal(2, anna.Given.Count);
        foreach (var part in new[] { "; httponly", "; secure", "; samesite=none" })
            Assert.All(anna.Given, cookie => Assert.Contains(part, cookie.ToLowerInvariant(), StringComparison.Ordinal));
    }

    [HostTheory]
    [MemberData(nameof(Forgeries))]
    public async Task A_token_that_is_not_the_providers_answer_to_us_signs_nobody_in(string forgery)
    {
        await using var host = await THost.StartAsync();
        var stranger = new OpenIdTraveller(host);

        var answer = await stranger.SignInAsync(Provider, Forged[forgery]);

        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.Status, stranger.Session));
        Assert.Contains("did not work", answer.Main, StringComparison.Ordinal);
        Assert.NotNull(answer.Document.QuerySelector("input[name=address]"));
        Assert.DoesNotContain("anna.greco", host.Log.Text, StringComparison.OrdinalIgnoreCase);
    }

    [HostFact]
    public async Task An_answer_is_taken_once_and_only_of_the_browser_that_set_out()
    {
        await using var host = await THost.StartAsync();
        var (anna, thief) = (new OpenIdTraveller(host), new OpenIdTraveller(host));
        var fields = Provider.Authorize(await anna.SetOutAsync(), new(Anna));
        var (code, state) = (fields[0], fields[1]);
        var others = Provider.Authorize(await thief.SetOutAsync(), new(Anna));

        // Without cookies, with those of another journey, with another journey's state, with an altered one, and with none.
        Assert.Equal(HttpStatusCode.BadRequest, (await new OpenIdTraveller(host).ReturnAsync(fields)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await thief.ReturnAsync(fields)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await anna.ReturnAsync(code, others[1])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await anna.ReturnAsync(code, ("state", state.Value[..^4] + "AAAA"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await anna.ReturnAsync(code)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await anna.ReturnAsync()).Status);
        Assert.Equal((null, null), (anna.Session, thief.Session));

        Assert.Equal(HttpStatusCode.SeeOther, (await anna.ReturnAsync(fields)).Status);
        Assert.NotNull(anna.Session);
        Assert.Equal(HttpStatusCode.BadRequest, (await anna.ReturnAsync(fields)).Status);
    }

    [HostFact]
    public async Task A_code_that_another_browser_got_brings_nothing_to_ones_own_journey()
    {
        await using var host = await THost.StartAsync();
        var (anna, thief) = (new OpenIdTraveller(host), new OpenIdTraveller(host));
        var stolen = Provider.Authorize(await anna.SetOutAsync(), new(Anna))[0];
        var own = Provider.Authorize(await thief.SetOutAsync(), new("thief@elsewhere.example"))[1];

        var answer = await thief.ReturnAsync(stolen, own);

        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.Status, thief.Session));
        Assert.Contains("invalid_grant, AADSTS70000", host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("anna.greco", host.Log.Text, StringComparison.OrdinalIgnoreCase);
    }

    [HostTheory]
    [InlineData(false)]
    [InlineData(null)]
    [InlineData("no")]
    public async Task An_address_that_the_provider_does_not_answer_for_is_nobodys(object? verified)
    {
        await using var host = await THost.StartAsync();
        var stranger = new OpenIdTraveller(host);

        var answer = await stranger.SignInAsync(Provider, new(Anna) { IsVerified = verified });

        Assert.Equal((HttpStatusCode.Forbidden, null), (answer.Status, stranger.Session));
        Assert.Contains("Acme knows you, but does not confirm", answer.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.SignInAsync(Provider, new((string?)null))).Status);
    }

    [HostFact]
    public async Task Who_is_not_in_the_files_is_told_so_and_not_let_in()
    {
        await using var host = await THost.StartAsync();
        var stranger = new OpenIdTraveller(host);

        var answer = await stranger.SignInAsync(Provider, new("nobody@elsewhere.example"));
        await host.ChangeStaffAsync(staff => staff with { People = staff.People.Remove(PersonId.Of(Anna)) });
        var gone = await stranger.SignInAsync(Provider, new(Anna));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, null), (answer.Status, gone.Status, stranger.Session));
        Assert.All(
            new[] { answer, gone }, page => Assert.Contains("is not in your company's files here", page.Main, StringComparison.Ordinal));
        Assert.DoesNotContain("elsewhere", host.Log.Text, StringComparison.Ordinal);
    }

    [HostTheory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/signout")]
    [InlineData("javascript:alert(1)")]
    public async Task It_leads_to_no_other_site(string to)
    {
        await using var host = await THost.StartAsync();
        var anna = new OpenIdTraveller(host);

        var entered = await anna.SignInAsync(Provider, new(Anna), $"?to={Uri.EscapeDataString(to)}");

        Assert.Equal((HttpStatusCode.SeeOther, "/board"), (entered.Status, entered.Location));
    }

    [HostFact]
    public async Task Whoever_stops_at_the_provider_is_shown_the_link_by_mail_and_what_the_provider_says_is_kept_nowhere()
    {
        await using var host = await THost.StartAsync();
        var anna = new OpenIdTraveller(host);

        var state = Provider.Authorize(await anna.SetOutAsync(), new(Anna))[1];
        var declined = await anna.ReturnAsync(("error", "access_denied"), ("error_description", "of Anna Greco"), state);
        state = Provider.Authorize(await anna.SetOutAsync(), new(Anna))[1];
        var wrong = await anna.ReturnAsync(
            ("error", "server_error"), ("error_description", "AADSTS50105: of Anna Greco <b>x</b>"), state);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest), (declined.Status, wrong.Status));
        Assert.Contains("Acme did not let you in, or you stopped there", declined.Main, StringComparison.Ordinal);
        foreach (var page in new[] { declined, wrong })
            Assert.NotNull(page.Document.QuerySelector("form[action='/signin'] input[name=address]"));
        foreach (var text in new[] { declined.Main, wrong.Main, host.Log.Text })
            Assert.DoesNotContain("Anna", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("server_error, AADSTS50105", host.Log.Text, StringComparison.Ordinal);
    }
}
