using System.Text;
using Handoff.Agreements;
using Handoff.Connect.Forms;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>Unbounce set to post XML: what is a form is read, and nothing else that XML can do.</summary>
public sealed class UnbounceXmlTests
{
    private const string Ada = "<full_name>Ada Lovelace</full_name><email>ada@analytical.example</email>";

    [Theory]
    [InlineData($"<form_data>{Ada}</form_data>")]
    [InlineData($"<?xml version='1.0' encoding='utf-16'?><form_data>{Ada}</form_data>", true)]
    [InlineData($"<lead><page_name>Loom</page_name><form_data>{Ada}</form_data></lead>")]
    [InlineData($"<other>{Ada}</other>")]
    [InlineData($"<f:form_data xmlns:f='urn:x'>{Ada}</f:form_data>")]
    [InlineData("<form_data><full_name><![CDATA[Ada Lovelace]]></full_name><email>ada&#64;analytical.example</email></form_data>")]
    public async Task The_answers_are_read(string xml, bool isWide = false)
    {
        var lead = Assert.IsType<FormReading.Lead>(await ReadAsync((isWide ? Encoding.Unicode : Encoding.UTF8).GetBytes(xml)));
        Assert.Equal(("Ada Lovelace", "ada@analytical.example"), (lead.Fields["full_name"], lead.Fields["email"]));
    }

    [Fact]
    public async Task Where_a_form_has_data_xml_alone_that_is_read_with_the_page()
    {
        var body = $"page_name=Loom&variant=b&data.xml={Uri.EscapeDataString($"<form_data>{Ada}</form_data>")}";
        var lead = Assert.IsType<FormReading.Lead>(
            await ReadAsync(Encoding.UTF8.GetBytes(body), "application/x-www-form-urlencoded"));
        Assert.Equal(
            ("ada@analytical.example", "Loom", "b"), (lead.Fields["email"], lead.Fields["form"], lead.Fields["variant"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not XML")]
    [InlineData("<form_data>")]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><form_data><email>&e;</email></form_data>")]
    [InlineData("<!DOCTYPE a [<!ENTITY e 'x'>]><form_data><email>&e;</email></form_data>")]
    [InlineData("<a><b><c><d><e><f><g><h><i><j><k>x</k></j></i></h></g></f></e></d></c></b></a>")]
    public async Task What_is_no_form_is_not_understood_and_quotes_nothing(string xml)
    {
        var reading = Assert.IsType<FormReading.NotUnderstood>(await ReadAsync(Encoding.UTF8.GetBytes(xml)));
        Assert.Equal("What was sent is no XML of a form.", reading.Because);
    }

    private static async Task<FormReading> ReadAsync(byte[] body, string mediaType = "application/xml") =>
        await FormFormats.Of(SourceFormat.Unbounce).ReadAsync(
            new() { Body = body, ContentType = mediaType, Header = static _ => null, Url = new("https://handoff.example/") }, default);
}
