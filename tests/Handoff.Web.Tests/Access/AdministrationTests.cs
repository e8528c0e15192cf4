using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Leads;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Handoff.Web.Access;
using Handoff.Web.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.Web.Tests.Access;

public sealed class AdministrationTests
{
    private static readonly AdminAccess WithKey = new() { Key = "secret", LoopbackWithoutKey = true };
    private static readonly AdminAccess LoopbackOnly = new() { LoopbackWithoutKey = true };
    private static readonly AdminAccess Closed = new();
    private static readonly AdminAccess Rotating = new() { Key = "new", PreviousKey = "old", LoopbackWithoutKey = true };

    [Theory]
    [InlineData("GET", "/api/leads/019aa0")]
    [InlineData("DELETE", "/api/leads/019aa0")]
    [InlineData("POST", "/api/leads/019aa0/outcome")]
    [InlineData("GET", "/api/people")]
    [InlineData("POST", "/api/people/a1/absence")]
    public async Task Administration_takes_the_key(string method, string path)
    {
        await using var site = await Site.StartAsync(access: WithKey, from: "127.0.0.1");

        Assert.Equal(401, await StatusAsync(site, method, path, null));
        Assert.Equal(401, await StatusAsync(site, method, path, "Bearer wrong"));
        Assert.Equal(401, await StatusAsync(site, method, path, "Basic secret"));
        Assert.NotEqual(401, await StatusAsync(site, method, path, "Bearer secret"));
    }

    [Fact]
    public async Task Without_a_key_only_this_machine_administers()
    {
        await using var here = await Site.StartAsync(access: LoopbackOnly, from: "127.0.0.1");
        await using var alsoHere = await Site.StartAsync(access: LoopbackOnly, from: "::ffff:127.0.0.1");
        await using var there = await Site.StartAsync(access: LoopbackOnly, from: "192.0.2.7");
        await using var nowhere = await Site.StartAsync(access: LoopbackOnly);

        Assert.Equal(200, await StatusAsync(here, "GET", "/api/people", null));
        Assert.Equal(200, await StatusAsync(alsoHere, "GET", "/api/people", null));
        Assert.Equal(401, await StatusAsync(there, "GET", "/api/people", null));
        Assert.Equal(401, await StatusAsync(nowhere, "GET", "/api/people", null));
    }

