using System.Net;
using System.Net.Sockets;
using Handoff.Local.Serving;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary>Another program listens where the host is to.</summary>
public sealed class PortTests
{
    [Theory]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://localhost:{0}")]
    [InlineData("http://127.0.0.1:0;http://127.0.0.1:{0}")]
    [InlineData("http://127.0.0.1:0; http://127.0.0.1:{0} ")]
    [InlineData("http://LOCALHOST:{0}/")]
    [InlineData("http://0.0.0.0:{0}")]
    [InlineData("http://*:{0}")]
    [InlineData("http://+:{0}")]
    [InlineData("http://my-laptop:{0}")]
    public void A_port_in_use_is_one_sentence_that_names_the_option(string urls)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var says = PortCheck.FindTaken(string.Format(null, urls, port));

        Assert.Contains($":{port} is in use by another program", says, StringComparison.Ordinal);
        Assert.Contains("--urls http://", says, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", says, StringComparison.Ordinal);
    }

    [Fact]
    public void So_is_one_that_is_taken_on_the_other_loopback_alone()
    {
        if (!Socket.OSSupportsIPv6)
            return;
        using var other = new TcpListener(IPAddress.IPv6Loopback, 0);
        try
        {
            other.Start();
        }
        catch (SocketException)
        {
            // A machine without it.
            return;
        }

        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        Assert.Contains("--urls http://", PortCheck.FindTaken($"http://localhost:{port}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "is no address to listen on")]
    [InlineData("localhost:5080", "is no address to listen on")]
    [InlineData("5080", "is no address to listen on")]
    [InlineData("https://127.0.0.1:5443", "this host speaks http")]
    [InlineData("ftp://127.0.0.1:5080", "this host speaks http")]
    [InlineData("http://127.0.0.1:5080/path", "has a path")]
    [InlineData("http://192.0.2.7:5080", "does not have the address")]
    [InlineData("http://127.0.0.1:0;nonsense", "is no address to listen on")]
    public void What_cannot_be_listened_on_for_another_reason_is_one_sentence_too(string urls, string says)
    {
        var said = PortCheck.FindTaken(urls);

        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.Contains("--urls http://", said, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:0")]
    [InlineData("http://unix:/tmp/handoff.sock")]
    [InlineData("")]
    public void A_free_one_is_left_to_the_server(string urls) => Assert.Null(PortCheck.FindTaken(urls));
}
