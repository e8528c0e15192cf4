using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Service.Company;
using Handoff.Service.Fetching;
using Handoff.Service.Leads;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>What Meta and LinkedIn only announce is fetched, and never lost while it cannot be.</summary>
public sealed class FetchTests : IAsyncLifetime
{
    // developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving: "Reading a lead by its id".
    private const string MetaLead = """
        {"created_time":"2015-02-28T08:49:14+0000","id":"123123123123","ad_id":"6001","form_id":"12312312312","campaign_name":"Autumn demo",
        "platform":"ig","field_data":[{"name":"car_make","values":["Honda"]},{"name":"full_name","values":["Joe Example"]},
        {"name":"email","values":["joe@heartofgold.example"]},{"name":"selected_dealer","values":["99213450"]}]}
        """;

    // learn.microsoft.com/linkedin/marketing/lead-sync/leadsync: a form response, with the form's questions asked for.
    private const string LinkedinResponse = """
        {"id":"3f2a-1","submittedAt":1793610000000,"testLead":false,"leadType":"SPONSORED",
        "leadMetadataInfo":{"sponsoredLeadMetadataInfo":{"campaign":{"id":"urn:li:sponsoredCampaign:1","name":"Autumn demo"}}},
        "form":{"name":"Demo","id":3162,"hiddenFields":[{"name":"utm_medium","value":"paid"}],"content":{"questions":[
        {"questionId":107,"question":{"localized":{"it_IT":"Nome"}},"name":"First name","predefinedField":"FIRST_NAME"},
        {"questionId":207,"question":{"localized":{"it_IT":"Cognome"}},"name":"Last name","predefinedField":"LAST_NAME"},
        {"questionId":307,"question":{"localized":{"it_IT":"E-mail"}},"name":"Email","predefinedField":"EMAIL"},
        {"questionId":407,"question":{"localized":{"it_IT":"Azienda"}},"name":"Company","predefinedField":"COMPANY_NAME"},
        {"questionId":507,"question":{"localized":{"it_IT":"Quando?"}},"name":"when","questionDetails":{"multipleChoiceQuestionDetails":
        {"options":[{"id":1,"text":{"localized":{"it_IT":"Subito"}}},{"id":2,"text":{"localized":{"it_IT":"Più avanti"}}}]}}}]}},
        "formResponse":{"answers":[{"questionId":407,"answerDetails":{"textQuestionAnswer":{"answer":"Heart of Gold"}}},
        {"questionId":107,"answerDetails":{"textQuestionAnswer":{"answer":"Laura"}}},
        {"questionId":307,"answerDetails":{"textQuestionAnswer":{"answer":"laura@heartofgold.example"}}},
        {"questionId":507,"answerDetails":{"multipleChoiceAnswer":{"options":[2]}}}]}}
        """;

    private VendorApi _api = null!;

    private static readonly VendorPost MetaNotice = VendorPost.Of(SourceFormat.Meta);
    private static readonly VendorPost LinkedinNotice = VendorPost.Of(SourceFormat.Linkedin);

    public async Task InitializeAsync() => _api = await VendorApi.StartAsync();

    public Task DisposeAsync() => _api.DisposeAsync().AsTask();

    [Fact]
    public async Task A_notice_of_Metas_becomes_the_lead_that_it_announces()
    {
        _api.Answers["/v24.0/123123123123"] = MetaLead;
        await using var site = await StartAsync(MetaNotice);

        var (notice, lead, record) = await FetchedAsync(site, MetaNotice);

        Assert.Equal(LeadStatus.Discarded, notice.Status);
        Assert.Equal(("joe@heartofgold.example", "Joe Example"), (record.Email, record.Name));
        Assert.Equal("Honda", record.Form["car_make"]);
        Assert.Equal("autumn demo", lead.Known.Dimensions[Dimension.Campaign]);
        Assert.Equal("Bearer the-token", Assert.Single(_api.Calls).Token);
    }

    [Fact]
    public async Task A_notice_of_LinkedIns_is_read_by_its_questions_never_by_their_places()
    {
        _api.Answers["/rest/leadFormResponses/3f2a-1"] = LinkedinResponse;
        await using var site = await StartAsync(LinkedinNotice);

        var (_, lead, record) = await FetchedAsync(site, LinkedinNotice);

        Assert.Equal(("laura@heartofgold.example", "Laura", "Heart of Gold"), (record.Email, record.Name, record.Company));
        Assert.Equal("Più avanti", record.Form["when"]);
        Assert.Equal("paid", record.Form["utm_medium"]);
        Assert.Equal("autumn demo", lead.Known.Dimensions[Dimension.Campaign]);
        Assert.Equal("202611", Assert.Single(_api.Calls).Version);
    }

