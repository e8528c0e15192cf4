using Handoff.Connect.OpenId;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Handoff.Web.Tests.SignIn;

/// <summary>What the settings of single sign-on may be, and what is said of those that are wrong.</summary>
public sealed class OpenIdSettingsTests
{
    private const string Tenant = "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0";
    private const string Secret = "s3cret-value";

    [Fact]
    public void Without_any_there_is_no_single_sign_on() => Assert.Null(Read());

    [Theory]
    [InlineData(Tenant, OpenIdVendor.Entra, "Microsoft")]
    [InlineData("https://accounts.google.com", OpenIdVendor.Google, "Google")]
    [InlineData("https://accounts.google.com/", OpenIdVendor.Google, "Google")]
    [InlineData("https://id.acme.example/realms/acme", OpenIdVendor.Other, "id.acme.example")]
    [InlineData("http://127.0.0.1:8180/realms/acme", OpenIdVendor.Other, "127.0.0.1")]
    [InlineData("https://accounts.google.com.evil.example", OpenIdVendor.Other, "accounts.google.com.evil.example")]
    public void The_vendor_is_known_by_the_host(string authority, OpenIdVendor vendor, string label)
    {
        var read = Read(("AUTHORITY", authority), ("CLIENT_ID", "c"), ("CLIENT_SECRET", Secret))!;

        Assert.Equal((vendor, label), (read.Vendor, read.Label));
        Assert.DoesNotContain(Secret, read.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_of_the_description_is_taken_too() => Assert.Equal(
        new Uri(Tenant),
        Read(("AUTHORITY", $" {Tenant}/.well-known/openid-configuration "), ("CLIENT_ID", "c"), ("CLIENT_SECRET", Secret))!.Authority);

    [Theory]
    [InlineData("common")]
    [InlineData("organizations")]
    [InlineData("Consumers")]
    [InlineData("")]
    public void An_authority_of_every_tenant_is_refused(string tenant) => Assert.Contains(
        "names no tenant",
        Mistakes(("AUTHORITY", $"https://login.microsoftonline.com/{tenant}"), ("CLIENT_ID", "c"), ("CLIENT_SECRET", Secret)).Single(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("accounts.google.com")]
    [InlineData("http://accounts.google.com")]
    [InlineData("https://user:word@accounts.google.com")]
    [InlineData("https://accounts.google.com/?tenant=x")]
    public void An_authority_is_an_https_address(string authority) => Assert.Contains(
        "HANDOFF_OPENID_AUTHORITY is an https address",
        Mistakes(("AUTHORITY", authority), ("CLIENT_ID", "c"), ("CLIENT_SECRET", Secret)).Single(), StringComparison.Ordinal);

    [Fact]
    public void Every_mistake_is_told_at_once_and_none_tells_the_secret()
    {
        var told = Mistakes(("CLIENT_SECRET", Secret), ("CLIENTID", "c"), ("LABEL", new string('x', 41)));

        Assert.Equal(4, told.Length);
        Assert.Contains("HANDOFF_OPENID_CLIENTID is no setting", told[0], StringComparison.Ordinal);
        Assert.Contains("HANDOFF_OPENID_AUTHORITY is not set", told[1], StringComparison.Ordinal);
        Assert.Contains("HANDOFF_OPENID_CLIENT_ID is not set", told[2], StringComparison.Ordinal);
        Assert.Contains("HANDOFF_OPENID_LABEL", told[3], StringComparison.Ordinal);
        Assert.All(told, one => Assert.DoesNotContain(Secret, one, StringComparison.Ordinal));
    }

    [Fact]
    public void A_host_that_is_reached_without_HTTPS_is_told_that_it_needs_it()
    {
        (string, string)[] settings = [("AUTHORITY", Tenant), ("CLIENT_ID", "c"), ("CLIENT_SECRET", Secret)];

        var told = Assert.Throws<OptionsValidationException>(
            () => OpenIdSettings.Read(Of(settings), new(new("http://leads.acme.example/"))));

        Assert.Contains("HANDOFF_PUBLIC_URL", told.Failures.Single(), StringComparison.Ordinal);
        Assert.NotNull(OpenIdSettings.Read(Of(settings), new(new("http://127.0.0.1:5080/"))));
    }

    private static OpenIdOptions? Read(params (string Name, string Value)[] settings) =>
        OpenIdSettings.Read(Of(settings), new(new("https://leads.acme.example/")));

    private static string[] Mistakes(params (string Name, string Value)[] settings) =>
        [.. Assert.Throws<OptionsValidationException>(() => Read(settings)).Failures];

    private static IConfigurationRoot Of((string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create($"HANDOFF_OPENID_{one.Name}", (string?)one.Value))).Build();
}
