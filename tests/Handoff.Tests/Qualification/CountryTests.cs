using Handoff.Qualification;
using Xunit;

namespace Handoff.Tests.Qualification;

public sealed class CountryTests
{
    [Theory]
    [InlineData("IT", "IT")]
    [InlineData("it", "IT")]
    [InlineData("ITA", "IT")]
    [InlineData(" italy ", "IT")]
    [InlineData("Italia", "IT")]
    [InlineData("Italy (IT)", "IT")]
    [InlineData("IT - Italy", "IT")]
    [InlineData("Milano, Italia", "IT")]
    [InlineData("en-US", "US")]
    [InlineData("USA", "US")]
    [InlineData("U.S.A.", "US")]
    [InlineData("The Netherlands", "NL")]
    [InlineData("Paesi Bassi", "NL")]
    [InlineData("Olanda", "NL")]
    [InlineData("UK", "GB")]
    [InlineData("Regno Unito", "GB")]
    [InlineData("England", "GB")]
    [InlineData("no", "NO")]
    [InlineData("Norvegia", "NO")]
    [InlineData("Côte d’Ivoire", "CI")]
    [InlineData("Costa d'Avorio", "CI")]
    [InlineData("Türkiye", "TR")]
    [InlineData("Turkey", "TR")]
    [InlineData("Korea, Republic of", "KR")]
    [InlineData("Korea, Democratic People's Republic of", "KP")]
    [InlineData("Congo, Democratic Republic of the", "CD")]
    [InlineData("Guinea-Bissau", "GW")]
    [InlineData("San Marino", "SM")]
    [InlineData("Città del Vaticano", "VA")]
    [InlineData("Svizzera", "CH")]
    [InlineData("Isole Fær Øer", "FO")]
    public void A_country_is_a_code_or_an_English_or_Italian_name(string written, string code) =>
        Assert.Equal(code, Countries.Find(written));

    [Theory]
    [InlineData("Narnia")]
    [InlineData("opt-in")]
    [InlineData("XX")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("🇮🇹")]
    public void What_names_no_country_is_none(string written) => Assert.Null(Countries.Find(written));

    [Fact]
    public void Every_code_of_the_standard_is_known()
    {
        var codes = Enumerable.Range('A', 26)
            .SelectMany(first => Enumerable.Range('A', 26).Select(second => $"{(char)first}{(char)second}"));

        Assert.Equal(249, codes.Count(Countries.IsCode));
        Assert.False(Countries.IsCode("it"));
        Assert.False(Countries.IsCode("UK"));
    }

    [Theory]
    [InlineData("firma.de", "DE")]
    [InlineData("firm.co.uk", "GB")]
    [InlineData("firm.com", null)]
    [InlineData("firm.eu", null)]
    [InlineData("firm.io", null)]
    [InlineData("firm.co", null)]
    [InlineData("firm.me", null)]
    [InlineData("firm.ai", null)]
    [InlineData("firm.tv", null)]
    [InlineData("firm.su", null)]
    public void An_ending_tells_a_country_only_if_it_means_one(string domain, string? code) =>
        Assert.Equal(code, Countries.OfDomain(domain));

    [Fact]
    public void The_given_country_counts_before_all_others()
    {
        var contact = Given.Contact(Given.Form(("country", "France"), ("phone", "+39 06 12345678"), ("email", "mia@firma.de")), "ES");

        Assert.Equal(("FR", CountrySource.Given, "IT"), (contact.Country, contact.CountryFrom, contact.PhoneCountry));
    }

    [Fact]
    public void Then_the_prefix_of_the_number()
    {
        var contact = Given.Contact(Given.Form(("country", "Narnia"), ("phone", "0039 06 12345678"), ("email", "mia@firma.de")), "ES");

        Assert.Equal(("IT", CountrySource.Phone), (contact.Country, contact.CountryFrom));
    }

    [Fact]
    public void Then_the_ending_of_the_address()
    {
        var contact = Given.Contact(Given.Form(("phone", "030 12345678"), ("email", "mia@firma.de")), "ES");

        Assert.Equal(("DE", CountrySource.EmailDomain), (contact.Country, contact.CountryFrom));
    }

    [Fact]
    public void Then_the_sources_default()
    {
        var contact = Given.Contact(Given.Form(("email", "mia@firm.example")), "ES");

        Assert.Equal(("ES", CountrySource.SourceDefault), (contact.Country, contact.CountryFrom));
    }

    [Fact]
    public void Without_any_of_them_the_country_is_not_known()
    {
        var contact = Given.Contact(("email", "mia@firm.io"));

        Assert.Equal((null, CountrySource.Unknown), (contact.Country, contact.CountryFrom));
    }

    [Fact]
    public void Numbers_of_one_plan_are_told_apart() => Assert.Equal("CA", Given.Contact(("phone", "+1 416 555 0123")).Country);

    [Fact]
    public void A_number_of_no_country_tells_none() => Assert.Null(Given.Contact(("phone", "+800 1234 5678")).Country);
}