    [Fact]
    public async Task While_the_vendor_gives_nothing_it_stays_held_back_with_its_id_and_is_asked_for_again()
    {
        (_api.Broken, _api.Answers["/v24.0/123123123123"]) = (400, MetaLead);
        await using var site = await StartAsync(MetaNotice);
        var id = await PostAsync(site, MetaNotice);
        await RunAsync(site, id);

        var (lead, record) = await site.LeadAsync(id);
        Assert.Equal((LeadStatus.Quarantined, QuarantineCause.Awaited, 1), (
            lead.Status, lead.Quarantine!.Cause, lead.Quarantine.Failures));
        Assert.Equal(Given.Now + Duration.FromMinutes(1), lead.NextWakeUp);
        Assert.Contains("123123123123", record.Message, StringComparison.Ordinal);

        // Nothing is asked before its time.
        await RunAsync(site, id);
        Assert.Single(_api.Calls);
        site.Site.Pass(Duration.FromMinutes(1));
        _api.Broken = null;
        await RunAsync(site, id);

        Assert.Equal(LeadStatus.Discarded, (await site.LeadAsync(id)).Lead.Status);
        Assert.Equal(2, _api.Calls.Count);
    }

    [Fact]
    public async Task What_was_fetched_is_found_by_the_daily_look_and_stays_one_lead()
    {
        _api.Answers["/v24.0/123123123123"] = MetaLead;
        _api.Answers["/12312312312/leads"] =
            $$$"""{"data":[{{{MetaLead}}}],"paging":{"cursors":{"after":"MTAx"},"next":"https://elsewhere.example/steal"}}""";
        var other = MetaLead.Replace("123123123123", "456", StringComparison.Ordinal).Replace("joe@", "eve@", StringComparison.Ordinal);
        _api.Answers["&after=MTAx"] = $$"""{"data":[{{other}}]}""";
        await using var site = await StartAsync(MetaNotice);
        var (_, lead, _) = await FetchedAsync(site, MetaNotice);
        var answers = site.Site.Services.GetRequiredService<ILeadAnswers>();

        Assert.Null(await answers.BackfillAsync(Source(MetaNotice), Given.Now - Duration.FromDays(1), default));
        Assert.Null(await answers.BackfillAsync(Source(MetaNotice), Given.Now - Duration.FromDays(1), default));

        Assert.Equal(0, lead.TouchCount);
        Assert.Contains(_api.Calls, call => call.Query.Contains("GREATER_THAN", StringComparison.Ordinal));
        Assert.Contains(_api.Calls, call => call.Query.EndsWith("&after=MTAx", StringComparison.Ordinal));
        Assert.Equal(0, (await site.LeadAsync(lead.Id.Value)).Lead.TouchCount);
    }

    [Fact]
    public async Task What_the_daily_look_cannot_read_is_held_back_once_and_keeps_nothing_after_it()
    {
        _api.Answers["/12312312312/leads"] = $$"""{"data":[{"id":"1","field_data":"torn"},{{MetaLead}}]}""";
        await using var site = await StartAsync(MetaNotice);
        var answers = site.Site.Services.GetRequiredService<ILeadAnswers>();

        Assert.Null(await answers.BackfillAsync(Source(MetaNotice), Given.Now - Duration.FromDays(1), default));
        site.Site.Pass(Duration.FromHours(1));
        Assert.Null(await answers.BackfillAsync(Source(MetaNotice), Given.Now - Duration.FromDays(1), default));

        var leads = await StoredAsync(site);
        var held = Assert.Single(leads, one => one.Lead.Status == LeadStatus.Quarantined);
        Assert.Equal(QuarantineCause.NotUnderstood, held.Lead.Quarantine!.Cause);
        Assert.Contains("torn", held.Record.Message, StringComparison.Ordinal);
        Assert.Equal("joe@heartofgold.example", Assert.Single(leads, one => one != held).Record.Email);
    }

    [Fact]
    public async Task What_was_deleted_at_LinkedIn_is_erased_here()
    {
        _api.Answers["/rest/leadFormResponses/3f2a-1"] = LinkedinResponse;
        await using var site = await StartAsync(LinkedinNotice);
        var (_, lead, _) = await FetchedAsync(site, LinkedinNotice);
        var text = System.Text.Encoding.UTF8.GetString(LinkedinNotice.Body).Replace("CREATED", "DELETED", StringComparison.Ordinal);

        using var response = await site.SendAsync(
            (LinkedinNotice with { Body = System.Text.Encoding.UTF8.GetBytes(text) }).At(Given.Now.ToDateTimeOffset()));

        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(LeadStatus.Erased, (await site.LeadAsync(lead.Id.Value)).Lead.Status);
    }

