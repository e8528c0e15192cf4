namespace Handoff.Delivery.Tests;

public sealed class Header_text
{
    [Theory]
    [InlineData("Ana Conti", "Ana Conti")]
    [InlineData("  Ana \t\r\n Conti  ", "Ana Conti")]
    [InlineData("Ana\r\nBcc: x", "Ana Bcc: x")]
    [InlineData("Ana\u0085\u2028\u2029\u0000\u007FConti", "Ana Conti")]
    [InlineData("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069", "")]
    [InlineData("gnp.\u202Eexe", "gnp.exe")]
    [InlineData("=?utf-8?Q?x?=", "= ?utf-8?Q?x?=")]
    [InlineData("=\u202E?utf-8?Q?x?=", "= ?utf-8?Q?x?=")]
    [InlineData("دانا אנה 安娜 👩‍💻", "دانا אנה 安娜 👩‍💻")]
    [InlineData("", "")]
    public void Text_becomes_one_harmless_line(string typed, string harmless) => Assert.Equal(harmless, HeaderText.Harmless(typed, 100));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("\uFFFD half", HeaderText.Harmless("\uD83D half", 100));

    [Fact]
    public void Text_of_the_longest_length_is_kept() => Assert.Equal("12345", HeaderText.Harmless("12345", 5));

    [Fact]
    public void Longer_text_ends_in_an_ellipsis() => Assert.Equal("1234…", HeaderText.Harmless("123456", 5));

    [Fact]
    public void A_cut_leaves_no_half_character() => Assert.Equal("123…", HeaderText.Harmless("123👩4", 5));
}
