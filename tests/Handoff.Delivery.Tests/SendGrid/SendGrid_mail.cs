using System.Text.Json;
using Handoff.Service.Delivery;

namespace Handoff.Delivery.Tests.SendGrid;

public sealed class SendGrid_mail
{
    [Fact]
    public async Task A_mail_is_posted_with_the_key_to_the_configured_host()
    {
        var request = await SendAsync(Mails.To("ana@bücher.example") with { Subject = "Perché è tuo" });

        Assert.EndsWith("/v3/mail/send", request.Url, StringComparison.Ordinal);
        Assert.Equal("Bearer SG.key", request.Authorization);
        Assert.Equal("application/json", request.ContentType);
        Assert.Equal("""{"name":"Handoff","email":"sales@handoff.example"}""", request.Body.GetProperty("from").GetRawText());
        Assert.Equal("""[{"to":[{"name":"Ana Conti","email":"ana@xn--bcher-kva.example"}]}]""", Personalizations(request));
        Assert.Equal("Perché è tuo", Subject(request));
        Assert.Equal(
            ["text/plain", "text/html"],
            request.Body.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("type").GetString()!));
        Assert.Equal(
            [Mails.To("x").Text, Mails.To("x").Html],
            request.Body.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("value").GetString()!));
    }

    [Fact]
    public async Task An_invitation_is_a_third_way_of_saying_it_that_calendar_programs_act_on()
    {
        var content = (await SendAsync(Mails.Invitation("ana@example.test"))).Body.GetProperty("content").EnumerateArray().ToList();

        Assert.Equal(
            ["text/plain", "text/html", "text/calendar; method=REQUEST; charset=utf-8"],
            content.Select(part => part.GetProperty("type").GetString()!));
        Assert.Equal(Mails.Invitation("x").Calendar!.Text, content[2].GetProperty("value").GetString());
    }

    [Fact]
    public async Task Every_kind_of_tracking_is_off()
    {
        var tracking = (await SendAsync(Mails.To("ana@example.test"))).Body.GetProperty("tracking_settings");

        Assert.False(tracking.GetProperty("click_tracking").GetProperty("enable").GetBoolean());
        Assert.False(tracking.GetProperty("click_tracking").GetProperty("enable_text").GetBoolean());
        Assert.False(tracking.GetProperty("open_tracking").GetProperty("enable").GetBoolean());
        Assert.False(tracking.GetProperty("subscription_tracking").GetProperty("enable").GetBoolean());
        Assert.False(tracking.GetProperty("ganalytics").GetProperty("enable").GetBoolean());
    }

    [Fact]
    public async Task The_only_custom_argument_is_the_opaque_message_id_and_there_are_no_categories()
    {
        var body = (await SendAsync(Mails.To("ana@example.test"))).Body;

        Assert.Equal("""{"handoff_message":"m7f3"}""", body.GetProperty("custom_args").GetRawText());
        Assert.Equal(
            ["content", "custom_args", "from", "headers", "personalizations", "subject", "tracking_settings"],
            body.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_headers_are_those_of_every_mail_of_ours()
    {
        var headers = (await SendAsync(Mails.To("ana@example.test"))).Body.GetProperty("headers");

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Message-ID"] = "<m7f3@handoff.example>",
                ["References"] = "<thread.l42@handoff.example>",
                ["In-Reply-To"] = "<thread.l42@handoff.example>",
                ["Auto-Submitted"] = "auto-generated",
                ["Content-Language"] = "en",
            },
            headers.Deserialize<Dictionary<string, string>>());
    }

    [Fact]
    public async Task Line_breaks_control_characters_and_marks_of_direction_leave_names_and_subjects()
    {
        const string Attack = "Ana\r\nBcc: spy@example.test\u2028X\u0000\u202Eevil";

        var request = await SendAsync(
            Mails.To(
            "ana@example.test", Attack) with
            {
                Subject = Attack,
                MessageId = "m\r\nX: y",
                ThreadId = "l\r\nX: y",
                Language = "en\r\nX: y"
            });

        Assert.Equal("Ana Bcc: spy@example.test X evil", Subject(request));
        Assert.Contains("\"name\":\"Ana Bcc: spy@example.test X evil\"", Personalizations(request), StringComparison.Ordinal);
        Assert.All(request.Body.GetProperty("headers").EnumerateObject(), header => Assert.DoesNotContain('\n', header.Value.GetString()!));
    }

    [Fact]
    public async Task An_empty_name_is_left_out()
    {
        var request = await SendAsync(Mails.To("ana@example.test", name: "\u202E"));

        Assert.Equal("""[{"to":[{"email":"ana@example.test"}]}]""", Personalizations(request));
    }

    private static async Task<Request> SendAsync(OutgoingMail mail)
    {
        await using var server = await FakeSendGrid.AnsweringAsync(202);
        using var transport = Transports.To(server.Host);
        Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(mail, CancellationToken.None));
        return await server.NextAsync();
    }

    private static string? Subject(Request request) => request.Body.GetProperty("subject").GetString();

    private static string Personalizations(Request request) => request.Body.GetProperty("personalizations").GetRawText();
}
