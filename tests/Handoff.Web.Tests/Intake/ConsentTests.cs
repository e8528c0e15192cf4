using Handoff.Agreements;
using Handoff.Web.Tests.Intake.Forms;

namespace Handoff.Web.Tests.Intake;

/// <summary>What a person agreed to can be proved, and is counted without saying who.</summary>
public sealed class ConsentTests
{
    private static readonly LeadSource Form =
        new() { Name = "demo-form", Format = SourceFormat.Form, Key = "demo", Consent = new("privacy", "contact", "2026-11") };

    [Theory]
    [InlineData("&privacy=on", true)]
    [InlineData("&privacy=S%C3%AC%2C+accetto", true)]
    [InlineData("&privacy=false", false)]
    [InlineData("&privacy=", false)]
    [InlineData("", false)]
    public async Task The_box_is_ticked_or_not(string posted, bool given)
    {
        await using var site = await VendorSite.StartAsync(Form);

        var (lead, record) = await PostAsync(site, posted);

        Assert.Equal(
            new(given, "privacy", "contact", "2026-11", "https://www.acme.example/demo", Given.Now, "demo-form"), record.Consent);
        Assert.Equal(given ? "yes" : "no", lead.Known.Dimensions[Dimension.ConsentContact]);
    }

    [Theory]
    [InlineData("v7")]
    [InlineData("May we call you? See #privacy.")]
    public async Task The_form_may_say_which_text_stood_beside_it(string text)
    {
        await using var site = await VendorSite.StartAsync(Form with { Consent = new("privacy", "newsletter", null) });

        var (_, record) = await PostAsync(site, $"&privacy=1&consent_text={Uri.EscapeDataString(text)}");

        Assert.Equal(("newsletter", text), (record.Consent!.Purpose, record.Consent.Text));
    }

    [Theory]
    [InlineData("&page_url=https%3A%2F%2Fwww.acme.example%2Fprices%3Fid&landing_page=https%3A%2F%2Fwww.acme.example%2Fautumn", "prices")]
    [InlineData("&landing_page=https%3A%2F%2Fwww.acme.example%2Fautumn", "demo")]
    public async Task The_page_is_the_forms_own_where_the_form_says_it(string posted, string page)
    {
        await using var site = await VendorSite.StartAsync(Form);

        var (_, record) = await PostAsync(site, posted);

        Assert.Equal($"https://www.acme.example/{page}", record.Consent!.Page);
    }

    [Fact]
    public async Task A_source_that_does_not_ask_records_nothing()
    {
        await using var site = await VendorSite.StartAsync(Form with { Consent = null });

        var (lead, record) = await PostAsync(site, "&privacy=on");

        Assert.Null(record.Consent);
        Assert.DoesNotContain(Dimension.ConsentContact, lead.Known.Dimensions.Keys);
    }

    private static async Task<(Handoff.Leads.Lead Lead, Handoff.Service.Leads.LeadRecord Record)> PostAsync(VendorSite site, string more)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/leads/demo-form?key=demo")
        {
            Content = new StringContent(
                $"email=ada@heartofgold.example&name=Ada{more}", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        request.Headers.Referrer = new("https://www.acme.example/demo?utm_term=somebody");
        using var response = await site.SendAsync(request);
        return await site.LeadAsync((await VendorSite.IdAsync(response))!);
    }
}