    [Fact]
    public async Task A_page_of_LinkedIns_that_is_full_is_followed_by_the_next()
    {
        string[] full = [.. Enumerable.Range(1, 100).Select(number => Response($"r-{number}", $"p{number}@"))];
        _api.Answers["&start=0"] = $$"""{"elements":[{{string.Join(',', full)}}]}""";
        _api.Answers["&start=100"] = $$"""{"elements":[{{Response("r-101", "last@")}}]}""";
        await using var site = await StartAsync(LinkedinNotice);
        var answers = site.Site.Services.GetRequiredService<ILeadAnswers>();

        Assert.Null(await answers.BackfillAsync(Source(LinkedinNotice), Given.Now - Duration.FromDays(1), default));

        Assert.Equal(2, _api.Calls.Count);
        var leads = await StoredAsync(site);
        Assert.Equal(101, leads.Length);
        Assert.Contains(leads, one => one.Record.Email == "last@heartofgold.example");

        static string Response(string id, string who) => LinkedinResponse.Replace("3f2a-1", id, StringComparison.Ordinal)
            .Replace("laura@", who, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_daily_look_is_taken_once_a_day_and_an_hour_after_one_that_failed()
    {
        _api.Answers["/12312312312/leads"] = $$"""{"data":[{{MetaLead}}]}""";
        await using var site = await StartAsync(MetaNotice);
        var company = site.Site.Services.GetRequiredService<CompanyInForce>();
        await company.PutInForceAsync(Site.Sample with { Sources = [Source(MetaNotice)] }, default);
        var backfill = site.Site.Services.GetRequiredService<Backfill>();
        _api.Broken = 500;
        await backfill.RunAsync(default);
        _api.Broken = null;
        await backfill.RunAsync(default);
        Assert.Empty(await StoredAsync(site));

        site.Site.Pass(Duration.FromHours(1));
        await backfill.RunAsync(default);
        Assert.Equal("joe@heartofgold.example", Assert.Single(await StoredAsync(site)).Record.Email);

        var calls = _api.Calls.Count;
        site.Site.Pass(Duration.FromHours(23));
        await backfill.RunAsync(default);
        Assert.Equal(calls, _api.Calls.Count);
        site.Site.Pass(Duration.FromHours(1));
        await backfill.RunAsync(default);
        Assert.Equal(calls + 1, _api.Calls.Count);
        Assert.Single(await StoredAsync(site));
    }

    private static LeadSource Source(VendorPost post) =>
        post.Source with { Fetch = new("the-token") { Forms = ["12312312312"], Owner = "urn:li:sponsoredAccount:520866471" } };

    private Task<VendorSite> StartAsync(VendorPost post) => VendorSite.StartAsync(_api.Serve, Source(post));

    private static async Task<string> PostAsync(VendorSite site, VendorPost post)
    {
        using var response = await site.SendAsync(post.At(Given.Now.ToDateTimeOffset()));
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return (await VendorSite.IdAsync(response))!;
    }

    private static async Task<(Handoff.Leads.Lead Lead, LeadRecord Record)[]> StoredAsync(VendorSite site) => await Task.WhenAll(
        (await site.Site.Services.GetRequiredService<IStreamStore>().ListAsync(StreamKind.Lead, default).ToListAsync())
            .Select(site.LeadAsync));

    private static async Task RunAsync(VendorSite site, string id) =>
        await site.Site.Services.GetRequiredService<StreamWork>().RunAsync(OpenedLead.StreamOf(new(id)), opened: null, default);

    private static async Task<(Handoff.Leads.Lead Notice, Handoff.Leads.Lead Lead, LeadRecord Record)> FetchedAsync(
        VendorSite site, VendorPost post)
    {
        var id = await PostAsync(site, post);
        await RunAsync(site, id);
        var stories = site.Site.Services.GetRequiredService<LeadStories>();
        var fetched = Assert.Single((await stories.EventsAsync(new(id), default)).OfType<AnswersFetched>());
        var (lead, record) = await site.LeadAsync(fetched.As!.Value.Value);
        return ((await site.LeadAsync(id)).Lead, lead, record);
    }
}
