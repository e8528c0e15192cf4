namespace Handoff.Delivery.Tests;

public sealed class Mail_addresses
{
    [Theory]
    [InlineData("ana@example.test", "ana@example.test")]
    [InlineData(" ana.b+tag@example.test ", "ana.b+tag@example.test")]
    [InlineData("Ana@Example.test", "Ana@Example.test")]
    [InlineData("ana@BÜCHER.example", "ana@xn--bcher-kva.example")]
    [InlineData("ana@xn--bcher-kva.example", "ana@xn--bcher-kva.example")]
    [InlineData("o'neil@localhost", "o'neil@localhost")]
    public void An_address_is_read(string typed, string written) => Assert.Equal(written, MailAddress.Read(typed)?.ToString());

    [Theory]
    [InlineData("ana")]
    [InlineData("@example.test")]
    [InlineData("ana@")]
    [InlineData("ana@.test")]
    [InlineData("ana@example..test")]
    [InlineData("ana@example.test.")]
    [InlineData("ana@-example.test")]
    [InlineData("ana@exa_mple.test")]
    [InlineData("ana@[127.0.0.1]")]
    [InlineData(".ana@example.test")]
    [InlineData("ana.@example.test")]
    [InlineData("a..na@example.test")]
    [InlineData("ana@bob@example.test")]
    [InlineData("\"ana b\"@example.test")]
    [InlineData("ana(comment)@example.test")]
    [InlineData("ana@example.test>\r\nDATA")]
    [InlineData("ana@example.test\0")]
    [InlineData("a\u200Bna@example.test")]
    public void What_is_no_address_is_not_read(string typed) => Assert.Null(MailAddress.Read(typed));

    [Fact]
    public void A_local_part_of_more_than_64_characters_is_not_read()
    {
        Assert.NotNull(MailAddress.Read(new string('a', 64) + "@example.test"));
        Assert.Null(MailAddress.Read(new string('a', 65) + "@example.test"));
    }
}
