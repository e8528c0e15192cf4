using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Service.Company;
using Handoff.Service.Intake;
using Handoff.Service.Links;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.Web.Tests.Links;

/// <summary>The page on which whoever sent a lead says whether somebody has called.</summary>
public sealed class AskPageTests
{
    [Fact]
    public async Task Opening_the_link_asks_in_the_persons_language_and_changes_nothing()
    {
        await using var site = await Tests.Site.StartAsync();
        var (lead, path) = await AskedAsync(site, language: "it");

        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get, HttpMethod.Get })
        {
            using var response = await site.Client.SendAsync(new(method, path));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        using var shown = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
        var page = await shown.PageAsync();
        Assert.Equal("it", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["yes", "no", "withdraw"], page.QuerySelectorAll("button[name=answer]").Select(one => one.GetAttribute("value")));
        Assert.DoesNotContain("Ada", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await FindAsync(site, lead)).Ask!.Called);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public async Task The_answer_is_kept_and_a_no_alerts_the_manager(string answer, bool called)
    {
        await using var site = await Tests.Site.StartAsync();
        var (lead, path) = await AskedAsync(site);

        using var response = await PostAsync(site, path, answer);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var after = await FindAsync(site, lead);
        Assert.Equal(called, after.Ask!.Called);
        Assert.Equal(!called, after.Outbox.Any(message => message.Kind == MessageKind.LeadSaysNo) || after.Ask.SaidNo);
    }

    [Fact]
    public async Task What_is_neither_is_told_and_kept_out()
    {
        await using var site = await Tests.Site.StartAsync();
        var (lead, path) = await AskedAsync(site);

        using var response = await PostAsync(site, path, "maybe");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Null((await FindAsync(site, lead)).Ask!.Called);
    }

    [Fact]
    public async Task The_consent_is_withdrawn_on_the_same_page()
    {
        await using var site = await Tests.Site.StartAsync();
        var (lead, path) = await AskedAsync(site);

        using var response = await PostAsync(site, path, "withdraw");

        Assert.True((await FindAsync(site, lead)).Ask!.IsWithdrawn);
        Assert.Null((await response.PageAsync()).QuerySelector("button[value=withdraw]"));
    }

    [Fact]
    public async Task After_14_days_and_of_an_erased_lead_the_question_is_over_and_an_altered_link_leads_nowhere()
    {
        await using var site = await Tests.Site.StartAsync();
        var (lead, path) = await AskedAsync(site);
        using var altered = await PostAsync(site, path + "x", "no");
        Assert.Equal(HttpStatusCode.NotFound, altered.StatusCode);

        site.Pass(LeadAsk.AnsweredWithin);

        using var late = await PostAsync(site, path, "no");
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Null((await FindAsync(site, lead)).Ask!.Called);
    }

    [Fact]
    public async Task The_link_opens_no_page_of_a_colleague()
    {
        await using var site = await Tests.Site.StartAsync();
        var (_, path) = await AskedAsync(site);

        foreach (var other in new[] { "/r/", "/m/" })
        {
            var elsewhere = path.Replace("/a/", other, StringComparison.Ordinal);
            using var response = await site.Client.GetAsync(new Uri(elsewhere, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    /// <summary>A person with a consent was asked: the lead, and the path of the link in the mail.</summary>
    private static async Task<(LeadId Lead, string Path)> AskedAsync(Tests.Site site, string language = "en")
    {
        var company = site.Services.GetRequiredService<CompanyInForce>();
        var intake = site.Services.GetRequiredService<LeadIntake>();
        var stored = Assert.IsType<IntakeAnswer.Stored>(await intake.ReceiveAsync(
            new()
            {
                Source = new LeadSource { Name = "website", Format = SourceFormat.Json, Key = "demo" },
                Fields = ImmutableDictionary<string, string>.Empty.Add("name", "Ada Rossi").Add("email", "ada@rossi.example")
                    .Add("country", "IT").Add("form", "demo").Add("language", language).Add("consent_contact", "yes"),
                IdempotencyKey = "ada",
                BodyHash = SHA256.HashData("ada"u8),
            },
            default));
        var turns = site.Services.GetRequiredService<LeadTurns>();
        var team = company.Staff.Team((await FindAsync(site, stored.Id)).Known.Team)!;
        var taken = await turns.DecideAsync(stored.Id, new TakeLead(team.Manager), default);
        site.Pass(taken.Lead!.Ask!.Next!.Value - site.Services.GetRequiredService<IClock>().GetCurrentInstant());
        await site.Services.GetRequiredService<StreamWork>().RunAsync(new(StreamKind.Lead, stored.Id.Value), null, default);
        Assert.True((await FindAsync(site, stored.Id)).Ask!.Message > 0);
        var link = site.Services.GetRequiredService<LinkMaker>().Make(LinkPurpose.Ask, People.PersonId.Nobody, stored.Id, 0);
        return (stored.Id, new Uri(link.Href).AbsolutePath);
    }

    private static async Task<Lead> FindAsync(Tests.Site site, LeadId lead) =>
        (await site.Services.GetRequiredService<LeadTurns>().FindAsync(lead, default))!;

    private static Task<HttpResponseMessage> PostAsync(Tests.Site site, string path, string answer) => site.Client.PostAsync(
        new Uri(path, UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("answer", answer)]));
}
