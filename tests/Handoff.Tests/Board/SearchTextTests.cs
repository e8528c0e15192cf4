using Handoff.Board;
using Xunit;

namespace Handoff.Tests.Board;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("ada", true)]
    [InlineData("ADA bianchi", true)]
    [InlineData("müller bianchi", true)]
    [InlineData("muller", true)]
    [InlineData("ianchi", false)]
    [InlineData("ada rossi", false)]
    [InlineData("  ", false)]
    public void Words_are_found_without_case_and_accents_from_their_beginning(string text, bool found) =>
        Assert.Equal(found, SearchText.Of(text).Matches("Ada Bianchi", "Müller & Söhne"));

    [Fact]
    public void An_address_is_read_as_addresses_are_compared() =>
        Assert.Equal("ada@acme.example", SearchText.Of(" Ada@ACME.example ").Address);

    [Fact]
    public void A_number_may_be_dialled_from_several_countries()
    {
        Assert.Contains("+390612345678", SearchText.Of("06 1234 5678").Phones);
        Assert.Equal("+390612345678", Assert.Single(SearchText.Of("+39 06 1234 5678").Phones));
        Assert.Empty(SearchText.Of("Acme 2000").Phones);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u202Eملا 😀")]
    [InlineData("")]
    public void Whatever_is_typed_is_read(string text) => Assert.False(SearchText.Of(text).Matches("Ada", null));
}
