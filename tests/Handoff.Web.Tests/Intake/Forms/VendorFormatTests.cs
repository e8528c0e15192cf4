using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Handoff.Agreements;
using Handoff.Service.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>What each vendor documents that it sends becomes the lead that was meant.</summary>
public sealed class VendorFormatTests
{
    [Theory]
    [InlineData(SourceFormat.Json, 202, "email=ada@heartofgold.example; name=Ada Rossi; utm_campaign=autumn-demo", "autumn-demo")]
    [InlineData(SourceFormat.Form, 202, "email=ada@heartofgold.example; name=Ada Rossi", "none")]
    [InlineData(
        SourceFormat.Typeform, 200, "email=laura.bianchi@heartofgold.example; name=Laura Bianchi; company=Heart of Gold S.p.A.; "
            + "topics=Clocks, Ladders; newsletter=true; employees=120; form=Ask for a demo; utm_source=linkedin; "
            + "what_would_you_like_to_see=The board, and how clocks run", "autumn-demo")]
    [InlineData(
        SourceFormat.Webflow, 200, "email=zaira.fabbri@heartofgold.example; name=Zaira Fabbri; phone=390612345678; form=Contact us",
        "autumn-demo")]
    [InlineData(
        SourceFormat.Tally, 200, "email=marta.conti@heartofgold.example; name=Marta Conti; employees=50-249; form=Demo request",
        "autumn-demo")]
    [InlineData(
        SourceFormat.Jotform, 200, "email=bruna.galli@heartofgold.example; name=Bruna Gallì; phone=06 12345678; "
            + "company=Heart of Gold & Sons; interests=Clocks, Ladders; address_city=Pisa; form=Richiesta di demo", "autumn-demo")]
    [InlineData(
        SourceFormat.Framer, 200, "email=nadia.riva@heartofgold.example; name=Nadia Riva; company=Heart of Gold; "
            + "message=Please call.\nMornings are best.", "none")]
    [InlineData(
        SourceFormat.GoogleAds, 200, "email=olga.sala@heartofgold.example; name=Olga Sala; phone=+390612345678; company=Heart of Gold; "
            + "form_id=9007199254740993; campaign_id=123456789012345; when_do_you_need_it=In a month", "other")]
    [InlineData(
        SourceFormat.Unbounce, 200, "email=piero.villa@heartofgold.example; name=Piero Villa; phone=+39 06 12345678; "
            + "interests=Clocks, Ladders; form=Autumn page; page_url=https://go.acme.example/autumn?utm_source=x", "autumn-demo")]
    [InlineData(
        SourceFormat.Elementor, 200, "email=rita.serra@heartofgold.example; name=Rita Serra; company=Heart of Gold; message=Hello; "
            + "form=New Form", "none")]
    [InlineData(
        SourceFormat.GravityForms, 200, "email=tina.urso@heartofgold.example; name=Tina Urso; phone=+39 06 12345678; "
            + "page_url=https://www.acme.example/demo/", "none")]
    [InlineData(
        SourceFormat.Wpforms, 200, "email=ugo.valli@heartofgold.example; name=Ugo Valli; company=Heart of Gold; topics=Clocks, Ladders",
        "autumn-demo")]
    [InlineData(
        SourceFormat.Calendly, 200, "email=vera.zanetti@heartofgold.example; name=Vera Zanetti; company=Heart of Gold; "
            + "what_shall_we_talk_about=How clocks run; form=Demo, 30 minutes; meeting_at=2026-11-04T09:00:00.000000Z", "autumn-demo")]
    [InlineData(
        SourceFormat.Hubspot, 200, "email=walter.amato@heartofgold.example; name=Walter Amato; company=Heart of Gold", "autumn-demo")]
    [InlineData(
        SourceFormat.Dataverse, 200, "email=xenia.basile@heartofgold.example; name=Xenia Basile; company=Heart of Gold; employees=120; "
            + "leadsourcecode=Web; campaignid=Autumn; form=lead", "autumn")]
    public async Task What_a_vendor_documents_becomes_the_lead(SourceFormat format, int status, string fields, string campaign)
    {
        var post = VendorPost.Of(format);
        await using var site = await VendorSite.StartAsync(post.Source);

        using var request = post.At(Given.Now.ToDateTimeOffset());
        using var response = await site.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        var (lead, record) = await site.LeadAsync((await VendorSite.IdAsync(response))!);
        foreach (var expected in fields.Split("; "))
        {
            var (name, value) = (expected[..expected.IndexOf('=')], expected[(expected.IndexOf('=') + 1)..]);
            Assert.Equal((name, value), (name, record.Form.GetValueOrDefault(name)));
        }

        Assert.Equal(campaign, lead.Known.Dimensions["campaign"]);
        Assert.False(lead.Known.IsTest);
        Assert.DoesNotContain(VendorPost.Key, record.Form.Values);
    }

    [Theory]
    [InlineData(SourceFormat.GoogleAds, "\"is_test\": false", "\"is_test\": true")]
    [InlineData(SourceFormat.Typeform, "laura.bianchi@heartofgold.example", "an_account@example.com")]
    [InlineData(SourceFormat.Jotform, "\"submitSource\"", "\"preview\":\"true\",\"submitSource\"")]
    public async Task A_vendors_test_is_kept_and_counts_in_no_figure(SourceFormat format, string what, string instead)
    {
        await using var site = await VendorSite.StartAsync(VendorPost.Of(format).Source);

        using var response = await site.SendAsync(With(format, what, instead));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True((await site.LeadAsync((await VendorSite.IdAsync(response))!)).Lead.Known.IsTest);
    }

