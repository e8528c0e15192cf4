using Handoff.Service.Mail;
using Xunit;

namespace Handoff.Service.Tests.Mail;

/// <summary>A document as bytes.</summary>
public sealed class Utf8HtmlTests
{
    [Theory]
    [InlineData("")]
    [InlineData("<p>Già pronta — 東京 😀</p>")]
    public void A_document_reads_as_the_text_that_it_was_made_of(string html) => Assert.Equal(html, Utf8Html.Of(html).ToString());

    [Fact]
    public void Documents_are_equal_when_their_text_is()
    {
        Assert.Equal(Utf8Html.Of("<p>è</p>"), Utf8Html.Of("<p>è</p>"));
        Assert.Equal(Utf8Html.Of("<p>è</p>").GetHashCode(), Utf8Html.Of("<p>è</p>").GetHashCode());
        Assert.NotEqual(Utf8Html.Of("<p>è</p>"), Utf8Html.Of("<p>e</p>"));
    }
}
