using System.Net;
using System.Security.Cryptography;
using System.Text;
using Handoff.Leads;
using Handoff.Service.Intake;

namespace Handoff.Web.Tests.Intake;

public sealed class IntakeTests
{
    [Fact]
    public async Task A_stored_lead_is_answered_202_with_where_it_is()
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync("""{"email":"rosa@bianchi.example"}""");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("/api/leads/019aa0", response.Headers.Location?.OriginalString);
        Assert.Equal("""{"id":"019aa0","status":"qualified","tier":"hot","score":72}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_public_learns_the_id_and_nothing_of_score_tier_and_status()
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync("{}", source: "website?key=demo", key: null);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("""{"id":"019aa0"}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("discarded", null)]
    [InlineData("duplicate", "a")]
    [InlineData("nurture", null)]
    public async Task A_bot_cannot_tell_what_became_of_its_post(string status, string? duplicateOf)
    {
        var of = duplicateOf is null ? (LeadId?)null : new LeadId(duplicateOf);
        await using var receiver = await Receiver.StartAsync(new IntakeAnswer.Stored(new LeadId("b"), status, "hot", 72, of));

        using var response = await receiver.PostAsync("{}", source: "website?key=demo", key: null);

        Assert.Equal("""{"id":"b"}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("secret", true)]
    [InlineData("wrong", false)]
    public async Task The_administrators_key_shows_the_rest(string bearer, bool isShown)
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync("{}", source: "website?key=demo", key: null, with: request =>
            request.Headers.Authorization = new("Bearer", bearer));

        Assert.Equal(isShown, (await response.JsonAsync()).TryGetProperty("score", out _));
    }

    [Fact]
    public async Task A_visitors_browser_is_thanked_on_a_page_or_goes_where_the_source_says()
    {
        await using var receiver = await Receiver.StartAsync();

        using var thanked = await receiver.PostAsync("email=a%40b.example", Form, "demo-form?key=demo", key: null, with: AsBrowser);
        using var sent = await receiver.PostAsync("email=a%40b.example", Form, "thankful-form?key=demo", key: null, with: AsBrowser);

        Assert.Equal("Thank you", (await thanked.PageAsync()).QuerySelector("h1")!.TextContent);
        Assert.Equal((HttpStatusCode.SeeOther, "https://www.acme.example/thanks"), (sent.StatusCode, sent.Headers.Location?.AbsoluteUri));
    }

    [Fact]
    public async Task A_visitors_mistake_is_told_on_a_page_too()
    {
        await using var receiver = await Receiver.StartAsync(new IntakeAnswer.Unusable([new("email", "No address.")]));

        using var response = await receiver.PostAsync("email=x", Form, "demo-form?key=demo", key: null, with: AsBrowser);

        Assert.Equal("Please check the form", (await response.PageAsync(422)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_visitor_who_comes_too_often_is_told_on_a_page_when_to_come_again()
    {
        await using var receiver = await Receiver.StartAsync(new IntakeAnswer.TooMany(12));

        using var response = await receiver.PostAsync("email=a%40b.example", Form, "demo-form?key=demo", key: null, with: AsBrowser);

        var page = await response.PageAsync(429);
        Assert.Contains("try again in 12 seconds", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("12", response.Headers.RetryAfter?.ToString());
    }

    private const string Form = "application/x-www-form-urlencoded";

    private static void AsBrowser(HttpRequestMessage request) => request.Headers.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    [Fact]
    public async Task A_duplicate_names_the_handoff_that_it_joined()
    {
        await using var receiver =
            await Receiver.StartAsync(new IntakeAnswer.Stored(new LeadId("b"), "duplicate", "hot", 72, new LeadId("a")));

        using var response = await receiver.PostAsync("{}");

        Assert.Equal("a", (await response.JsonAsync()).GetProperty("duplicateOf").GetString());
    }

    [Fact]
    public async Task The_use_case_gets_the_key_the_idempotency_key_and_the_hash_of_the_raw_body()
    {
        await using var receiver = await Receiver.StartAsync();
        const string Body = """{ "email" : "rosa@bianchi.example" }""";

        using var response = await receiver.PostAsync(Body, with: request => request.Headers.Add("Idempotency-Key", "delivery-1"));

        Assert.Equal(
            ("website", "demo", "delivery-1"),
            (receiver.Received!.Source.Name, receiver.Received.Source.Key, receiver.Received.IdempotencyKey));
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(Body)), receiver.Received.BodyHash);
    }

    [Fact]
    public async Task The_key_may_stand_in_the_address()
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync("{}", source: "website?key=demo", key: null);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("website", receiver.Received!.Source.Name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Demo")]
    [InlineData("demodemo")]
    public async Task A_missing_or_wrong_key_is_401_before_the_body_is_looked_at(string? key)
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync("not json at all", "text/plain", key: key);

        await response.ProblemAsync(401);
        Assert.Null(receiver.Received);
    }

    [Fact]
    public async Task An_unknown_source_is_404()
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync("{}", source: "nobody");

        await response.ProblemAsync(404);
    }

    [Theory]
    [InlineData("website", "text/plain")]
    [InlineData("website", "application/x-www-form-urlencoded")]
    [InlineData("website", null)]
    [InlineData("website", "application/json; charset=klingon")]
    [InlineData("demo-form", "application/json")]
    [InlineData("demo-form", null)]
    public async Task A_body_in_another_format_than_the_sources_is_415(string source, string? mediaType)
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync("{}"u8.ToArray(), mediaType, source);

        await response.ProblemAsync(415);
    }

    [Fact]
    public async Task A_compressed_body_is_415()
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync("{}", with: request => request.Content!.Headers.ContentEncoding.Add("gzip"));

        await response.ProblemAsync(415);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_more_than_1_MiB_is_413_with_and_without_its_length(bool isChunked)
    {
        await using var receiver = await Receiver.StartAsync();
        var body = Encoding.UTF8.GetBytes($$"""{"message":"{{new string('x', 1024 * 1024)}}"}""");

        using var response = await receiver.PostAsync(body, "application/json", with: request =>
        {
            if (!isChunked)
                return;
            request.Content = new StreamContent(new OnlyForward(body));
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.TransferEncodingChunked = true;
        });

        await response.ProblemAsync(413);
        Assert.Null(receiver.Received);
    }

    [Fact]
    public async Task A_body_of_exactly_1_MiB_is_taken()
    {
        await using var receiver = await Receiver.StartAsync();
        const string Frame = """{"message":""}""";
        var body = $$"""{"message":"{{new string('x', (1024 * 1024) - Frame.Length)}}"}""";

        using var response = await receiver.PostAsync(body);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal((1024 * 1024) - Frame.Length, receiver.Fields["message"].Length);
    }

    [Theory]
    [InlineData(255, 202)]
    [InlineData(256, 400)]
    public async Task An_idempotency_key_has_at_most_255_characters(int length, int status)
    {
        await using var receiver = await Receiver.StartAsync();

        using var response =
            await receiver.PostAsync("{}", with: request => request.Headers.Add("Idempotency-Key", new string('k', length)));

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_lead_that_cannot_be_used_is_422_with_what_to_send_for_each_field()
    {
        var missing = Problem("email", "Give an e-mail address.");
        await using var receiver = await Receiver.StartAsync(missing);

        using var response = await receiver.PostAsync("{}");

        var errors = (await response.ProblemAsync(422)).GetProperty("errors");
        Assert.Equal("Give an e-mail address.", errors.GetProperty("email")[0].GetString());
    }

    [Fact]
    public async Task A_key_used_for_another_body_is_422()
    {
        await using var receiver = await Receiver.StartAsync(new IntakeAnswer.KeyReused());

        using var response = await receiver.PostAsync("{}");

        await response.ProblemAsync(422);
    }

    [Fact]
    public async Task Too_many_is_429_with_when_to_try_again()
    {
        await using var receiver = await Receiver.StartAsync(new IntakeAnswer.TooMany(17));

        using var response = await receiver.PostAsync("{}");

        await response.ProblemAsync(429);
        Assert.Equal(TimeSpan.FromSeconds(17), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task No_mistake_is_answered_with_what_was_sent()
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync("""{"email":"rosa@bianchi.example", oops""");

        await response.ProblemAsync(400);
        Assert.DoesNotContain("rosa", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static IntakeAnswer.Unusable Problem(string field, string message) => new([new(field, message)]);

    private sealed class OnlyForward(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
