using Handoff.People;
using Xunit;

namespace Handoff.Tests.Routing;

/// <summary>The d of "ad" and "ed" before a name.</summary>
public sealed class ItalianEuphonyTests
{
    [Theory]
    [InlineData("Anna Greco", "ad Anna Greco")]
    [InlineData("anna.greco@acme.example", "ad anna.greco@acme.example")]
    [InlineData("Àngela", "ad Àngela")]
    [InlineData("\u2068Anna\u2069", "ad \u2068Anna\u2069")]
    [InlineData("Ada", "a Ada")]
    [InlineData("Elena", "a Elena")]
    [InlineData("Bruno", "a Bruno")]
    [InlineData("Hanna", "a Hanna")]
    [InlineData("8 persone", "a 8 persone")]
    [InlineData("", "a ")]
    public void To_a_name(string name, string said) => Assert.Equal(said, ItalianEuphony.To(name));

    [Theory]
    [InlineData("Elena", "ed Elena")]
    [InlineData("Èlia", "ed Èlia")]
    [InlineData("Edoardo", "e Edoardo")]
    [InlineData("Anna", "e Anna")]
    [InlineData("Carla", "e Carla")]
    public void And_a_name(string name, string said) => Assert.Equal(said, ItalianEuphony.And(name));

    [Theory]
    [InlineData("Scrivi a {0}", "Anna", "Scrivi ad {0}")]
    [InlineData("A {0} spettano 2 lead", "Anna", "Ad {0} spettano 2 lead")]
    [InlineData("proposto a {0}.", "Bruno", "proposto a {0}.")]
    [InlineData("Equità in {0}", "Anna", "Equità in {0}")]
    [InlineData("era {0}", "Anna", "era {0}")]
    public void A_sentence_fits_what_stands_in_its_gap(string text, string part, string fit) =>
        Assert.Equal(fit, ItalianEuphony.Fit(text, [part]));
}