    [Theory]
    [InlineData(SourceFormat.Typeform, "\"form_response\",", "\"form_response_partial\",")]
    [InlineData(SourceFormat.Webflow, "\"form_submission\"", "\"site_publish\"")]
    [InlineData(SourceFormat.Calendly, "invitee.created", "routing_form_submission.created")]
    [InlineData(SourceFormat.Dataverse, "\"Create\"", "\"Update\"")]
    public async Task What_is_no_lead_is_acknowledged_and_not_kept(SourceFormat format, string what, string instead)
    {
        await using var site = await VendorSite.StartAsync(VendorPost.Of(format).Source);

        using var response = await site.SendAsync(With(format, what, instead));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(await VendorSite.IdAsync(response));
    }

    [Theory]
    [InlineData(SourceFormat.Typeform, "\"event_id\": \"01JD8Z4W8K2V7Q5H3N6M9P0R1S\"", "\"event_id\": \"another\"")]
    [InlineData(SourceFormat.Webflow, "08:59:58", "09:01:00")]
    [InlineData(SourceFormat.Tally, "a4cb511e-d513-4fa5-baee-b815d718dfd1", "another")]
    [InlineData(SourceFormat.GoogleAds, "\"NEW\"", "\"OLD\"")]
    public async Task What_a_vendor_sends_again_is_the_lead_of_the_first_time(SourceFormat format, string what, string instead)
    {
        await using var site = await VendorSite.StartAsync(VendorPost.Of(format).Source);
        using var first = await site.SendAsync(VendorPost.Of(format).At(Given.Now.ToDateTimeOffset()));

        using var again = await site.SendAsync(With(format, what, instead));

        Assert.Equal(await VendorSite.IdAsync(first), await VendorSite.IdAsync(again));
    }

    public static TheoryData<SourceFormat> Formats =>
        [.. Enum.GetValues<SourceFormat>().Except([SourceFormat.Meta, SourceFormat.Linkedin])];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_same_delivery_twice_is_one_lead_and_no_further_request(SourceFormat format)
    {
        var post = VendorPost.Of(format);
        await using var site = await VendorSite.StartAsync(post.Source);
        using var first = await site.SendAsync(post.At(Given.Now.ToDateTimeOffset()));
        site.Site.Pass(Duration.FromSeconds(5));

        using var again = await site.SendAsync(post.At((Given.Now + Duration.FromSeconds(5)).ToDateTimeOffset()));

        Assert.Equal(first.StatusCode, again.StatusCode);
        var id = (await VendorSite.IdAsync(first))!;
        Assert.Equal(id, await VendorSite.IdAsync(again));
        Assert.Equal([id], await site.Site.Services.GetRequiredService<IStreamStore>().ListAsync(StreamKind.Lead, default).ToListAsync());
    }

    [Theory]
    [InlineData("test@fb.com")]
    [InlineData("test@meta.com")]
    [InlineData("<test lead: dummy data for full_name>")]
    public async Task What_Metas_testing_tool_fills_in_is_a_test(string answer)
    {
        var text = Encoding.UTF8.GetString(VendorPost.File("meta_lead.json"));
        var root = JsonNode.Parse(text)!;
        root["field_data"]!.AsArray().Add(JsonNode.Parse($$"""{"name":"asked","values":["{{answer}}"]}"""));
        var post = VendorPost.Of(SourceFormat.Meta) with { Body = Encoding.UTF8.GetBytes(root.ToJsonString()) };
        await using var site = await VendorSite.StartAsync(post.Source);

        using var response = await site.SendAsync(post.At(Given.Now.ToDateTimeOffset()));

        Assert.True((await site.LeadAsync((await VendorSite.IdAsync(response))!)).Lead.Known.IsTest);
    }

    [Fact]
    public async Task A_question_that_was_skipped_shifts_nothing()
    {
        var post = VendorPost.Of(SourceFormat.Typeform);
        var text = Encoding.UTF8.GetString(post.Body);
        var from = text.IndexOf("""{ "type": "text", "text": "Heart of Gold""", StringComparison.Ordinal);
        var without = text[..from] + text[text.IndexOf("""{ "type": "choices",""", StringComparison.Ordinal)..];
        await using var site = await VendorSite.StartAsync(post.Source);

        using var response = await site.SendAsync(
            (post with { Body = Encoding.UTF8.GetBytes(without) }).At(Given.Now.ToDateTimeOffset()));

        var (_, record) = await site.LeadAsync((await VendorSite.IdAsync(response))!);
        Assert.Null(record.Company);
        Assert.Equal(("Laura Bianchi", "120", "Clocks, Ladders"), (record.Name, record.Form["employees"], record.Form["topics"]));
    }

    private static HttpRequestMessage With(SourceFormat format, string what, string instead)
    {
        var post = VendorPost.Of(format);
        var text = Encoding.UTF8.GetString(post.Body);
        Assert.Contains(what, text, StringComparison.Ordinal);
        return (post with { Body = Encoding.UTF8.GetBytes(text.Replace(what, instead, StringComparison.Ordinal)) })
            .At(Given.Now.ToDateTimeOffset());
    }
}
