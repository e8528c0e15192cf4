using Handoff.Web.SignIn;

namespace Handoff.Web.Tests.Desk;

/// <summary>Where signing in leads back to: a path of ours, and never elsewhere.</summary>
public sealed class ReturnAddressTests
{
    [Theory]
    [InlineData("/meeting")]
    [InlineData("/agreement/sign")]
    [InlineData("/scorecard?period=2026-W48")]
    [InlineData("/leads?figure=accepted_in_time&value=a%2Fb")]
    public void A_path_of_ours_is_taken_as_it_is(string path) => Assert.Equal(path, ReturnAddress.Read(path));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("meeting")]
    [InlineData(" /meeting")]
    [InlineData("/meet\ring")]
    [InlineData("/meet\ning")]
    [InlineData("/\t/evil.example")]
    [InlineData("/caf\u00e9")]
    [InlineData("/signin/token")]
    [InlineData("/signout")]
    public void Anything_else_is_not(string? text) => Assert.Null(ReturnAddress.Read(text));

    [Fact]
    public void What_is_longer_than_an_address_of_ours_is_not_taken() => Assert.Null(ReturnAddress.Read("/" + new string('a', 500)));
}
