using System.IO.Compression;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using NodaTime;
using Xunit;

namespace Handoff.Service.Tests.Serialization;

/// <summary>Copies of mails as they are written before they are sealed.</summary>
public sealed class CopyFormatTests
{
    private static readonly MailboxMessage Message = new(
        "a-1", "offer", "anna@acme.example", "New lead: \"Bianchi\" & C. 😀", Instant.FromUtc(2026, 11, 26, 5, 27, 12),
            "Accept:\nhttps://example.com/r/x",
        [new MailLink("offer", "https://example.com/r/x", "a")], "<p class=\"text\">\n“Bianchi” } & 😀</p>\0}", ["a"]);

    [Fact]
    public void A_copy_is_read_as_it_was_written() => AssertSame(Message, CopyFormat.Unpack(CopyFormat.Pack(Message)));

    [Fact]
    public void A_mail_without_HTML_too() =>
        AssertSame(Message with { Html = "" }, CopyFormat.Unpack(CopyFormat.Pack(Message with { Html = "" })));

    [Fact]
    public void Its_HTML_stands_in_it_as_it_was_sent()
    {
        using var reading = new StreamReader(new BrotliStream(new MemoryStream(CopyFormat.Pack(Message)), CompressionMode.Decompress));

        Assert.EndsWith("}" + Message.Html, reading.ReadToEnd(), StringComparison.Ordinal);
    }

    private static void AssertSame(MailboxMessage expected, MailboxMessage read)
    {
        Assert.Equal(expected.Links.AsEnumerable(), read.Links);
        Assert.Equal(expected.LeadIds.AsEnumerable(), read.LeadIds);
        Assert.Equal(expected, read with { Links = expected.Links, LeadIds = expected.LeadIds });
    }
}
