using System.Security.Claims;
using Handoff.Connect.OpenId;

namespace Handoff.Web.Tests.SignIn;

/// <summary>Which address of a token is believed, by each vendor's own rules.</summary>
public sealed class VouchedAddressTests
{
    private const string Anna = "anna.greco@acme.example";

    [Theory]
    // Entra: an address that the tenant's administrator may have typed is nobody's until xms_edov says that its domain is the tenant's.
    [InlineData(OpenIdVendor.Entra, "email=anna.greco@acme.example xms_edov=true", true)]
    [InlineData(OpenIdVendor.Entra, "email=anna.greco@acme.example xms_edov=1", true)]
    [InlineData(OpenIdVendor.Entra, "email=anna.greco@acme.example xms_edov=false", false)]
    [InlineData(OpenIdVendor.Entra, "email=anna.greco@acme.example xms_edov=0", false)]
    [InlineData(OpenIdVendor.Entra, "email=anna.greco@acme.example", false)]
    [InlineData(OpenIdVendor.Entra, "email=anna.greco@acme.example email_verified=true", false)]
    [InlineData(OpenIdVendor.Entra, "preferred_username=anna.greco@acme.example upn=anna.greco@acme.example xms_edov=true", false)]
    // Google: of an address of another provider it once saw that its owner read a mail; the owner may have changed since.
    [InlineData(OpenIdVendor.Google, "email=anna.greco@acme.example email_verified=true hd=acme.example", true)]
    [InlineData(OpenIdVendor.Google, "email=anna.greco@acme.example email_verified=true", false)]
    [InlineData(OpenIdVendor.Google, "email=anna.greco@acme.example email_verified=false hd=acme.example", false)]
    [InlineData(OpenIdVendor.Google, "email=anna.greco@gmail.com email_verified=true", true)]
    [InlineData(OpenIdVendor.Google, "email=anna.greco@gmail.com.evil.example email_verified=true", false)]
    // Others.
    [InlineData(OpenIdVendor.Other, "email=anna.greco@acme.example email_verified=true", true)]
    [InlineData(OpenIdVendor.Other, "email=anna.greco@acme.example email_verified=True", true)]
    [InlineData(OpenIdVendor.Other, "email=anna.greco@acme.example email_verified=yes", false)]
    [InlineData(OpenIdVendor.Other, "email=anna.greco@acme.example", false)]
    [InlineData(OpenIdVendor.Other, "email_verified=true", false)]
    // A list: nobody knows which is meant.
    [InlineData(OpenIdVendor.Other, "email=anna.greco@acme.example email=eve@evil.example email_verified=true", false)]
    [InlineData(OpenIdVendor.Other, "email=anna.greco@acme.example email_verified=true email_verified=false", false)]
    public void An_address_is_believed_as_its_vendor_says(OpenIdVendor vendor, string token, bool isBelieved)
    {
        var claims = token.Split(' ').Select(one => one.Split('=')).Select(one => new Claim(one[0], one[1]));

        var address = VouchedAddress.Of(vendor, new(new ClaimsIdentity(claims)));

        Assert.Equal(isBelieved, address is not null);
        Assert.True(address is null or Anna or "anna.greco@gmail.com");
    }
}
