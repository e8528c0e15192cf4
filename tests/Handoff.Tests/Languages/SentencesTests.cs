using System.Globalization;
using Handoff.People;
using Xunit;

namespace Handoff.Tests.Languages;

/// <summary>A sentence is said in the reader's language: two stand in the code, the others in files.</summary>
public sealed class SentencesTests
{
    private static readonly Language De = (Language)"de";

    [Fact]
    public void Every_language_has_a_tag_and_a_culture_of_its_own()
    {
        Assert.Equal(["en", "it", "de"], Language.All.Select(one => one.Tag));
        Assert.Equal(["en-GB", "it-IT", "de-DE"], Language.All.Select(one => one.Culture.Name));
        Assert.Null(Language.Find("xx"));
    }

    [Theory]
    [InlineData("en", "Anna, Bruno and Elena")]
    [InlineData("it", "Anna, Bruno ed Elena")]
    [InlineData("de", "Anna, Bruno und Elena")]
    public void A_sentence_is_said_in_the_readers_language(string tag, string said) =>
        Assert.Equal(said, new Spoken((Language)tag).List(["Anna", "Bruno", "Elena"]));

    [Fact]
    public void What_a_file_lacks_is_said_in_English_with_its_figures_whatever_the_ambient_culture()
    {
        var ambient = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        try
        {
            Assert.Equal("a sentence {0} that no file has: 1.50 {x}", new Spoken(De).Figure(1.5));
            Assert.Equal("a sentence {0} that no file has: 1.50 {x}", new Spoken(Language.En).Figure(1.5));
            Assert.Equal("1.5", new Spoken(Language.It).Figure(1.5));
        }
        finally
        {
            CultureInfo.CurrentCulture = ambient;
        }
    }

    [Fact]
    public void A_sentence_that_is_not_the_readers_is_not_even_put_together()
    {
        var asked = new List<string>();

        new Spoken(Language.En).Asking(asked.Add);
        new Spoken(Language.It).Asking(asked.Add);
        new Spoken(De).Asking(asked.Add);

        Assert.Equal(["English", "Italian", "English"], asked);
    }

    private sealed class Spoken(Language language) : Sentences(language)
    {
        public string Figure(double figure) => Say($"a sentence {{0}} that no file has: {figure:0.00} {{x}}", $"{figure}");

        public string Asking(Action<string> asked)
        {
            return Say($"no file has this: {Of("English")}", $"questo non c'è: {Of("Italian")}");

            string Of(string which)
            {
                asked(which);
                return which;
            }
        }
    }
}
