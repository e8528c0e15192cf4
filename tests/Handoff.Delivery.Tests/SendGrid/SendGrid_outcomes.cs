using System.Net;
using System.Net.Sockets;
using Handoff.Service.Delivery;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Handoff.Delivery.Tests.SendGrid;

public sealed class SendGrid_outcomes
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_202_is_accepted_with_the_id_that_SendGrid_gave() => Assert.Equal(
        new SendOutcome.Accepted("14c5d75ce93.dfd.64b469"), await SendAsync(202, "", ("X-Message-Id", "14c5d75ce93.dfd.64b469")));

    [Fact]
    public async Task A_202_without_an_id_is_accepted() => Assert.Equal(new SendOutcome.Accepted(null), await SendAsync(202));

    [Fact]
    public async Task A_429_waits_the_seconds_of_Retry_After() =>
        Assert.Equal(Failed(429, Duration.FromSeconds(90)), await SendAsync(429, "", ("Retry-After", "90")));

    [Fact]
    public async Task A_429_waits_until_the_date_of_Retry_After() =>
        Assert.Equal(Failed(429, Duration.FromMinutes(5)), await SendAsync(429, "", ("Retry-After", "Mon, 02 Mar 2026 09:05:00 GMT")));

    [Fact]
    public async Task A_date_that_has_passed_means_at_once() =>
        Assert.Equal(Failed(429, Duration.Zero), await SendAsync(429, "", ("Retry-After", "Mon, 02 Mar 2026 08:59:00 GMT")));

    [Fact]
    public async Task A_429_waits_until_the_reset_of_the_rate_limit() =>
        Assert.Equal(Failed(429, Duration.FromSeconds(30)), await SendAsync(429, "", ("X-RateLimit-Reset", "1772442030")));

    [Fact]
    public async Task Retry_After_goes_before_the_reset_of_the_rate_limit() => Assert.Equal(
        Failed(429, Duration.FromSeconds(7)), await SendAsync(429, "", ("Retry-After", "7"), ("X-RateLimit-Reset", "1772442030")));

    [Fact]
    public async Task A_wait_of_more_than_a_day_is_not_believed() =>
        Assert.Equal(Failed(429, Duration.FromDays(1)), await SendAsync(429, "", ("Retry-After", "999999999")));

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("99999999999999999999")]
    public async Task A_wait_that_cannot_be_read_is_no_wait(string value) =>
        Assert.Equal(Failed(429, null), await SendAsync(429, "", ("Retry-After", value), ("X-RateLimit-Reset", value)));

    [Fact]
    public async Task A_429_without_a_wait_is_failed() => Assert.Equal(Failed(429, null), await SendAsync(429));

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task A_trouble_of_theirs_is_failed(int status) =>
        Assert.Equal(Failed(status, null), await SendAsync(status, "ana@example.test"));

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(302)]
    public async Task A_trouble_of_ours_is_misconfigured(int status)
    {
        var outcome = await SendAsync(
            status, """{"errors":[{"message":"The provided authorization grant is invalid for ana@example.test"}]}""",
            ("Location", "/elsewhere"));

        Assert.DoesNotContain("ana", Assert.IsType<SendOutcome.Misconfigured>(outcome).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_400_about_the_address_is_refused_by_the_name_of_the_field_only() => Assert.Equal(
        new SendOutcome.Refused("SendGrid 400 (personalizations.0.to.0.email): the address or the message was refused"),
        await SendAsync(400, """
            {"errors":[{"message":"ana@example.test does not contain a valid address.",
              "field":"personalizations.0.to.0.email","help":null}]}
            """));

    [Fact]
    public async Task A_400_about_the_sender_is_misconfigured() => Assert.IsType<SendOutcome.Misconfigured>(
        await SendAsync(400, """{"errors":[{"message":"The from email does not contain a valid address.","field":"from.email"}]}"""));

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"errors":{}}""")]
    [InlineData("""{"errors":[1]}""")]
    [InlineData("""{"errors":[{"field":"ana@example.test"}]}""")]
    [InlineData("""{"errors":[{"field":null}]}""")]
    public async Task A_400_that_explains_nothing_is_refused(string body) =>
        Assert.Equal(new SendOutcome.Refused("SendGrid 400: the address or the message was refused"), await SendAsync(400, body));

    [Fact]
    public async Task A_413_is_refused() => Assert.IsType<SendOutcome.Refused>(await SendAsync(413));

    [Fact]
    public async Task A_time_out_after_the_request_is_unknown()
    {
        await using var server = await HangingAsync();
        var time = new FakeTimeProvider(Now);
        using var transport = Transports.To(server.Host, time, seconds: 30);

        var sending = transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None);
        await server.NextAsync();
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(new SendOutcome.Unknown("SendGrid did not answer in time"), await sending);
    }

    [Fact]
    public async Task A_connection_broken_after_the_request_is_unknown()
    {
        await using var server = await FakeSendGrid.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var transport = Transports.To(server.Host);

        Assert.IsType<SendOutcome.Unknown>(await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None));
    }

    [Fact]
    public async Task A_refused_connection_is_failed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var transport = Transports.To(new Uri($"http://127.0.0.1:{port}"));

        Assert.Equal(
            new SendOutcome.Failed("no connection to SendGrid (ConnectionError)", null),
            await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None));
    }

    [Fact]
    public async Task The_callers_cancellation_is_no_outcome()
    {
        await using var server = await HangingAsync();
        using var transport = Transports.To(server.Host);
        using var stop = new CancellationTokenSource();

        var sending = transport.SendAsync(Mails.To("ana@example.test"), stop.Token);
        await server.NextAsync();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task What_is_no_address_is_refused_without_asking_SendGrid()
    {
        using var transport = Transports.To(new Uri("http://127.0.0.1:1"));

        Assert.IsType<SendOutcome.Refused>(
            await transport.SendAsync(Mails.To("ana@example.test, bob@example.test"), CancellationToken.None));
    }

    private static SendOutcome.Failed Failed(int status, Duration? wait) => new($"SendGrid {status}: not taken for now", wait);

    private static async Task<SendOutcome> SendAsync(int status, string body = "", params (string, string)[] headers)
    {
        await using var server = await FakeSendGrid.AnsweringAsync(status, body, headers);
        using var transport = Transports.To(server.Host, new FakeTimeProvider(Now));
        var outcome = await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None);
        Assert.DoesNotContain("example", outcome.ToString(), StringComparison.Ordinal);
        return outcome;
    }

    /// <summary>A SendGrid that takes the request and never answers.</summary>
    private static Task<FakeSendGrid> HangingAsync() =>
        FakeSendGrid.StartAsync(context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
}
