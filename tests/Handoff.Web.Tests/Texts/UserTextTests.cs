using Handoff.Web.Words;

namespace Handoff.Web.Tests.Texts;

/// <summary>
/// Words of Latin letters are taken as they are, and text of ASCII alone goes a shorter way through the cleaning than other text; both come
/// out the same.
/// </summary>
public sealed class UserTextTests
{
    [Theory]
    [InlineData("aZ09 .:/\\<>\"\t\r\n\n\r\v\f\0\u001b\u007f ")]
    [InlineData("aZ09 ., ")]
    [InlineData("aZ09ùÀŁ ., ")]
    [InlineData("aZùŁ×÷\u0301\u200d ")]
    public void Text_of_Latin_letters_is_cleaned_as_any_other_is(string alphabet)
    {
        var chance = new Random(17);
        for (var n = 0; n < 5_000; n++)
        {
            var text = string.Create(chance.Next(60), (chance, alphabet), static (letters, from) =>
            {
                foreach (ref var letter in letters)
                    letter = from.alphabet[from.chance.Next(from.alphabet.Length)];
            });

            // One letter of another script sends all of it the longer way.
            Assert.Equal("東" + string.Join('\n', UserText.Lines("A" + text, 1_000)), string.Join('\n', UserText.Lines("東A" + text, 1_000)));
            Assert.Equal("東" + UserText.Line("A" + text, 1_000), UserText.Line("東A" + text, 1_000));
        }
    }

    [Fact]
    public void Long_text_of_ASCII_is_cut_as_any_other_is()
    {
        Assert.Equal("東Abc…", UserText.Line("東Abc:defgh", 5));
        Assert.Equal("Abcd…", UserText.Line("Abcd:efgh", 5));
        Assert.Equal("Ab|cd…", string.Join('|', UserText.Lines("Ab\r\ncd:efgh", 6)));
    }
}