    [Theory]
    [InlineData("Bearer new", 200)]
    [InlineData("bearer old", 200)]
    [InlineData("Bearer  old ", 200)]
    [InlineData("Bearer newold", 401)]
    [InlineData("Bearer new old", 401)]
    [InlineData("Bearer new,old", 401)]
    [InlineData("Bearer ne", 401)]
    [InlineData("Bearer NEW", 401)]
    [InlineData("Bearer ", 401)]
    [InlineData("Bearer", 401)]
    [InlineData("new", 401)]
    [InlineData(null, 401)]
    public async Task While_a_key_is_rotated_both_are_good_and_nothing_else_is(string? authorization, int status)
    {
        await using var site = await Site.StartAsync(access: Rotating, from: "127.0.0.1");

        Assert.Equal(status, await StatusAsync(site, "GET", "/api/people", authorization));
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("", " ", false)]
    [InlineData("secret", null, true)]
    [InlineData(null, "secret", true)]
    [InlineData(" secret\n", "", true)]
    public async Task A_key_that_is_empty_is_none_and_either_closes_the_door_of_this_machine(string? key, string? previous, bool isClosed)
    {
        await using var site = await Site.StartAsync(access: LoopbackOnly with { Key = key, PreviousKey = previous }, from: "127.0.0.1");

        Assert.Equal(isClosed ? 401 : 200, await StatusAsync(site, "GET", "/api/people", null));
        Assert.Equal(200, await StatusAsync(site, "GET", "/api/people", "Bearer secret"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Host", "leads.example")]
    [InlineData("X-Forwarded-Port", "443")]
    [InlineData("X-Forwarded-Server", "leads.example")]
    [InlineData("x-forwarded-prefix", "/leads")]
    [InlineData("X-Real-IP", "192.0.2.7")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("CF-Connecting-IP", "192.0.2.7")]
    [InlineData("CF-Ray", "230b030023ae2822-SJC")]
    [InlineData("CDN-Loop", "cloudflare")]
    [InlineData("True-Client-IP", "192.0.2.7")]
    [InlineData("X-Original-URL", "/board")]
    [InlineData("X-Original-Host", "leads.example")]
    [InlineData("X-Client-IP", "192.0.2.7")]
    [InlineData("X-Envoy-External-Address", "192.0.2.7")]
    [InlineData("X-Amzn-Trace-Id", "Root=1-63441c4a-abcdef012345678912345678")]
    [InlineData("Fly-Client-IP", "192.0.2.7")]
    [InlineData("Fastly-Client-IP", "192.0.2.7")]
    [InlineData("X-Azure-ClientIP", "192.0.2.7")]
    [InlineData("Host", "rebound.example")]
    [InlineData("Host", "127.0.0.1.rebound.example")]
    [InlineData("Host", "localhost.rebound.example:5080")]
    [InlineData("Host", "192.0.2.7")]
    [InlineData("Host", "0.0.0.0")]
    public async Task Behind_a_proxy_or_under_another_name_this_machine_is_not_this_machine(string header, string value)
    {
        await using var site = await Site.StartAsync(access: LoopbackOnly, from: "127.0.0.1");

        using var response =
            await SendAsync(site, "GET", "/api/people", null, request => request.Headers.TryAddWithoutValidation(header, value));

        var problem = await response.ProblemAsync(401);
        Assert.Contains("HANDOFF_ADMIN_KEY", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_a_key_that_is_not_embedded_is_closed()
    {
        await using var site = await Site.StartAsync(access: Closed, from: "127.0.0.1");

        using var response = await SendAsync(site, "GET", "/api/people", "Bearer ");

        var problem = await response.ProblemAsync(401);
        Assert.Contains("HANDOFF_ADMIN_KEY", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("Bearer", response.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task A_lead_is_shown_in_camel_case_with_instants_in_UTC()
    {
        await using var site = await Site.StartAsync();
        var id = await LeadAsync(site);

        using var response = await SendAsync(site, "GET", $"/api/leads/{id}", "Bearer secret");
        using var none = await SendAsync(site, "GET", "/api/leads/other", "Bearer secret");

        var lead = await response.JsonAsync();
        Assert.Equal(
            ["id", "status", "tier", "score", "owner", "clocks", "events", "dimensions", "firstTouch", "lastTouch", "next", "toldTo"],
            lead.EnumerateObject().Select(property => property.Name));
        Assert.Equal((id, "qualified"), (lead.GetProperty("id").GetString(), lead.GetProperty("status").GetString()));
        var clock = lead.GetProperty("clocks")[0];
        Assert.Equal(["name", "within", "startedAt", "due", "state"], clock.EnumerateObject().Select(property => property.Name));
        Assert.Equal("2026-11-24T09:00:00Z", clock.GetProperty("startedAt").GetString());
        Assert.Equal("2026-11-24T09:00:00Z", lead.GetProperty("events")[0].GetProperty("at").GetString());
        Assert.Equal(
            """{"id":"019aa0","status":"offered","tier":"hot","score":72,"owner":"anna.greco@acme.example","clocks":[""" +
            """{"name":"accept","within":"1h","startedAt":"2026-11-24T09:00:00Z","due":"2026-11-24T10:00:00Z","state":"running"}],""" +
            "\"events\":" +
            """[{"at":"2026-11-24T09:00:00Z","type":"received","says":"Received from website."}],"dimensions":""" +
            """{"campaign":"spring"},"firstTouch":{"campaign":"launch"},"lastTouch":{"campaign":"spring"},"next":null,"toldTo":[""" +
            """{"channel":"crm","first":"2026-11-24T09:00:00Z","last":"2026-11-24T09:00:00Z"}]}""",
            JsonSerializer.Serialize(Given.LeadView, WebJson.Default.LeadView));
        await none.ProblemAsync(404);
    }

    [Fact]
    public async Task Erasing_answers_204_and_404_where_there_is_none()
    {
        await using var site = await Site.StartAsync();
        var id = await LeadAsync(site);

        Assert.Equal(204, await StatusAsync(site, "DELETE", $"/api/leads/{id}", "Bearer secret"));
        Assert.Equal(404, await StatusAsync(site, "DELETE", "/api/leads/other", "Bearer secret"));
    }

    [Fact]
    public async Task An_outcome_is_recorded_as_it_was_sent()
    {
        await using var site = await Site.StartAsync();
        var id = await LeadAsync(site);
        var turns = site.Services.GetRequiredService<LeadTurns>();
        var offer = (await turns.DecideAsync(new(id), new TakeTurn(), default)).Lead!.Offer!;
        await turns.DecideAsync(new(id), new AcceptOffer(offer.To[0], offer.Number), default);

        using var response = await SendAsync(
            site, "POST", $"/api/leads/{id}/outcome", "Bearer secret", body: """{"outcome":"won","amount":1200.50,"currency":"EUR"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var recorded = (await site.Services.GetRequiredService<LeadStories>().EventsAsync(new(id), default)).OfType<OutcomeRecorded>()
            .Single();
        Assert.Equal((Outcome.Won, 1200.50m, "EUR"), (recorded.Outcome, recorded.Amount, recorded.Currency));
    }

    [Fact]
    public async Task An_outcome_that_cannot_be_is_409_with_the_present_status()
    {
        await using var site = await Site.StartAsync();
        var id = await LeadAsync(site);
        await site.Services.GetRequiredService<LeadTurns>().DecideAsync(new(id), new TakeTurn(), default);

        using var response = await SendAsync(site, "POST", $"/api/leads/{id}/outcome", "Bearer secret", body: """{"outcome":"won"}""");

        var problem = await response.ProblemAsync(409);
        Assert.Equal("offered", problem.GetProperty("leadStatus").GetString());
    }

    [Theory]
    [InlineData("""{"outcome":1,"amount":"much"}""", 422)]
    [InlineData("[]", 400)]
    [InlineData("{", 400)]
    public async Task An_outcome_that_cannot_be_read_is_refused_with_its_fields(string body, int status)
    {
        await using var site = await Site.StartAsync();

        using var response = await SendAsync(site, "POST", "/api/leads/019aa0/outcome", "Bearer secret", body: body);

        var problem = await response.ProblemAsync(status);
        if (status == 422)
            Assert.Equal(["amount", "outcome"], problem.GetProperty("errors").EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task A_foreign_page_cannot_post_a_form_to_the_administration()
    {
        await using var site = await Site.StartAsync(access: LoopbackOnly, from: "127.0.0.1");

        using var response =
            await SendAsync(site, "POST", "/api/leads/019aa0/outcome", null, body: """{"outcome":"won"}""", mediaType: "text/plain");

        await response.ProblemAsync(415);
    }

    [Fact]
    public async Task An_absence_is_noted_and_a_mistake_answered_by_its_field()
    {
        await using var site = await Site.StartAsync();
        var path = $"/api/people/{PersonId.Of("anna.greco@acme.example")}/absence";

        using var noted =
            await SendAsync(site, "POST", path, "Bearer secret", body: """{"action":"away","from":"2026-11-25","until":"2026-11-26"}""");
        using var response =
            await SendAsync(site, "POST", path, "Bearer secret", body: """{"action":"away","from":"2026-11-25","until":"soon"}""");

        Assert.Equal(HttpStatusCode.OK, noted.StatusCode);
        var absence = Assert.Single(await site.Services.GetRequiredService<IFactStore>().ListAbsencesAsync(Given.Now, default));
        Assert.Equal((Instant.FromUtc(2026, 11, 24, 23, 0), Instant.FromUtc(2026, 11, 26, 23, 0)), (absence.Start, absence.End));
        var problem = await response.ProblemAsync(422);
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("errors").GetProperty("until")[0].GetString()));
    }

    /// <summary>A lead that qualifies, by the intake.</summary>
    private static async Task<string> LeadAsync(Site site)
    {
        using var response = await SendAsync(
            site, "POST", "/api/leads/website", null, request => request.Headers.Add("X-Handoff-Key", "demo"),
            """{"email":"rosa@bianchi.example","name":"Rosa Bianchi","company":"Bianchi Spa","country":"IT","form":"demo"}""");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await response.JsonAsync()).GetProperty("id").GetString()!;
    }

    private static async Task<int> StatusAsync(Site site, string method, string path, string? authorization)
    {
        using var response = await SendAsync(site, method, path, authorization);
        return (int)response.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(
        Site site, string method, string path, string? authorization, Action<HttpRequestMessage>? with = null, string? body = null,
            string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(mediaType));
        with?.Invoke(request);
        return await site.Client.SendAsync(request);
    }
}
