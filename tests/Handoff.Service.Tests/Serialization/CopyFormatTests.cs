using System.IO.Compression;
using System.Text;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Service.Packing;
using Handoff.Service.Serialization;
using NodaTime;
using Xunit;

namespace Handoff.Service.Tests.Serialization;

/// <summary>Copies of mails as they are written before they are sealed.</summary>
public sealed class CopyFormatTests
{
    private static readonly MailboxMessage Message = new(
        "a-1", "offer", "anna@acme.example", "New lead: \"Bianchi\" & C. 😀", Instant.FromUtc(2026, 11, 26, 5, 27, 12), "Accept:\nhttps://example.com/r/x",
        [new MailLink("offer", "https://example.com/r/x", "a")], "<p class=\"text\">\n“Bianchi” } & 😀</p>\0}", ["a"]);

    [Fact]
    public void A_copy_is_read_as_it_was_written() => AssertSame(Message, CopyFormat.Unpack(CopyFormat.Pack(Message)));

    [Fact]
    public void A_mail_without_HTML_too() => AssertSame(Message with { Html = "" }, CopyFormat.Unpack(CopyFormat.Pack(Message with { Html = "" })));

    [Fact]
    public void Its_HTML_stands_in_it_as_it_was_sent() =>
        Assert.EndsWith("}" + Message.Html, Encoding.UTF8.GetString(Packer.Mails.Unpack(CopyFormat.Pack(Message))), StringComparison.Ordinal);

    [Fact]
    public void One_of_before_whose_HTML_is_in_the_JSON_is_read()
    {
        var earlier = """
            {"id":"a-1","kind":"offer","to":"anna@acme.example","subject":"New lead: \"Bianchi\" \u0026 C. 😀","at":"2026-11-26T05:27:12Z","text":"Accept:\nhttps://example.com/r/x",
             "links":[{"rel":"offer","href":"https://example.com/r/x","leadId":"a"}],"html":"\u003Cp class=\"text\">\n“Bianchi” } & 😀</p>\u0000}","leadIds":["a"]}
            """u8;

        AssertSame(Message, CopyFormat.Unpack(Packer.Mails.Pack(earlier)));
    }

    [Fact]
    public void One_that_was_compressed_before_there_were_dictionaries_is_read()
    {
        var earlier = LedgerJson.Write(Message);
        var small = new byte[BrotliEncoder.GetMaxCompressedLength(earlier.Length)];
        Assert.True(BrotliEncoder.TryCompress(earlier, small, out var length, quality: 1, window: 18));

        AssertSame(Message, CopyFormat.Unpack(small[..length]));
    }

    private static void AssertSame(MailboxMessage expected, MailboxMessage read)
    {
        Assert.Equal(expected.Links.AsEnumerable(), read.Links);
        Assert.Equal(expected.LeadIds.AsEnumerable(), read.LeadIds);
        Assert.Equal(expected, read with { Links = expected.Links, LeadIds = expected.LeadIds });
    }
}
