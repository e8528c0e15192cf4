using Handoff.Web.Words;

namespace Handoff.Web.Tests.Texts;

/// <summary>Text of ASCII alone goes a shorter way through the cleaning than other text; it comes out the same.</summary>
public sealed class UserTextTests
{
    private const string Letters = "aZ09 .:/\\<>\"\t\r\n\n\r\v\f\0\u001b\u007f ";

    [Fact]
    public void Text_of_ASCII_is_cleaned_as_any_other_is()
    {
        var chance = new Random(17);
        for (var n = 0; n < 5_000; n++)
        {
            var text = string.Create(chance.Next(60), chance, static (letters, chance) =>
            {
                foreach (ref var letter in letters)
                    letter = Letters[chance.Next(Letters.Length)];
            });

            // One letter that is not ASCII sends all of it the longer way.
            Assert.Equal("é" + string.Join('\n', UserText.Lines("A" + text, 1_000)), string.Join('\n', UserText.Lines("éA" + text, 1_000)));
            Assert.Equal("é" + UserText.Line("A" + text, 1_000), UserText.Line("éA" + text, 1_000));
        }
    }

    [Fact]
    public void Long_text_of_ASCII_is_cut_as_any_other_is()
    {
        Assert.Equal("éAbc…", UserText.Line("éAbc:defgh", 5));
        Assert.Equal("Abcd…", UserText.Line("Abcd:efgh", 5));
        Assert.Equal("Ab|cd…", string.Join('|', UserText.Lines("Ab\r\ncd:efgh", 6)));
    }
}
