using System.Net;
using System.Net.Sockets;
using Handoff.Delivery.Smtp;
using Handoff.Service.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Handoff.Delivery.Tests.Smtp;

public sealed class Smtp_outcomes(SharedSmtpServer shared) : IClassFixture<SharedSmtpServer>
{
    [SmtpFact]
    public async Task A_550_at_the_recipient_is_refused_and_its_text_is_not_repeated() =>
        Assert.Equal(new SendOutcome.Refused("SMTP 550 5.1.1: the recipient was refused"), await SendAsync("refuse-550@example.test"));

    [SmtpFact]
    public async Task A_450_at_the_recipient_is_failed() =>
        Assert.Equal(new SendOutcome.Failed("SMTP 450 4.2.0: not taken for now", null), await SendAsync("later-450@example.test"));

    [SmtpFact]
    public async Task A_421_is_failed() => Assert.IsType<SendOutcome.Failed>(await SendAsync("closing-421@example.test"));

    [SmtpFact]
    public async Task A_554_after_the_message_is_refused() =>
        Assert.Equal(new SendOutcome.Refused("SMTP 554 5.6.0: the message was refused"), await SendAsync("refuse-554@example.test"));

    [SmtpFact]
    public async Task A_451_after_the_message_is_failed() => Assert.IsType<SendOutcome.Failed>(await SendAsync("later-451@example.test"));

    [SmtpFact]
    public async Task A_530_is_ours_to_mend() => Assert.IsType<SendOutcome.Misconfigured>(await SendAsync("sign-in-530@example.test"));

    [SmtpFact]
    public async Task A_refused_sender_is_ours_to_mend() => Assert.Equal(
        new SendOutcome.Misconfigured("SMTP 553 5.7.1: the sender was refused; check the From setting"),
            await SendAsync("ana@example.test", from: "refused-sender@handoff.example"));

    [SmtpFact]
    public async Task A_server_that_hangs_before_the_message_is_failed() =>
        Assert.IsType<SendOutcome.Failed>(await SendUntilTimeOutAsync("hang-early@example.test"));

    [SmtpFact]
    public async Task A_server_that_hangs_after_the_message_is_unknown() =>
        Assert.IsType<SendOutcome.Unknown>(await SendUntilTimeOutAsync("hang@example.test"));

    [SmtpFact]
    public async Task A_connection_dropped_before_the_message_is_failed() =>
        Assert.IsType<SendOutcome.Failed>(await SendAsync("drop-early@example.test"));

    [SmtpFact]
    public async Task A_connection_dropped_after_the_message_is_unknown() =>
        Assert.IsType<SendOutcome.Unknown>(await SendAsync("drop@example.test"));

    [Theory]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("ana@")]
    [InlineData("ana@example.test, bob@example.test")]
    [InlineData("ana@example.test\r\nRCPT TO:<spy@example.test>")]
    [InlineData("<ana@example.test>")]
    [InlineData("\"ana\r\n\"@example.test")]
    [InlineData("ana@exam ple.test")]
    [InlineData("ana\u202E@example.test")]
    public async Task What_is_no_address_is_refused_without_asking_a_server(string address)
    {
        using var transport = Transports.To(port: 1);

        Assert.Equal(
            new SendOutcome.Refused("the recipient's address is not a mail address"),
            await transport.SendAsync(Mails.To(address), CancellationToken.None));
    }

    [Fact]
    public async Task A_refused_connection_is_failed()
    {
        using var transport = Transports.To(FreePort());

        Assert.Equal(
            new SendOutcome.Failed("no connection to the mail server (ConnectionRefused)", null),
            await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None));
    }

    [Fact]
    public async Task A_server_that_never_greets_is_failed()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var time = new FakeTimeProvider();
        using var transport = Transports.To(((IPEndPoint)silent.LocalEndpoint).Port, time: time);

        var sending = transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None);
        using var accepted = await silent.AcceptTcpClientAsync();
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<SendOutcome.Failed>(await sending);
    }

    [SmtpFact]
    public async Task The_callers_cancellation_ends_an_attempt_and_is_no_outcome()
    {
        var server = await shared.GetAsync();
        using var transport = Transports.To(server.Port);
        using var stop = new CancellationTokenSource();

        var sending = transport.SendAsync(Mails.To("hang@example.test"), stop.Token);
        await server.NextAsync("hang@example.test");
        await stop.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal(stop.Token, thrown.CancellationToken);
    }

    [SmtpFact]
    public async Task STARTTLS_with_a_certificate_nobody_vouches_for_is_ours_to_mend_and_nothing_is_sent()
    {
        await using var server = await SmtpServer.StartAsync("--starttls");
        using var transport = Transports.To(server.Port, SmtpSecurity.StartTls);

        Assert.IsType<SendOutcome.Misconfigured>(await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None));
    }

    [SmtpFact]
    public async Task A_server_without_STARTTLS_gets_no_mail_when_it_is_required()
    {
        using var transport = Transports.To((await shared.GetAsync()).Port, SmtpSecurity.StartTls);

        Assert.IsType<SendOutcome.Misconfigured>(await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None));
    }

    [SmtpFact]
    public async Task STARTTLS_and_a_password_are_used()
    {
        await using var server = await SmtpServer.StartAsync("--starttls", "--auth");
        using var transport = Transports.To(server.Port, SmtpSecurity.StartTls, "handoff", "correct", trust: true);

        Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None));
        var received = await server.NextAsync();
        Assert.Equal((true, "handoff"), (received.Secure, received.User));
    }

    [SmtpFact]
    public async Task TLS_from_the_first_byte_is_used()
    {
        await using var server = await SmtpServer.StartAsync("--tls");
        using var transport = Transports.To(server.Port, SmtpSecurity.Tls, trust: true);

        Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None));
        Assert.True((await server.NextAsync()).Secure);
    }

    [SmtpFact]
    public async Task A_wrong_password_is_ours_to_mend() => Assert.Equal(
        new SendOutcome.Misconfigured("the mail server refused the user or the password"), await SignInAsync("handoff", "wrong"));

    [SmtpFact]
    public async Task A_temporary_failure_to_sign_in_is_failed() =>
        Assert.Equal(new SendOutcome.Failed("SMTP 454 4.7.0: signing in failed for now", null), await SignInAsync("busy", "correct"));

    private static async Task<SendOutcome> SignInAsync(string user, string password)
    {
        await using var server = await SmtpServer.StartAsync("--auth");
        using var transport = Transports.To(server.Port, user: user, password: password);
        return await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None);
    }

    private async Task<SendOutcome> SendUntilTimeOutAsync(string to)
    {
        var server = await shared.GetAsync();
        var time = new FakeTimeProvider();
        using var transport = Transports.To(server.Port, time: time);
        var sending = transport.SendAsync(Mails.To(to), CancellationToken.None);
        await server.NextAsync(to);
        time.Advance(TimeSpan.FromSeconds(30));
        return await sending;
    }

    private async Task<SendOutcome> SendAsync(string to, string from = "sales@handoff.example")
    {
        var server = await shared.GetAsync();
        using var transport = Transports.To(server.Port, from: from);
        var outcome = await transport.SendAsync(Mails.To(to), CancellationToken.None);
        Assert.DoesNotContain("example", outcome.ToString(), StringComparison.Ordinal);
        return outcome;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
