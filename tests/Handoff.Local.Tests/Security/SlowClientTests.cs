using System.Net.Sockets;
using System.Text;
using Handoff.Local.Serving;
using Handoff.Local.Tests.Hosting;
using Xunit;

namespace Handoff.Local.Tests.Security;

/// <summary>Who sends a byte now and then holds a connection; it is ended, and the others are served.</summary>
public sealed class SlowClientTests
{
    private static readonly Patience Little = new() { Headers = TimeSpan.FromSeconds(1), Body = TimeSpan.FromSeconds(1.5) };
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")]
    [InlineData("POST /api/leads/website HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Handoff-Key: demo\r\nContent-Type: " +
        "application/json\r\nContent-Length: 1000\r\n\r\n{\"email\":")]
    [InlineData("POST /signin HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: " +
        "chunked\r\n\r\n5\r\naddre\r\n")]
    public async Task A_request_that_does_not_come_to_its_end_is_ended(string begun)
    {
        await using var host =
            await RunningHost.StartAsync(Directory.CreateTempSubdirectory("handoff-").FullName, RunningHost.MondayAtTen, patience: Little);
        using var slow = new TcpClient();
        await slow.ConnectAsync(host.Http.BaseAddress!.Host, host.Http.BaseAddress.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun));

        using var enough = new CancellationTokenSource(Long);
        using var answer = new StreamReader(slow.GetStream());
        // The end of the stream comes when the host has ended the connection, and not before.
        var said = await answer.ReadToEndAsync(enough.Token);

        Assert.True(said.Length == 0 || said.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), said);
        Assert.DoesNotContain("handoff", host.Log.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Usually_clients_have_seconds_not_minutes()
    {
        Assert.InRange(new Patience().Headers, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));
        Assert.InRange(new Patience().Body, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10));
    }
}
