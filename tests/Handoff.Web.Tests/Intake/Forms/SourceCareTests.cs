using System.Net;
using Handoff.Agreements;
using Handoff.Meetings;
using Handoff.Processes;
using Handoff.Service.Company;
using Handoff.Service.Intake;
using Handoff.Service.Meetings;
using Handoff.Service.Processes;
using Handoff.Service.Running;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>A webhook that would be given up, or whose key was changed on one side only, is noticed.</summary>
public sealed class SourceCareTests
{
    private static readonly VendorPost Typeform = VendorPost.Of(SourceFormat.Typeform);

    [Fact]
    public async Task A_source_that_was_valid_and_is_refused_twenty_times_in_an_hour_is_told()
    {
        await using var site = await VendorSite.StartAsync(Typeform.Source);
        await PostAsync(site, VendorPost.Secret);
        for (var number = 0; number < 19; number++)
            await PostAsync(site, "whsec_b3RoZXI=");
        Assert.Empty(Told(site));

        await PostAsync(site, "whsec_b3RoZXI=");

        Assert.Equal("typeform", Assert.Single(Told(site)).Name);
        site.Site.Pass(Duration.FromHours(2));
        Assert.Empty(Told(site));
    }

    [Fact]
    public async Task The_head_of_marketing_has_a_mail_of_it_once_a_day()
    {
        await using var site = await VendorSite.StartAsync(Typeform.Source);
        await PostAsync(site, VendorPost.Secret);
        for (var hour = 0; hour < 3; hour++)
        {
            for (var number = 0; number < 25; number++)
                await PostAsync(site, "whsec_b3RoZXI=");
            await site.Site.Services.GetRequiredService<StreamWork>().RunAsync(PaceProcess.Stream, opened: null, default);
            site.Site.Pass(Duration.FromHours(2));
        }

        var events = await site.Site.Services.GetRequiredService<ProcessTurns>().ReadEventsAsync(PaceProcess.Stream, default);
        Assert.Equal(("typeform", 20), events.OfType<SourceWarned>().Select(one => (one.Source, one.Count)).Single());
        Assert.Equal(
            site.Site.Services.GetRequiredService<CompanyInForce>().Agreement.SignedByMarketing,
            Assert.Single(events.OfType<LetterOwed>()).To);
        Assert.Single(events.OfType<LetterSent>());
    }

    [Fact]
    public async Task Who_was_never_valid_is_only_somebody_who_tries()
    {
        await using var site = await VendorSite.StartAsync(Typeform.Source);
        for (var number = 0; number < 25; number++)
            await PostAsync(site, "whsec_b3RoZXI=");

        Assert.Empty(Told(site));
    }

    [Fact]
    public async Task Meta_is_given_its_challenge_for_the_right_token_only()
    {
        await using var site = await VendorSite.StartAsync(VendorPost.Of(SourceFormat.Meta).Source with { Key = "verify" });

        const string asked = "/api/leads/meta?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
        using var right = await site.Site.Client.GetAsync(asked + "verify");
        using var wrong = await site.Site.Client.GetAsync(asked + "guessed");

        Assert.Equal(("1158201444", "text/plain"), (
            await right.Content.ReadAsStringAsync(), right.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
    }

    [Fact]
    public async Task LinkedIn_is_answered_its_code_signed()
    {
        await using var site = await VendorSite.StartAsync(VendorPost.Of(SourceFormat.Linkedin).Source with { Secrets = ["app-secret"] });

        var answer = await site.Site.Client.GetStringAsync("/api/leads/linkedin?challengeCode=890e4665-4dfe-4ab1-b689-ed553bceeed0");

        var due = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(
            "app-secret"u8.ToArray(), "890e4665-4dfe-4ab1-b689-ed553bceeed0"u8.ToArray()));
        Assert.Equal($$"""{"challengeCode":"890e4665-4dfe-4ab1-b689-ed553bceeed0","challengeResponse":"{{due}}"}""", answer);
    }

    private static IReadOnlyList<RefusedSource> Told(VendorSite site) => site.Site.Services.GetRequiredService<SourceRefusals>().Told;

    private static async Task PostAsync(VendorSite site, string secret)
    {
        using var response = await site.SendAsync(Typeform.At(Given.Now.ToDateTimeOffset(), secret));
    }
}
