using Handoff.Service.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Handoff.Delivery.Tests.Smtp;

public sealed class Smtp_connections
{
    [SmtpFact]
    public async Task Mails_sent_one_after_another_share_a_connection()
    {
        await using var server = await SmtpServer.StartAsync();
        using var transport = Transports.To(server.Port);

        var connections = new HashSet<string>();
        for (var i = 0; i < 5; i++)
        {
            Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None));
            connections.Add((await server.NextAsync()).Connection);
        }

        Assert.Single(connections);
    }

    [SmtpFact]
    public async Task A_refused_recipient_does_not_cost_the_connection()
    {
        await using var server = await SmtpServer.StartAsync();
        using var transport = Transports.To(server.Port);

        await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None);
        await transport.SendAsync(Mails.To("refuse-550@example.test"), CancellationToken.None);
        await transport.SendAsync(Mails.To("refuse-554@example.test"), CancellationToken.None);
        await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None);

        Assert.Equal((await server.NextAsync()).Connection, (await server.NextAsync()).Connection);
    }

    [SmtpFact]
    public async Task Mails_sent_at_once_share_no_more_connections_than_allowed()
    {
        await using var server = await SmtpServer.StartAsync();
        using var transport = Transports.To(server.Port, connections: 3);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(_ => transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None)));
        var connections = new HashSet<string>();
        foreach (var _ in outcomes) connections.Add((await server.NextAsync()).Connection);

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Accepted>(outcome));
        Assert.InRange(connections.Count, 1, 3);
    }

    [SmtpFact]
    public async Task A_connection_that_the_server_closed_is_opened_again()
    {
        await using var server = await SmtpServer.StartAsync();
        using var transport = Transports.To(server.Port);

        Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(Mails.To("then-close@example.test"), CancellationToken.None));
        var first = await server.NextAsync();
        Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None));
        var second = await server.NextAsync();

        Assert.NotEqual(first.Connection, second.Connection);
    }

    [SmtpFact]
    public async Task After_the_server_has_restarted_the_next_mail_goes_over_a_new_connection()
    {
        var server = await SmtpServer.StartAsync();
        using var transport = Transports.To(server.Port);
        await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None);
        await server.DisposeAsync();

        Assert.IsType<SendOutcome.Failed>(await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None));
        await using var restarted = await SmtpServer.StartAsync($"--port={server.Port}");
        Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None));
        Assert.Equal("ana@example.test", (await restarted.NextAsync()).To);
    }

    [SmtpFact]
    public async Task A_hanging_mail_does_not_keep_the_next_one_from_going()
    {
        await using var server = await SmtpServer.StartAsync();
        var time = new FakeTimeProvider();
        using var transport = Transports.To(server.Port, connections: 1, time: time);

        var hanging = transport.SendAsync(Mails.To("hang@example.test"), CancellationToken.None);
        await server.NextAsync("hang@example.test");
        var next = transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<SendOutcome.Unknown>(await hanging);
        Assert.IsType<SendOutcome.Accepted>(await next);
    }

    [SmtpFact]
    public async Task A_connection_unused_for_a_minute_is_not_used_again()
    {
        await using var server = await SmtpServer.StartAsync();
        var time = new FakeTimeProvider();
        using var transport = Transports.To(server.Port, time: time);

        await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(1));
        await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None);

        Assert.NotEqual((await server.NextAsync()).Connection, (await server.NextAsync()).Connection);
    }
}
