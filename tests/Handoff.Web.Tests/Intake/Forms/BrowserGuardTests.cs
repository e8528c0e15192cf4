using System.Net;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Qualification.Quality;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>What guards a form whose key stands in a public page.</summary>
public sealed class BrowserGuardTests
{
    private static readonly LeadSource Form = new() { Name = "demo-form", Format = SourceFormat.Form, Key = "demo" };

    [Fact]
    public async Task One_sender_is_told_when_to_come_again_and_the_next_minute_is_a_new_one()
    {
        await using var site = await VendorSite.StartAsync(Form with { LimitPerAddress = 2 });
        await PostAsync(site, "one");
        await PostAsync(site, "two");

        using var third = await SendAsync(site, "three");

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.InRange(third.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        site.Site.Pass(Duration.FromMinutes(1));
        await PostAsync(site, "three");
    }

    [Fact]
    public async Task The_sources_own_limit_counts_every_sender_and_says_when_to_come_again()
    {
        await using var site = await VendorSite.StartAsync(Form with { LimitPerMinute = 2 });
        site.Site.Pass(Duration.FromSeconds(20));
        await PostAsync(site, "one");
        await PostAsync(site, "two");

        using var third = await SendAsync(site, "three");

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(40), third.Headers.RetryAfter!.Delta);
        site.Site.Pass(Duration.FromSeconds(40));
        await PostAsync(site, "three");
    }

    [Theory]
    [InlineData("900", LeadStatus.Quarantined)]
    [InlineData("3100", LeadStatus.Offered)]
    [InlineData("soon", LeadStatus.Offered)]
    [InlineData(null, LeadStatus.Offered)]
    public async Task What_came_faster_than_a_person_writes_is_held_back_and_not_refused(string? filled, LeadStatus status)
    {
        await using var site = await VendorSite.StartAsync(Form with { MinFillSeconds = 3 });
        var id = await PostAsync(site, "ada", filled is null ? "" : $"&handoff_filled={filled}");

        await site.Site.Services.GetRequiredService<StreamWork>().RunAsync(OpenedLead.StreamOf(new(id)), opened: null, default);

        var (lead, record) = await site.LeadAsync(id);
        Assert.Equal(status, lead.Status);
        Assert.Equal(status == LeadStatus.Quarantined ? [Suspicion.TooFast] : [], lead.Quarantine?.Reasons.ToArray() ?? []);
        Assert.DoesNotContain("handoff_filled", record.Form.Keys);
    }

    [Fact]
    public async Task A_form_whose_captcha_was_passed_by_is_held_back_and_the_token_is_no_field_of_the_lead()
    {
        await using var site = await VendorSite.StartAsync(Form with { Captcha = new(CaptchaKind.Turnstile, "secret") });
        var without = await PostAsync(site, "ada");
        var with = await PostAsync(site, "bea", "&cf-turnstile-response=XXXX.DUMMY.TOKEN.XXXX");
        foreach (var id in new[] { without, with })
            await site.Site.Services.GetRequiredService<StreamWork>().RunAsync(OpenedLead.StreamOf(new(id)), opened: null, default);

        Assert.Equal(Suspicion.NotHuman, Assert.Single((await site.LeadAsync(without)).Lead.Quarantine!.Reasons));
        // Nobody can be asked here: that holds nobody back.
        var (lead, record) = await site.LeadAsync(with);
        Assert.Equal(LeadStatus.Offered, lead.Status);
        Assert.Equal("XXXX.DUMMY.TOKEN.XXXX", record.Traces!.Captcha);
        Assert.DoesNotContain(record.Form.Values, value => value.Contains("DUMMY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Below_the_points_it_is_looked_at_too_once_and_the_score_stays()
    {
        await using var site = await VendorSite.StartAsync(Form with { MinFillSeconds = 3 });
        var id = await PostAsync(site, "ada", "&handoff_filled=900", below: true);
        var slow = await PostAsync(site, "bea", "&handoff_filled=9000", below: true);
        var score = (await site.LeadAsync(id)).Lead.Known.Score;

        await RunDueAsync(site);

        var lead = (await site.LeadAsync(id)).Lead;
        Assert.Equal((LeadStatus.Quarantined, score), (lead.Status, lead.Known.Score));
        Assert.Equal(Suspicion.TooFast, Assert.Single(lead.Quarantine!.Reasons));
        Assert.Equal(LeadStatus.Nurture, (await site.LeadAsync(slow)).Lead.Status);
        var store = site.Site.Services.GetRequiredService<IStreamStore>();
        Assert.Null((await store.FindAsync(OpenedLead.StreamOf(new(slow)), default))!.NextWakeUp);
    }

    /// <summary>Has every stream run that the store says is due.</summary>
    private static async Task RunDueAsync(VendorSite site)
    {
        var store = site.Site.Services.GetRequiredService<IStreamStore>();
        foreach (var due in await store.FindDueAsync(Given.Now, 10, default))
            await site.Site.Services.GetRequiredService<StreamWork>().RunAsync(due.Stream, opened: null, default);
    }

    private static async Task<string> PostAsync(VendorSite site, string who, string more = "", bool below = false)
    {
        using var response = await SendAsync(site, who, more, below);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await VendorSite.IdAsync(response))!;
    }

    private static Task<HttpResponseMessage> SendAsync(VendorSite site, string who, string more = "", bool below = false) =>
        site.SendAsync(new(HttpMethod.Post, "/api/leads/demo-form?key=demo")
        {
            Content = new StringContent(
                $"email={who}@heartofgold.example&name=Ada{(below ? "" : "&form=demo&job_title=CEO&country=IT&employees=500")}{more}",
                System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"),
        });
}
