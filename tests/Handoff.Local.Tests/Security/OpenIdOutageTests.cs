using System.Net;
using Handoff.Connect.OpenId;
using Handoff.Local.Tests.Hosting;
using Xunit;

namespace Handoff.Local.Tests.Security;

/// <summary>What the provider of single sign-on does to us when it fails, changes its keys, or is not there.</summary>
public sealed class OpenIdOutageTests
{
    private static readonly OpenIdAccount Anna = new("anna.greco@acme.example");

    [Fact]
    public async Task While_the_provider_is_down_the_page_says_so_and_a_link_by_mail_works()
    {
        var gone = await OpenIdProvider.StartAsync();
        var settings = gone.Settings;
        await gone.DisposeAsync();
        await using var host = await RunningHost.StartAsync(settings);

        var reader = new Reader(host);
        var answer = await reader.GetAsync("/signin/openid?to=%2Fteam");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("Acme does not answer at the moment", answer.Main, StringComparison.Ordinal);
        Assert.Equal("/team", answer.Document.QuerySelector("form[action='/signin'] input[name=to]")!.GetAttribute("value"));
        Assert.Contains("single sign-on does not answer", host.Log.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/signin")).Status);
        Assert.NotNull((await Reader.SignedInAsync(host, Anna.Email!)).Session);
    }

    [Fact]
    public async Task Who_is_on_the_way_while_it_breaks_is_told_and_can_go_again_when_it_is_back()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        await using var host = await RunningHost.StartAsync(provider.Settings);
        var traveller = new OpenIdTraveller(host, host.Http.BaseAddress!.Authority);

        provider.IsDown = true;
        var answer = await traveller.SignInAsync(provider, Anna);
        provider.IsDown = false;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, null), (answer.Status, traveller.Session));
        Assert.Contains("Acme does not answer at the moment", answer.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await traveller.SignInAsync(provider, Anna)).Status);
    }

    [Fact]
    public async Task New_keys_of_the_provider_are_known_by_the_first_who_comes_with_them_and_the_old_ones_no_more()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        await using var host = await RunningHost.StartAsync(provider.Settings);
        Assert.Equal(HttpStatusCode.SeeOther, (await new OpenIdTraveller(host).SignInAsync(provider, Anna)).Status);
        Microsoft.IdentityModel.Tokens.SecurityKey? old = null;
        await new OpenIdTraveller(host).SignInAsync(provider, Anna with { Sign = key => new(old = key, "RS256") });

        provider.RotateKey();

        Assert.Equal(HttpStatusCode.SeeOther, (await new OpenIdTraveller(host).SignInAsync(provider, Anna)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await new OpenIdTraveller(host).SignInAsync(provider, Anna)).Status);
        var stale = await new OpenIdTraveller(host).SignInAsync(provider, Anna with { Sign = _ => new(old, "RS256") });
        Assert.Equal(HttpStatusCode.BadRequest, stale.Status);
    }

    [Fact]
    public async Task A_description_that_leads_elsewhere_without_HTTPS_gets_no_code_and_no_secret()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        provider.TokenEndpoint = "http://elsewhere.example/token";
        await using var host = await RunningHost.StartAsync(provider.Settings);

        var answer = await new Reader(host).GetAsync("/signin/openid");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
    }

    [Fact]
    public async Task While_the_description_cannot_be_read_who_comes_next_is_told_at_once_and_the_provider_is_not_asked_again()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        provider.IsUnwell = true;
        await using var host = await RunningHost.StartAsync(provider.Settings);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await new Reader(host).GetAsync("/signin/openid")).Status);
        var asked = provider.Described;

        var next = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => new Reader(host).GetAsync("/signin/openid")));

        Assert.True(asked > 0);
        Assert.All(next, answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status));
        Assert.Equal(asked, provider.Described);
    }

    [Fact]
    public async Task An_address_to_which_requests_are_posted_before_is_not_used_so_that_no_secret_goes_there()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        provider.PushEndpoint = "http://127.0.0.1:9/push";
        await using var host = await RunningHost.StartAsync(provider.Settings);

        Assert.Equal(HttpStatusCode.SeeOther, (await new OpenIdTraveller(host).SignInAsync(provider, Anna)).Status);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_to_the_administrator_by_its_code()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        await using var host = await RunningHost.StartAsync(
            new Dictionary<string, string?>(provider.Settings, StringComparer.Ordinal) { [OpenIdSettings.ClientSecret] = "old" });

        var answer = await new OpenIdTraveller(host).SignInAsync(provider, Anna);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("invalid_client", host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_settings_has_no_button_and_no_such_way()
    {
        await using var host = await RunningHost.StartAsync(
            OpenIdProvider.Shared.Settings.ToDictionary(one => one.Key, _ => (string?)"", StringComparer.Ordinal));
        var reader = new Reader(host);

        Assert.Null((await reader.GetAsync("/signin")).Document.QuerySelector("a.button"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/signin/openid")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsync("/signin/openid", ("code", "x"))).Status);
    }
}
