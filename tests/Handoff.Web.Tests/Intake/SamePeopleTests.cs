using System.Net;
using System.Text;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Service.Company;
using Handoff.Service.Turns;
using Handoff.Web.Tests.Intake.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.Tests.Intake;

/// <summary>Who is the same person, and whose company is known.</summary>
public sealed class SamePeopleTests
{
    private static readonly LeadSource Form = new() { Name = "demo-form", Format = SourceFormat.Form, Key = "demo" };

    [Fact]
    public async Task Another_person_of_a_company_gets_the_companys_owner_and_stays_a_lead_of_its_own()
    {
        await using var site = await VendorSite.StartAsync(Form);
        var anna = site.Site.Services.GetRequiredService<CompanyInForce>().Staff.FindByAddress("anna.greco@acme.example")!.Id;
        var first = await PostAsync(site, "email=ada@heartofgold.example");
        await site.Site.Services.GetRequiredService<LeadTurns>().DecideAsync(first.Id, new TakeLead(anna), default);

        var second = await PostAsync(site, "email=bea@heartofgold.example");
        var stranger = await PostAsync(site, "email=bea@magrathea.example");

        Assert.Equal((null, anna), (second.DuplicateOf, second.Known.ExistingOwner));
        Assert.Equal((null, null), (stranger.DuplicateOf, stranger.Known.ExistingOwner));
    }

    [Theory]
    [InlineData("email=ada@heartofgold.example&phone=%2B39061234567", "email=ADA@heartofgold.example", true)]
    [InlineData("email=ada@heartofgold.example&phone=%2B39061234567", "phone=06 123 4567", true)]
    [InlineData("phone=%2B39061234567", "phone=06 1234567", true)]
    // A switchboard's number is many people's: with an address, the address decides.
    [InlineData("email=ada@heartofgold.example&phone=%2B39061234567", "email=bea@heartofgold.example&phone=%2B39061234567", false)]
    [InlineData("phone=%2B39061234567", "email=ada@heartofgold.example&phone=%2B39061234567", false)]
    public async Task A_person_is_known_by_the_address_else_by_the_phone(string before, string now, bool isSame)
    {
        await using var site = await VendorSite.StartAsync(Form with { DefaultCountry = "IT" });

        var first = await PostAsync(site, before);
        var second = await PostAsync(site, now);

        Assert.Equal(isSame ? first.Id : null, second.DuplicateOf);
    }

    private static async Task<Handoff.Leads.Lead> PostAsync(VendorSite site, string who)
    {
        using var response = await site.SendAsync(new(HttpMethod.Post, "/api/leads/demo-form?key=demo")
        {
            Content = new StringContent(
                $"{who}&name=Ada&form=demo&job_title=CEO&country=IT&employees=500", Encoding.UTF8, "application/x-www-form-urlencoded"),
        });
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await site.LeadAsync((await VendorSite.IdAsync(response))!)).Lead;
    }
}
