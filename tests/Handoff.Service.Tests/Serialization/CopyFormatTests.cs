using System.Text;
using Handoff.Service.Links;
using Handoff.Service.Mail;
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
    public void A_copy_is_read_as_it_was_written() => AssertSame(Message, CopyFormat.Read(CopyFormat.Write(Message)));

    [Fact]
    public void A_mail_without_HTML_too() => AssertSame(Message with { Html = "" }, CopyFormat.Read(CopyFormat.Write(Message with { Html = "" })));

    [Fact]
    public void Its_HTML_stands_in_it_as_it_was_sent() =>
        Assert.EndsWith("}" + Message.Html, Encoding.UTF8.GetString(CopyFormat.Write(Message)), StringComparison.Ordinal);

    [Fact]
    public void One_of_before_whose_HTML_is_in_the_JSON_is_read()
    {
        var earlier = """
            {"id":"a-1","kind":"offer","to":"anna@acme.example","subject":"New lead: \"Bianchi\" \u0026 C. 😀","at":"2026-11-26T05:27:12Z","text":"Accept:\nhttps://example.com/r/x",
             "links":[{"rel":"offer","href":"https://example.com/r/x","leadId":"a"}],"html":"\u003Cp class=\"text\">\n“Bianchi” } & 😀</p>\u0000}","leadIds":["a"]}
            """u8;

        AssertSame(Message, CopyFormat.Read(earlier));
    }

    private static void AssertSame(MailboxMessage expected, MailboxMessage read)
    {
        Assert.Equal(expected.Links.AsEnumerable(), read.Links);
        Assert.Equal(expected.LeadIds.AsEnumerable(), read.LeadIds);
        Assert.Equal(expected, read with { Links = expected.Links, LeadIds = expected.LeadIds });
    }
}
