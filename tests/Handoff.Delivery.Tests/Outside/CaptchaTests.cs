using System.Collections.Concurrent;
using Handoff.Agreements;
using Handoff.Delivery.Outside;
using Handoff.Service.Quality;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Handoff.Delivery.Tests.Outside;

/// <summary>
/// The three vendors of captchas, as each documents its answers: challenges.cloudflare.com, api.hcaptcha.com and www.google.com stand here
/// as a server of this machine.
/// </summary>
public sealed class CaptchaTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 30, 9, 0);

    public static TheoryData<CaptchaKind> Kinds => [.. Enum.GetValues<CaptchaKind>()];

    [Theory]
    [InlineData(CaptchaKind.Turnstile,
        """{"success":true,"challenge_ts":"2022-02-28T15:14:30.096Z","hostname":"example.com","error-codes":[],"action":"login"}""")]
    [InlineData(CaptchaKind.Hcaptcha, """{"success":true,"challenge_ts":"2026-11-30T09:00:00Z","hostname":"www.acme.example"}""")]
    [InlineData(CaptchaKind.Recaptcha, """{"success":true,"challenge_ts":"2026-11-30T09:00:00Z","hostname":"www.acme.example"}""")]
    [InlineData(CaptchaKind.Recaptcha,
        """{"success":true,"score":0.9,"action":"submit","challenge_ts":"2026-11-30T09:00:00Z","hostname":"www.acme.example"}""")]
    public async Task A_person_goes_on(CaptchaKind kind, string answer)
    {
        await using var vendor = await Vendor.StartAsync(answer);

        Assert.False(await vendor.DenyAsync(kind));

        Assert.Equal(("the-secret", "the-token"), Assert.Single(vendor.Asked));
        Assert.Empty(vendor.Captchas.Silent);
    }

    [Theory]
    [InlineData(CaptchaKind.Turnstile, """{"success":false,"error-codes":["invalid-input-response"]}""")]
    [InlineData(CaptchaKind.Turnstile, """{"success":false,"error-codes":["timeout-or-duplicate"]}""")]
    [InlineData(CaptchaKind.Hcaptcha, """{"success":false,"error-codes":["invalid-or-already-seen-response"]}""")]
    [InlineData(CaptchaKind.Hcaptcha, """{"success":false}""")]
    [InlineData(CaptchaKind.Recaptcha, """{"success":false,"error-codes":["timeout-or-duplicate"]}""")]
    [InlineData(CaptchaKind.Recaptcha, """{"success":true,"score":0.1,"action":"submit"}""")]
    public async Task A_machine_does_not(CaptchaKind kind, string answer)
    {
        await using var vendor = await Vendor.StartAsync(answer);

        Assert.True(await vendor.DenyAsync(kind));
        Assert.Empty(vendor.Captchas.Silent);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Without_a_token_it_was_passed_by_and_nobody_is_asked(CaptchaKind kind)
    {
        await using var vendor = await Vendor.StartAsync("{}");

        Assert.True(await vendor.DenyAsync(kind, token: null));
        Assert.Empty(vendor.Asked);
    }

    [Theory]
    [InlineData(200, """{"success":false,"error-codes":["invalid-input-secret"]}""")]
    [InlineData(200, """{"success":false,"error-codes":["sitekey-secret-mismatch"]}""")]
    [InlineData(200, """{"success":false,"error-codes":["internal-error"]}""")]
    [InlineData(200, """{"success":"yes"}""")]
    [InlineData(200, "[]")]
    [InlineData(200, "<html>")]
    [InlineData(302, "")]
    [InlineData(503, "")]
    public async Task Whatever_else_it_says_is_told_and_holds_nobody_back(int status, string answer)
    {
        await using var vendor = await Vendor.StartAsync(answer, status);

        Assert.False(await vendor.DenyAsync(CaptchaKind.Turnstile));
        Assert.Equal("demo-form", Assert.Single(vendor.Captchas.Silent).Source);
    }

    [Fact]
    public async Task A_vendor_that_is_gone_is_told_and_holds_nobody_back()
    {
        await using var vendor = await Vendor.StartAsync("{}");
        await vendor.StopAsync();

        Assert.False(await vendor.DenyAsync(CaptchaKind.Hcaptcha));
        Assert.Single(vendor.Captchas.Silent);
    }

    [Fact]
    public async Task A_vendor_that_hangs_is_waited_for_no_longer_than_the_turn()
    {
        await using var vendor = await Vendor.StartAsync(answer: null);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        Assert.False(await vendor.DenyAsync(CaptchaKind.Turnstile, cancellation: patience.Token));
        Assert.Single(vendor.Captchas.Silent);
    }

    [Fact]
    public async Task A_token_that_could_only_be_asked_about_too_late_says_nothing()
    {
        await using var vendor = await Vendor.StartAsync("""{"success":false,"error-codes":["timeout-or-duplicate"]}""");

        Assert.False(await vendor.DenyAsync(CaptchaKind.Turnstile, at: Now - Duration.FromMinutes(5)));
        Assert.Empty(vendor.Asked);
    }

    private sealed class Vendor : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly HttpOutside _outside = new();

        private Vendor(WebApplication app, string address)
        {
            _app = app;
            var uri = new Uri(address);
            Captchas = new(
                _outside, new() { Turnstile = uri, Hcaptcha = uri, Recaptcha = uri }, new StandingClock(), NullLogger<Captchas>.Instance);
        }

        public Captchas Captchas { get; }

        public ConcurrentQueue<(string Secret, string Response)> Asked { get; } = [];

        public static async Task<Vendor> StartAsync(string? answer, int status = 200)
        {
            var app = WebApplication.CreateSlimBuilder().Build();
            app.Urls.Add("http://127.0.0.1:0");
            Vendor? vendor = null;
            app.MapPost("/siteverify", async (HttpContext http) =>
            {
                var form = await http.Request.ReadFormAsync();
                vendor!.Asked.Enqueue((form["secret"].ToString(), form["response"].ToString()));
                if (answer is null)
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
                http.Response.StatusCode = status;
                http.Response.Headers.Location = "http://127.0.0.1:1/elsewhere";
                await http.Response.WriteAsync(answer!);
            });
            await app.StartAsync();
            return vendor = new(app, app.Urls.Single() + "/siteverify");
        }

        public async Task<bool> DenyAsync(
            CaptchaKind kind, string? token = "the-token", Instant? at = null, CancellationToken cancellation = default) =>
            await Captchas.DenyAsync(
                new() { Name = "demo-form", Format = SourceFormat.Form, Captcha = new(kind, "the-secret") }, token, at ?? Now,
                cancellation);

        public Task StopAsync() => _app.StopAsync();

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            _outside.Dispose();
        }

        private sealed class StandingClock : IClock
        {
            public Instant GetCurrentInstant() => Now;
        }
    }
}
