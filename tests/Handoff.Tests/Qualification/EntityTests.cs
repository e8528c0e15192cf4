using CsCheck;
using Xunit;

namespace Handoff.Tests.Qualification;

/// <summary>Form plugins encode a text as HTML before they send it.</summary>
public sealed class EntityTests
{
    [Theory]
    [InlineData("O&#039;Brien", "O'Brien")]
    [InlineData("O&#39;Brien", "O'Brien")]
    [InlineData("O&#x27;Brien", "O'Brien")]
    [InlineData("O&apos;Brien", "O'Brien")]
    [InlineData("O&rsquo;Brien", "O’Brien")]
    [InlineData("O&#146;Brien", "O’Brien")]
    [InlineData("O&#8217;Brien", "O’Brien")]
    [InlineData("Smith &amp; Sons", "Smith & Sons")]
    [InlineData("AT&T", "AT&T")]
    [InlineData("R&D; sales", "R&D; sales")]
    [InlineData("a&amp;amp;b", "a&amp;b")]
    [InlineData("&amp;lt;b&amp;gt;", "&lt;b&gt;")]
    [InlineData("&amp;#039;", "&#039;")]
    [InlineData("&lt;3", "<3")]
    [InlineData("&quot;Acme&quot; S.p.A.", "\"Acme\" S.p.A.")]
    [InlineData("Citt&agrave; di Forl&igrave;", "Città di Forlì")]
    [InlineData("M&uuml;ller GmbH", "Müller GmbH")]
    [InlineData("Caff&#232;", "Caffè")]
    [InlineData("10&euro;", "10€")]
    [InlineData("a&nbsp;b", "a\u00A0b")]
    [InlineData("&#128512;", "😀")]
    [InlineData("&#0;", "&#0;")]
    [InlineData("&#55357;", "&#55357;")]
    [InlineData("&#99999999;", "&#99999999;")]
    [InlineData("&;", "&;")]
    [InlineData("&#;", "&#;")]
    [InlineData("&amp", "&amp")]
    [InlineData("&&amp;&", "&&&")]
    [InlineData("x&#10;Bcc: y", "x Bcc: y")]
    [InlineData("&#8203;Mia&#x202E;", "Mia")]
    public void An_entity_is_decoded_once(string posted, string name) => Assert.Equal(name, Given.Form(("name", posted))["name"]);

    [Fact]
    public void An_address_with_an_entity_is_the_address() =>
        Assert.Equal("mia@firm.example", Given.Contact(("email", "mia&#64;firm.example")).Email);

    [Fact]
    public void A_mapped_field_is_decoded_too() =>
        Assert.Equal("Smith & Sons", Given.Posted(Given.DemoForm, ("your-company", "Smith &amp; Sons"))["company"]);

    [Fact]
    public void What_a_plugin_encodes_comes_back() => Gen.Char["ab&;#'<>\"09xàé"].Array[1, 20].Select(one => new string(one)).Sample(text =>
        Given.Form(("name", System.Net.WebUtility.HtmlEncode(text)))["name"] == text);
}
