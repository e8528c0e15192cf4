using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Handoff.Leads;
using Handoff.Service.MailEvents;
using Handoff.Service.Storage;
using Handoff.Web.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Handoff.Web.Tests.Events;

public sealed class SendGridEventTests
{
    private const string Bounce = """
        [{"event":"bounce","type":"bounce","status":"5.1.1","reason":"550 no anna@acme.example","email":"anna@acme.example",
          "handoff_message":"019aa0-3"}]
        """;

    [Fact]
    public async Task Signed_events_are_recorded_by_the_name_of_the_mail_without_what_is_personal()
    {
        var webhook = new Webhook();

        Assert.Equal(HttpStatusCode.NoContent, await webhook.PostAsync(Bounce));

        var (mail, fate, reason) = Assert.Single(webhook.Told);
        Assert.Equal(
            (new StreamId(StreamKind.Lead, "019aa0"), 3, MailFate.Bounced, "SendGrid 5.1.1"), (mail.Stream, mail.Number, fate, reason));
    }

    [Theory]
    [InlineData("""{"event":"delivered"}""", MailFate.Delivered, "SendGrid")]
    [InlineData("""{"event":"deferred","status":"4.2.2"}""", MailFate.Deferred, "SendGrid 4.2.2")]
    [InlineData("""{"event":"bounce","type":"blocked","status":"5.7.1"}""", MailFate.Blocked, "SendGrid 5.7.1")]
    [InlineData("""{"event":"bounce","status":"no code but anna@acme.example"}""", MailFate.Bounced, "SendGrid")]
    [InlineData("""{"event":"dropped","reason":"Bounced Address"}""", MailFate.Dropped, "SendGrid: the address bounced before")]
    [InlineData("""{"event":"dropped","reason":"something of anna@acme.example"}""", MailFate.Dropped, "SendGrid")]
    [InlineData("""{"event":"spamreport"}""", MailFate.Spam, "SendGrid")]
    public async Task Each_kind_of_event_has_its_fate(string told, MailFate fate, string reason)
    {
        var webhook = new Webhook();

        await webhook.PostAsync($"[{told[..^1]},\"handoff_message\":\"alerts-00ff-12\"}}]");

        Assert.Equal(new MailEvent(new(new(StreamKind.Alerts, "00ff"), 12), fate, reason), Assert.Single(webhook.Told));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""[1, null, "text", [], {}]""")]
    [InlineData("""[{"event":"open","handoff_message":"019aa0-3"}]""")]
    [InlineData("""[{"event":"bounce","handoff_message":"019aa0-0"}]""")]
    [InlineData("""[{"event":"bounce","handoff_message":"../../etc-1"}]""")]
    [InlineData("""[{"event":"bounce","handoff_message":7}]""")]
    [InlineData("""[{"event":"bounce","handoff_message":"\ud800-1"}]""")]
    [InlineData("""[{"event":"bounce","handoff_message":"alerts--1"}]""")]
    public async Task What_does_not_concern_us_is_passed_over(string body)
    {
        var webhook = new Webhook();

        Assert.Equal(HttpStatusCode.NoContent, await webhook.PostAsync(body));

        Assert.Empty(webhook.Told);
    }

    [Fact]
    public async Task Without_a_key_there_is_no_webhook() =>
        Assert.Equal(HttpStatusCode.NotFound, await new Webhook { Known = null }.PostAsync(Bounce));

    [Fact]
    public async Task What_is_altered_or_unsigned_or_signed_by_another_is_refused()
    {
        var webhook = new Webhook();

        Assert.Equal(HttpStatusCode.Unauthorized, await webhook.PostAsync(Bounce, sent: Bounce + " "));
        Assert.Equal(HttpStatusCode.Unauthorized, await webhook.PostAsync(Bounce, signature: ""));
        Assert.Equal(HttpStatusCode.Unauthorized, await webhook.PostAsync(Bounce, signature: "not base64"));
        Assert.Equal(HttpStatusCode.Unauthorized, await webhook.PostAsync(Bounce, signature: new string('A', 4_000)));
        Assert.Equal(HttpStatusCode.Unauthorized, await webhook.PostAsync(Bounce, timestampSent: "1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await webhook.PostAsync(Bounce, timestampSent: " " + Webhook.Seconds(Duration.Zero)));
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await new Webhook { Known = Webhook.PublicKeyOf(ECDsa.Create(ECCurve.NamedCurves.nistP256)) }.PostAsync(Bounce));
        Assert.Empty(webhook.Told);
    }

    [Theory]
    [InlineData(-24, HttpStatusCode.NoContent)]
    [InlineData(-26, HttpStatusCode.Unauthorized)]
    [InlineData(1, HttpStatusCode.Unauthorized)]
    public async Task A_post_older_than_SendGrid_repeats_or_from_the_future_is_refused(int hours, HttpStatusCode status) =>
        Assert.Equal(status, await new Webhook().PostAsync(Bounce, Duration.FromHours(hours)));

    [Theory]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("")]
    public async Task A_body_that_is_no_array_is_400(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, await new Webhook().PostAsync(body));

    [Fact]
    public async Task A_body_larger_than_a_mebibyte_is_413() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await new Webhook().PostAsync($"[{new string(' ', 1 << 20)}]"));

    [Fact]
    public async Task While_the_store_does_not_answer_SendGrid_is_asked_to_come_again() => Assert.Equal(
        HttpStatusCode.ServiceUnavailable,
        await new Webhook { Failure = new StoreUnavailableException("disk full") }.PostAsync(Bounce));

    /// <summary>
    /// The example that SendGrid publishes with its libraries: a real signature over real bytes, the last two of which are easily lost.
    /// </summary>
    [Fact]
    public void The_signature_that_SendGrid_publishes_is_right()
    {
        var key = SendGridEventKey.Read(
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==");
        const string Signature = "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=";
        var body = Encoding.UTF8.GetBytes(
            """[{"email":"hello@world.com","event":"dropped","reason":"Bounced Address",""" +
            "\"sg_event_id\":\"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA\","
            + "\"sg_message_id\":\"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0\","
            + "\"smtp-id\":\"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>\",\"timestamp\":1600112492}]\r\n");

        Assert.True(key.IsSigned(Signature, 1600112502, body));
        Assert.False(key.IsSigned(Signature, 1600112503, body));
        Assert.False(key.IsSigned(Signature, 1600112502, body.AsSpan(0, body.Length - 2)));
    }

    [Theory]
    [InlineData("not base64")]
    [InlineData("AAAA")]
    public void A_key_that_is_none_is_told_at_start(string key) => Assert.Contains(
        SendGridEventKey.Variable, Assert.Throws<OptionsValidationException>(() => SendGridEventKey.Read(key)).Message,
        StringComparison.Ordinal);

    private sealed class Webhook
    {
        private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        public string? Known { get; init; } = PublicKeyOf(Key);

        public Exception? Failure { get; init; }

        public List<MailEvent> Told { get; } = [];

        public static string PublicKeyOf(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

        public static string Seconds(Duration ago) => (Given.Now + ago).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        public async Task<HttpStatusCode> PostAsync(
            string body, Duration signedAt = default, string? sent = null, string? signature = null, string? timestampSent = null)
        {
            await using var site = await Site.StartAsync(
                sendGridKey: Known,
                instead: app => app.MapPost("/api/events/sendgrid", (HttpContext http, SendGridEventKey key, IClock clock) =>
                    SendGridEventEndpoint.TakeAsync(http, key, clock, Record)).First());
            var signed = Key.SignData(
                Encoding.UTF8.GetBytes(Seconds(signedAt) + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            using var request =
                new HttpRequestMessage(HttpMethod.Post, "/api/events/sendgrid") { Content = new StringContent(sent ?? body) };
            request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Signature", signature ?? Convert.ToBase64String(signed));
            request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Timestamp", timestampSent ?? Seconds(signedAt));
            using var answer = await site.Client.SendAsync(request);
            return answer.StatusCode;
        }

        private Task Record(ImmutableArray<MailEvent> told, CancellationToken cancellation)
        {
            Told.AddRange(told);
            return Failure is null ? Task.CompletedTask : Task.FromException(Failure);
        }
    }
}
