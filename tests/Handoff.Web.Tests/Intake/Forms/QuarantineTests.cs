using System.Net;
using System.Text;
using Handoff.Agreements;
using Handoff.Leads;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>What a vendor sends authentically is never lost: what cannot be used is held back, and the vendor has its success.</summary>
public sealed class QuarantineTests
{
    private static readonly SourceFormat[] Others = [SourceFormat.Json, SourceFormat.Form, SourceFormat.GoogleAds];

    public static TheoryData<SourceFormat> Vendors => [.. Enum.GetValues<SourceFormat>().Except(Others)];

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task What_is_no_body_of_the_vendors_is_kept_as_it_came(SourceFormat format)
    {
        var post = VendorPost.Of(format) with { Body = "[{\"half\": "u8.ToArray(), MediaType = "application/json" };
        await using var site = await VendorSite.StartAsync(post.Source);

        var (lead, record) = await SentAsync(site, post);

        Assert.Equal((LeadStatus.Quarantined, QuarantineCause.NotUnderstood), (lead.Status, lead.Quarantine!.Cause));
        Assert.Equal("[{\"half\":", record.Message);
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task A_body_of_another_kind_is_kept_too(SourceFormat format)
    {
        var post = VendorPost.Of(format) with { Body = "email: a@b.example"u8.ToArray(), MediaType = "application/yaml" };
        await using var site = await VendorSite.StartAsync(post.Source);

        Assert.Equal(LeadStatus.Quarantined, (await SentAsync(site, post)).Lead.Status);
    }

    [Theory]
    [InlineData(SourceFormat.Typeform, "laura.bianchi@heartofgold.example")]
    [InlineData(SourceFormat.Tally, "marta.conti@heartofgold.example")]
    [InlineData(SourceFormat.Framer, "nadia.riva@heartofgold.example")]
    [InlineData(SourceFormat.Hubspot, "walter.amato@heartofgold.example")]
    public async Task Without_a_way_to_reach_the_person_it_is_held_back_with_what_it_says(SourceFormat format, string address)
    {
        var post = VendorPost.Of(format);
        var text = Encoding.UTF8.GetString(post.Body).Replace(address, "nowhere", StringComparison.Ordinal);
        await using var site = await VendorSite.StartAsync(post.Source);

        var (lead, record) = await SentAsync(site, post with { Body = Encoding.UTF8.GetBytes(text) });

        Assert.Equal((LeadStatus.Quarantined, QuarantineCause.NoContact), (lead.Status, lead.Quarantine!.Cause));
        Assert.NotNull(record.Name);
        Assert.Equal("nowhere", record.Form["email"]);
    }

    [Theory]
    [InlineData(SourceFormat.Meta)]
    [InlineData(SourceFormat.Linkedin)]
    public async Task A_notice_whose_answers_are_elsewhere_is_kept_with_its_id(SourceFormat format)
    {
        var post = VendorPost.Of(format);
        await using var site = await VendorSite.StartAsync(post.Source);

        var (lead, record) = await SentAsync(site, post);

        Assert.Equal(LeadStatus.Quarantined, lead.Status);
        Assert.Contains(format == SourceFormat.Meta ? "123123123123" : "3f2a-1", record.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SourceFormat.Json, "{\"name\":\"Ada\"}", HttpStatusCode.UnprocessableEntity)]
    [InlineData(SourceFormat.Json, "[{\"half\": ", HttpStatusCode.BadRequest)]
    [InlineData(SourceFormat.Form, "name=Ada", HttpStatusCode.UnprocessableEntity)]
    public async Task Who_can_mend_what_is_sent_is_told_the_mistake(SourceFormat format, string body, HttpStatusCode status)
    {
        var post = VendorPost.Of(format) with { Body = Encoding.UTF8.GetBytes(body) };
        await using var site = await VendorSite.StartAsync(post.Source);

        using var response = await site.SendAsync(post.At(Given.Now.ToDateTimeOffset()));

        Assert.Equal(status, response.StatusCode);
    }

    private static async Task<(Lead Lead, Handoff.Service.Leads.LeadRecord Record)> SentAsync(VendorSite site, VendorPost post)
    {
        using var response = await site.SendAsync(post.At(Given.Now.ToDateTimeOffset()));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await site.LeadAsync((await VendorSite.IdAsync(response))!);
    }
}
